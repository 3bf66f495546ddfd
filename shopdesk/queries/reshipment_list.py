"""The reshipments list: ids by filter and sort, rows for the ids in view, counts for the chips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.case_sorts import Asked, count_chips, find_case_ids
from shopdesk.queries.owners import owned_by
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.reshipments import MOVING, RESHIPMENT_CHIPS, UNSENT
from shopdesk.storage.reader import Reader

STALLED = "stalled"
DEFAULT_SORT = ("opened", True)
CHIP_STATES = {chip.code: chip.states for chip in RESHIPMENT_CHIPS}


@dataclass(frozen=True, slots=True)
class ReshipmentListRow:
    """One reshipment as a list shows it; `event` is the newest line of its courier's page."""

    id: int
    number: str
    buyer: str
    title: str
    variant: str
    units: int
    other_lines: int
    reason: str
    state: str
    due_at: datetime | None
    due_clock: str
    courier: str
    courier_name: str
    waybill: str
    event: str
    wait_note: str
    opened_at: datetime


_row = RowsOf(ReshipmentListRow)

_STATES = "SELECT id, state FROM cases WHERE id IN (SELECT value FROM json_each(?))"
_NEWEST_PARCEL = """(SELECT max(id) FROM parcel
    WHERE parcel.case_id = cases.id AND parcel.direction = 'out')"""

_ROWS = f"""
    SELECT cases.id, cases.number,
        coalesce(nullif(reshipment.recipient, ''), customer.name, nullif(cases.buyer_name, ''),
            cases.buyer_handle),
        coalesce(line.title, ''), coalesce(line.variant, ''), coalesce(line.quantity, 0),
        (SELECT count(*) - 1 FROM reshipment_line WHERE case_id = cases.id),
        reshipment.reason, cases.state, cases.due_at, cases.due_clock,
        coalesce(courier.code, ''), coalesce(parcel.courier_name, ''),
        coalesce(parcel.waybill, ''),
        coalesce((SELECT text FROM tracking_event WHERE parcel_id = parcel.id
            ORDER BY at DESC, id DESC LIMIT 1), ''),
        reshipment.wait_note, cases.opened_at
    FROM cases
    JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN reshipment_line AS line ON line.case_id = cases.id AND line.position = 0
    LEFT JOIN parcel ON parcel.id = {_NEWEST_PARCEL}
    LEFT JOIN courier ON courier.id = parcel.courier_id
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""


def find_reshipment_ids(
    reader: Reader,
    chip: str,
    sort: tuple[str, bool] = DEFAULT_SORT,
    limit: int = -1,
    *,
    now: datetime,
    owner: int = EVERYONE,
) -> Iterator[int]:
    """Return the ids of a chip's reshipments in order, read as they are asked for.

    `sort` is a key of case_sorts.SORTS and whether it is descending; `limit` -1 means all.
    """
    column, descending = sort
    only = _past_due(now) if chip == STALLED else ""
    asked = Asked(CHIP_STATES[chip], None, descending, owner, "reshipment", only)
    return find_case_ids(reader, asked, column, limit)


def find_unsent(reader: Reader, case_ids: Sequence[int]) -> list[int]:
    """Return those of some reshipments that are still to be packed or sent, in their order."""
    rows = reader.rows(_STATES, (id_list(case_ids),))
    unsent = {case_id for case_id, state in rows if state in UNSENT}
    return [case_id for case_id in case_ids if case_id in unsent]


def load_reshipment_rows(reader: Reader, ids: Sequence[int]) -> list[ReshipmentListRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)


def count_reshipment_chips(reader: Reader, now: datetime, owner: int = EVERYONE) -> dict[str, int]:
    """Return how many reshipments each counted chip holds."""
    counts = count_chips(reader, "reshipment", RESHIPMENT_CHIPS, owner=owner)
    return {**counts, STALLED: count_stalled(reader, now, owner)}


def count_stalled(reader: Reader, now: datetime, owner: int = EVERYONE) -> int:
    """Return how many were not scanned for longer than is usual."""
    found = reader.value(
        "SELECT count(*) FROM cases INDEXED BY ix_cases_open_due"
        " WHERE kind = 'reshipment' AND closed_at IS NULL AND due_at IS NOT NULL"
        f" AND {_past_due(now)} AND state IN ({', '.join('?' * len(MOVING))})"
        f" AND {owned_by(owner)}",
        tuple(MOVING),
    )
    return int(found)


def _past_due(now: datetime) -> str:
    return f"due_at < {int(now.timestamp())}"
