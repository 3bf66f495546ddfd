"""The rows of what came in a return's parcels, made to be as an inspection says."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Case, CostEntry, Parcel, ReceivedItem, ReturnCase
from shopdesk.rules.inspecting import Paid, written_off_minor
from shopdesk.services.drafts import InspectionDraft, ReceivedDraft
from shopdesk.services.ledger import set_written_off
from shopdesk.services.received_checks import check_item, check_known
from shopdesk.storage.database import unit_of

SAID = ("parcel_id", "line_id", "title", "quantity", "condition", "disposition", "note")
"""What a draft says of a row."""

_BOOKED = select(CostEntry.received_item_id).where(CostEntry.received_item_id.is_not(None))


def received_items(session: Session, case_id: int) -> list[ReceivedItem]:
    """Return what was kept of a return's parcels, in the order of counting."""
    session.flush()
    found = select(ReceivedItem).where(ReceivedItem.case_id == case_id).order_by(ReceivedItem.id)
    return list(session.scalars(found))


def drafts_of(items: Iterable[ReceivedItem]) -> tuple[ReceivedDraft, ...]:
    """Return kept rows as a person would say them again."""
    return tuple(
        ReceivedDraft(id=item.id, **{name: getattr(item, name) for name in SAID}) for item in items
    )


def keep_received(
    session: Session, found: ReturnCase, draft: InspectionDraft
) -> tuple[int | None, ...]:
    """Change, add and take away rows; what is written off follows into the ledger.

    Returns the id of each item's row; one with neither units nor a note has none. Only a row
    that changed gets a new time.
    """
    kept = {item.id: item for item in received_items(session, found.id)}
    _check(session, found, draft, kept)
    said = [item if item.quantity or item.note.strip() else None for item in draft.items]
    _take_away(session, found.case, kept, {item.id for item in said if item})
    rows = [item and _write(session, found.id, kept.get(item.id or 0), item) for item in said]
    _write_off(session, found)
    return tuple(row.id if row else None for row in rows)


def _check(
    session: Session, found: ReturnCase, draft: InspectionDraft, kept: Mapping[int, ReceivedItem]
) -> None:
    parcels = set(session.scalars(select(Parcel.id).where(Parcel.case_id == found.id)))
    check_known(kept, (item.id for item in draft.items))
    check_known({line.id for line in found.lines}, (item.line_id for item in draft.items))
    check_known(parcels, (item.parcel_id for item in draft.items))
    for at, item in enumerate(draft.items):
        check_item(at, item)


def _take_away(
    session: Session,
    case: Case,
    kept: Mapping[int, ReceivedItem],
    named: Collection[int | None],
) -> None:
    for row_id, row in kept.items():
        if row_id not in named:
            set_written_off(session, case, row, 0)
            session.delete(row)


def _write(
    session: Session, case_id: int, row: ReceivedItem | None, item: ReceivedDraft
) -> ReceivedItem:
    values = {name: getattr(item, name) for name in SAID}
    values.update(title=item.title.strip(), note=item.note.strip())
    if row is None:
        row = ReceivedItem(case_id=case_id)
        session.add(row)
    elif values == {name: getattr(row, name) for name in SAID}:
        return row
    unit = unit_of(session)
    for name, value in {**values, "at": unit.at, "person": unit.by}.items():
        setattr(row, name, value)
    return row


def _write_off(session: Session, found: ReturnCase) -> None:
    items = received_items(session, found.id)
    paid = {line.id: Paid(line.quantity, line.value_minor) for line in found.lines}
    booked = set(session.scalars(_BOOKED.where(CostEntry.case_id == found.id)))
    for item, amount_minor in zip(items, written_off_minor(paid, items), strict=True):
        if amount_minor or item.id in booked:
            set_written_off(session, found.case, item, amount_minor)
