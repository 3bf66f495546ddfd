"""The complaints list: ids by filter and sort, rows for the ids in view, counts for the chips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.case_sorts import Asked, count_chips, find_case_ids
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.complaints import COMPLAINT_CHIPS
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.same_buyer import Whose, is_same_buyer
from shopdesk.storage.reader import Reader

KIND = "complaint"
DEFAULT_SORT = ("opened", True)
CHIP_STATES = {chip.code: chip.states for chip in COMPLAINT_CHIPS}
MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """One complaint as a list shows it; codes as in rules.situations, complaints, channels."""

    id: int
    number: str
    buyer: str
    situation: str
    severity: str
    channel: str
    state: str
    at_platform: bool
    due_at: datetime | None
    due_clock: str
    owner: str
    replied_at: datetime | None
    opened_at: datetime
    note: str


_row = RowsOf(ComplaintRow)

_ROWS = """
    SELECT cases.id, cases.number,
        coalesce(customer.name, nullif(cases.buyer_name, ''), cases.buyer_handle, ''),
        complaint.situation, complaint.severity, complaint.channel, cases.state,
        complaint.escalated_at IS NOT NULL AND complaint.verdict_at IS NULL,
        cases.due_at, cases.due_clock, coalesce(person.name, ''), complaint.replied_at,
        cases.opened_at, cases.note
    FROM cases
    JOIN complaint ON complaint.id = cases.id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN person ON person.id = cases.owner_id
"""

_LISTED = f"{_ROWS} WHERE cases.id IN (SELECT value FROM json_each(?))"

_ALIKE = f"""{_ROWS}
    WHERE cases.kind = 'complaint' AND cases.closed_at IS NULL AND cases.id <> :id
        AND cases.shop_id = (SELECT shop_id FROM cases WHERE id = :id)
    ORDER BY coalesce(cases.customer_id = :customer, 0) DESC,
        coalesce(cases.order_id = :order, 0) DESC, cases.opened_at DESC, cases.id DESC
    LIMIT :most
"""

_WHOSE = """
    SELECT id, customer_id, order_id, order_number, buyer_handle, buyer_phone, buyer_name
    FROM cases WHERE id IN (SELECT value FROM json_each(?))
"""


def find_complaint_ids(
    reader: Reader,
    chip: str,
    sort: tuple[str, bool] = DEFAULT_SORT,
    limit: int = -1,
    owner: int = EVERYONE,
) -> Iterator[int]:
    """Return the ids of a chip's complaints in order, read as they are asked for.

    `sort` is a key of case_sorts.SORTS and whether it is descending; `limit` -1 means all.
    """
    column, descending = sort
    asked = Asked(CHIP_STATES[chip], None, descending, owner, KIND)
    return find_case_ids(reader, asked, column, limit)


def load_complaint_rows(reader: Reader, ids: Sequence[int]) -> list[ComplaintRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _row(row) for row in reader.rows(_LISTED, (id_list(ids),))}
    return in_order(ids, found)


def count_complaint_chips(reader: Reader, owner: int = EVERYONE) -> dict[str, int]:
    """Return how many complaints each counted chip holds; reads the open ones' part of an index."""
    return count_chips(reader, KIND, COMPLAINT_CHIPS, owner=owner)


@dataclass(frozen=True, slots=True)
class MergeTarget:
    """A complaint that another one may be the same as."""

    complaint: ComplaintRow
    is_same_buyer: bool


def find_merge_targets(reader: Reader, case_id: int) -> list[MergeTarget]:
    """Return other open complaints of the shop, those of the same buyer first, then the newest."""
    ours = _whose(reader, [case_id])[case_id]
    asked = {
        "id": case_id,
        "customer": ours.customer_id,
        "order": ours.order_id,
        "most": MOST_FOUND,
    }
    rows = [_row(row) for row in reader.rows(_ALIKE, asked)]
    whose = _whose(reader, [row.id for row in rows])
    found = [MergeTarget(row, is_same_buyer(ours, whose[row.id])) for row in rows]
    return sorted(found, key=lambda target: not target.is_same_buyer)


def _whose(reader: Reader, ids: Sequence[int]) -> dict[int, Whose]:
    return {case_id: Whose(*known) for case_id, *known in reader.rows(_WHOSE, (id_list(ids),))}
