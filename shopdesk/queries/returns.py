"""The returns list: ids by filter and sort, rows for the ids in view, counts for the chips."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.case_sorts import Asked, count_chips, count_late, find_case_ids
from shopdesk.queries.owners import owned_by
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.states import RETURN_CHIPS
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One return as a list shows it; `reason_text` is a custom reason's own words."""

    id: int
    number: str
    buyer: str
    title: str
    variant: str
    units: int
    other_lines: int
    reason: str
    reason_text: str
    state: str
    due_at: datetime | None
    due_clock: str
    amount_minor: int
    currency: str
    opened_at: datetime


_return_row = RowsOf(ReturnRow)

CHIP_STATES = {chip.code: chip.states for chip in RETURN_CHIPS}

DEFAULT_SORT = ("opened", True)

_ROWS = """
    SELECT cases.id, cases.number,
        coalesce(customer.name, nullif(cases.buyer_name, ''), cases.buyer_handle, ''),
        coalesce(line.title, ''), coalesce(line.variant, ''), coalesce(line.quantity, 0),
        (SELECT count(*) - 1 FROM return_line WHERE case_id = cases.id),
        coalesce(reason.code, ''), coalesce(reason.name, ''), cases.state,
        cases.due_at, cases.due_clock,
        cases.amount_minor, cases.currency, cases.opened_at
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN return_line AS line ON line.case_id = cases.id AND line.position = 0
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""


def find_return_ids(
    reader: Reader,
    chip: str,
    sort: tuple[str, bool] = DEFAULT_SORT,
    limit: int = -1,
    shop_id: int | None = None,
    *,
    owner: int = EVERYONE,
) -> Iterator[int]:
    """Return the ids of a chip's returns in order, read as they are asked for.

    `sort` is a key of SORTS and whether it is descending; `limit` -1 means all. `owner` is
    EVERYONE, NOBODY, or the id of a person.
    """
    column, descending = sort
    asked = Asked(CHIP_STATES[chip], shop_id, descending, owner)
    return find_case_ids(reader, asked, column, limit)


def count_return_chips(
    reader: Reader, shop_id: int | None = None, owner: int = EVERYONE
) -> dict[str, int]:
    """Return how many returns each counted chip holds; reads the open ones' part of an index."""
    return count_chips(reader, "return", RETURN_CHIPS, shop_id, owner)


def count_late_returns(reader: Reader, now: datetime, owner: int = EVERYONE) -> int:
    """Return how many open returns are past their due time."""
    return count_late(reader, "return", now, owner)


def sum_waiting_refunds(reader: Reader, owner: int = EVERYONE) -> dict[str, int]:
    """Return what open returns whose refund is due are worth, in minor units by currency."""
    with_money = [code for code, remedy in REMEDIES.items() if remedy.money_back]
    found = reader.rows(
        "SELECT cases.currency, sum(cases.amount_minor)"
        " FROM cases JOIN return_case ON return_case.id = cases.id"
        " WHERE cases.closed_at IS NULL AND cases.kind = 'return' AND cases.due_clock = 'refund'"
        f" AND return_case.remedy IN (SELECT value FROM json_each(?)) AND {owned_by(owner)}"
        " GROUP BY cases.currency ORDER BY cases.currency",
        (json.dumps(with_money),),
    )
    return {str(currency): int(total) for currency, total in found}


def load_return_rows(reader: Reader, ids: Sequence[int]) -> list[ReturnRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _return_row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)
