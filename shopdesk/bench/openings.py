"""Opening a case: all that its page reads at first, beside its rows read raw."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, timed_over
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import load_complaint_detail
from shopdesk.queries.reshipment_detail import load_reshipment_detail
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.storage.reader import Reader

SAMPLED = 40
OPEN_MS = 5


@dataclass(frozen=True, slots=True)
class _Opened:
    """A kind of case, how its page is read, and the table that has what only it has."""

    kind: str
    name: str
    table: str
    load: Callable[[Reader, int], object]


_OPENED = (
    _Opened("return", N_("A return opened"), "return_case", load_return_detail),
    _Opened("reshipment", N_("A reshipment opened"), "reshipment", load_reshipment_detail),
    _Opened("complaint", N_("A complaint opened"), "complaint", load_complaint_detail),
)
_IDS = "SELECT id FROM cases WHERE kind = ? ORDER BY id DESC LIMIT ?"
_ROWS = (
    "SELECT * FROM cases JOIN {table} ON {table}.id = cases.id WHERE cases.id = ?",
    "SELECT * FROM timeline_entry WHERE case_id = ? ORDER BY id DESC",
    "SELECT * FROM parcel WHERE case_id = ? ORDER BY id",
)


def opening_measures(ground: Ground) -> Iterator[Measure]:
    """Yield one measure for each kind of case that the shop has."""
    for opened in _OPENED:
        ids = [row[0] for row in ground.reader.rows(_IDS, (opened.kind, SAMPLED))]
        if ids:
            yield _measure(ground, opened, ids)


def _measure(ground: Ground, opened: _Opened, ids: list[int]) -> Measure:
    return Measure(
        f"open_{opened.kind}",
        _(opened.name),
        timed_over(ids, lambda case_id: opened.load(ground.reader, case_id)),
        timed_over(ids, lambda case_id: raw_rows(ground, opened.table, case_id)),
        most=OPEN_MS,
        rounds=len(ids),
    )


def raw_rows(ground: Ground, table: str, case_id: int) -> list[tuple[object, ...]]:
    """Return the rows of a case, its timeline and its parcels as they lie in the file."""
    found: list[tuple[object, ...]] = []
    for sql in _ROWS:
        found += ground.bare.execute(sql.format(table=table), (case_id,)).fetchall()
    return found
