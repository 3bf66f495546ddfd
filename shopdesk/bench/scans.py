"""A scan at the desk: from the code to all that its inspection shows, beside plain look-ups."""

from collections.abc import Iterator

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, timed_over
from shopdesk.i18n import _
from shopdesk.queries.desk import find_scanned
from shopdesk.queries.inspection import load_inspection

SCAN_RATIO = 8
"""The desk looks a code up as number, waybill, order and phone, and reads the whole return."""
MOST_MS = 50
SCANNED = 40

_WAYBILLS = """
    SELECT waybill FROM parcel JOIN cases ON cases.id = parcel.case_id
    WHERE direction = 'back' AND kind = 'return' AND waybill <> ''
    ORDER BY parcel.id DESC LIMIT ?
"""
RAW_SCAN = """
    SELECT cases.id, cases.number, cases.state, return_case.remedy, cases.buyer_name,
        cases.note FROM parcel
    JOIN cases ON cases.id = parcel.case_id JOIN return_case ON return_case.id = cases.id
    WHERE waybill_folded = ?
"""
_RAW_PARTS = tuple(
    f"SELECT * FROM {table} WHERE case_id = ? ORDER BY id"
    for table in ("return_line", "received_item", "parcel", "attachment", "timeline_entry", "clock")
)


def scan_measures(ground: Ground) -> Iterator[Measure]:
    """Yield the way from a scanned waybill to its open case."""
    waybills = [row[0] for row in ground.reader.rows(_WAYBILLS, (SCANNED,))]
    yield Measure(
        "scan",
        _("A waybill scanned, its case open"),
        timed_over(waybills, lambda waybill: scan(ground, waybill)),
        timed_over(waybills, lambda waybill: raw_scan(ground, waybill)),
        SCAN_RATIO,
        MOST_MS,
        rounds=SCANNED,
    )


def scan(ground: Ground, waybill: str) -> list[int]:
    """Open what the desk opens; returns the cases' ids."""
    found = [match.id for match in find_scanned(ground.reader, waybill).cases]
    for case_id in found:
        load_inspection(ground.reader, case_id)
    return found


def raw_scan(ground: Ground, waybill: str) -> list[int]:
    """Read the same rows by statements made for the purpose."""
    found = [row[0] for row in ground.bare.execute(RAW_SCAN, (waybill.upper(),)).fetchall()]
    for case_id in found:
        for sql in _RAW_PARTS:
            ground.bare.execute(sql, (case_id,)).fetchall()
    return found
