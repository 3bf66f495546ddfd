"""The returns list: ids by filter and sort, rows for the ids in view, counts for the chips."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.states import RETURN_CHIPS, STATES
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

# How each column of the list is sorted, ascending; `{d}` turns to DESC. Every order ends with
# the id, so that it is the same each time.
SORTS = {
    "opened": "opened_at {d}, id {d}",
    "due": "due_at IS NULL, due_at {d}, id {d}",
    "amount": "amount_minor {d}, id {d}",
    "state": "state {d}, opened_at DESC, id DESC",
}
DEFAULT_SORT = ("opened", True)

_ROWS = """
    SELECT cases.id, cases.number,
        coalesce(customer.name, nullif(return_case.buyer_name, ''), return_case.buyer_handle, ''),
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
) -> Iterator[int]:
    """Yield the ids of a chip's returns in order.

    `sort` is a key of SORTS, or `buyer`, and whether it is descending; `limit` -1 means all.
    """
    column, descending = sort
    if column == "buyer":
        yield from _ids_by_buyer(reader, chip, descending=descending, limit=limit, shop_id=shop_id)
        return
    order = SORTS[column].format(d="DESC" if descending else "ASC")
    where, params = _where(chip, shop_id)
    sql = f"SELECT id FROM cases WHERE {where} ORDER BY {order} LIMIT ?"
    for row in reader.stream(sql, (*params, limit)):
        yield row[0]


def count_return_chips(reader: Reader, shop_id: int | None = None) -> dict[str, int]:
    """Return how many returns each counted chip holds; reads the index of open cases alone."""
    shop = "AND shop_id = ?" if shop_id else ""
    found = reader.rows(
        "SELECT state, count(*) FROM cases"
        f" WHERE closed_at IS NULL AND kind = 'return' {shop} GROUP BY state",
        (shop_id,) if shop_id else (),
    )
    by_state = {str(state): int(count) for state, count in found}
    return {
        chip.code: sum(by_state.get(state, 0) for state in chip.states)
        for chip in RETURN_CHIPS
        if chip.counted
    }


def count_late_returns(reader: Reader, now: datetime) -> int:
    """Return how many open returns are past their due time."""
    return int(
        reader.value(
            "SELECT count(*) FROM cases WHERE closed_at IS NULL AND due_at IS NOT NULL"
            " AND kind = 'return' AND due_at < ?",
            (int(now.timestamp()),),
        )
    )


def sum_waiting_refunds(reader: Reader) -> dict[str, int]:
    """Return what open returns whose refund is due are worth, in minor units by currency."""
    with_money = [code for code, remedy in REMEDIES.items() if remedy.money_back]
    found = reader.rows(
        "SELECT cases.currency, sum(cases.amount_minor)"
        " FROM cases JOIN return_case ON return_case.id = cases.id"
        " WHERE cases.closed_at IS NULL AND cases.kind = 'return' AND cases.due_clock = 'refund'"
        " AND return_case.remedy IN (SELECT value FROM json_each(?))"
        " GROUP BY cases.currency ORDER BY cases.currency",
        (json.dumps(with_money),),
    )
    return {str(currency): int(total) for currency, total in found}


def load_return_rows(reader: Reader, ids: Sequence[int]) -> list[ReturnRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _return_row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)


def _where(chip: str, shop_id: int | None) -> tuple[str, tuple[object, ...]]:
    """Return the filter of a chip, written so that the partial index of open cases serves it."""
    states = CHIP_STATES[chip]
    parts, params = ["kind = 'return'"], []
    if len(states) < len(STATES):
        parts.append(
            "state IN (SELECT value FROM json_each(?))" if len(states) > 1 else "state = ?"
        )
        params.append(json.dumps(states) if len(states) > 1 else states[0])
    if all(STATES[state].is_open for state in states):
        parts.append("closed_at IS NULL")
    if shop_id:
        parts.append("shop_id = ?")
        params.append(shop_id)  # type: ignore[arg-type]
    return " AND ".join(parts), tuple(params)


def _ids_by_buyer(
    reader: Reader, chip: str, *, descending: bool, limit: int, shop_id: int | None
) -> Iterator[int]:
    """Yield ids along the index of names, which beats sorting a million rows; nobody's last."""
    where, params = _where(chip, shop_id)
    direction = "DESC" if descending else "ASC"
    few = all(STATES[state].is_open for state in CHIP_STATES[chip])
    joined = (
        "cases JOIN customer ON customer.id = cases.customer_id"
        if few
        else "customer CROSS JOIN cases ON cases.customer_id = customer.id"
    )
    named = reader.stream(
        f"SELECT cases.id FROM {joined} WHERE {where}"
        f" ORDER BY customer.name {direction}, customer.id, cases.id LIMIT ?",
        (*params, limit),
    )
    given = 0
    for row in named:
        given += 1
        yield row[0]
    if limit < 0 or given < limit:
        rest = reader.stream(
            f"SELECT id FROM cases WHERE {where} AND customer_id IS NULL"
            " ORDER BY opened_at DESC, id DESC LIMIT ?",
            (*params, limit - given if limit >= 0 else -1),
        )
        for row in rest:
            yield row[0]
