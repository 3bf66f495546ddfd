"""The rows of what came in a return's parcels, made to be as an inspection says.

They are plain rows, written and read as drafts: an inspection is saved at each scan.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from shopdesk.models import ReturnCase
from shopdesk.rules.inspecting import Paid, written_off_minor
from shopdesk.services.drafts import InspectionDraft, ReceivedDraft
from shopdesk.services.ledger import set_written_off
from shopdesk.services.received_checks import check_item, check_known
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import Values, add_row, change_row, delete_row, table_named

RECEIVED = table_named("received_item")

_ITEMS = """
    SELECT quantity, line_id, condition, disposition, title, note, parcel_id, id
    FROM received_item WHERE case_id = ? ORDER BY id
"""
_PARCELS = "SELECT id FROM parcel WHERE case_id = ?"
_LINES = "SELECT id, quantity, value_minor FROM return_line WHERE case_id = ?"


def received_items(session: Session, case_id: int) -> dict[int, ReceivedDraft]:
    """Return what was kept of a return's parcels, in the order of counting, by the rows' ids."""
    rows = session.connection().exec_driver_sql(_ITEMS, (case_id,))
    return {row[-1]: ReceivedDraft(*row) for row in rows}


def paid_lines(session: Session, case_id: int) -> dict[int, Paid]:
    """Return how many units of each line come back, and what was paid for them."""
    rows = session.connection().exec_driver_sql(_LINES, (case_id,))
    return {line_id: Paid(units, value_minor) for line_id, units, value_minor in rows}


def keep_received(
    session: Session, found: ReturnCase, draft: InspectionDraft, lines: Mapping[int, Paid]
) -> tuple[int | None, ...]:
    """Change, add and take away rows; what is written off follows into the ledger.

    Returns the id of each item's row; one with neither units nor a note has none. Only a row
    that changed gets a new time.
    """
    kept = received_items(session, found.id)
    _check(session, found.id, draft, kept, lines)
    said = [item if item.quantity or item.note.strip() else None for item in draft.items]
    _take_away(session, found, kept.keys() - {item.id for item in said if item})
    ids = tuple(_write(session, found.id, kept, item) if item else None for item in said)
    _write_off(session, found, lines)
    return ids


def _check(
    session: Session,
    case_id: int,
    draft: InspectionDraft,
    kept: Mapping[int, ReceivedDraft],
    lines: Mapping[int, Paid],
) -> None:
    parcels = session.connection().exec_driver_sql(_PARCELS, (case_id,)).scalars().all()
    check_known(kept, (item.id for item in draft.items))
    check_known(lines, (item.line_id for item in draft.items))
    check_known(parcels, (item.parcel_id for item in draft.items))
    for at, item in enumerate(draft.items):
        check_item(at, item)


def _take_away(session: Session, found: ReturnCase, gone: set[int]) -> None:
    set_written_off(session, found.case, dict.fromkeys(gone, 0))
    for item_id in sorted(gone):
        delete_row(session, RECEIVED, item_id)


def _write(
    session: Session, case_id: int, kept: Mapping[int, ReceivedDraft], item: ReceivedDraft
) -> int:
    """Keep one item as it is said; returns the id of its row."""
    said = replace(item, title=item.title.strip(), note=item.note.strip())
    if item.id is not None and said == kept[item.id]:
        return item.id
    unit = unit_of(session)
    values: Values = {**asdict(said), "at": unit.at, "person": unit.by}
    del values["id"]
    if item.id is None:
        return add_row(session, RECEIVED, {"case_id": case_id, **values})
    change_row(session, RECEIVED, item.id, values)
    return item.id


def _write_off(session: Session, found: ReturnCase, lines: Mapping[int, Paid]) -> None:
    items = received_items(session, found.id)
    amounts = written_off_minor(lines, list(items.values()))
    set_written_off(session, found.case, dict(zip(items, amounts, strict=True)))
