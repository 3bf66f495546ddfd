"""Parcels that came and belong to no return yet: kept with a number, matched, or let go."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Parcel, Shop
from shopdesk.services.checks import NOTE_LENGTH, text_fits, text_given
from shopdesk.services.drafts import OwnerlessDraft, ReceiptDraft
from shopdesk.services.evidence import move_evidence
from shopdesk.services.numbers import next_number
from shopdesk.services.parcels import WAYBILL_LENGTH, awaited_parcels, new_parcel, same_waybill
from shopdesk.services.receiving import receive_parcel
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of


def keep_parcel(session: Session, draft: OwnerlessDraft) -> int:
    """Put a parcel on the shelf under a number of its own; returns the parcel's id.

    A code that is too long for a waybill is kept whole in a line of the note.
    """
    parcel = new_parcel(session, draft.waybill[:WAYBILL_LENGTH].strip(), draft.courier)
    whole = draft.waybill if len(draft.waybill) > WAYBILL_LENGTH else ""
    note = "\n".join(filter(None, (draft.note.strip(), whole)))
    parcel.note = text_fits("note", note, NOTE_LENGTH)
    now = unit_of(session).at
    timezone = session.scalars(select(Shop.timezone).order_by(Shop.id).limit(1)).first() or "UTC"
    parcel.number = next_number(session, "parcel", now, timezone)
    parcel.delivered_at = now
    session.flush()
    return parcel.id


def set_parcel_note(session: Session, parcel_id: int, note: str) -> None:
    """Say something else about a parcel on the shelf."""
    _on_shelf(session, parcel_id).note = text_fits("note", note, NOTE_LENGTH)


def match_parcel(session: Session, parcel_id: int, case_id: int) -> None:
    """Give a parcel from the shelf to the return that it belongs to, and take it in there.

    Its evidence goes along. Raises DomainError where the return takes no parcel now.
    """
    parcel = _on_shelf(session, parcel_id)
    awaited = same_waybill(awaited_parcels(session, case_id), parcel.waybill)
    if awaited is not None and parcel.waybill:
        session.delete(awaited)  # the parcel that the buyer told of is this one
    parcel.case_id = case_id
    session.flush()
    move_evidence(session, parcel.id, case_id)
    receipt = ReceiptDraft(parcel.number, parcel.waybill, parcel_id=parcel.id)
    case = receive_parcel(session, case_id, receipt, another=True)
    note_event(session, case, "match_parcel", text=parcel.number)


def let_parcel_go(session: Session, parcel_id: int, reason: str) -> None:
    """Take a parcel off the shelf that never found its return; the reason stays in its note."""
    given = text_given("text", reason, _("Say where it goes."), NOTE_LENGTH)
    parcel = _on_shelf(session, parcel_id)
    note = f"{parcel.note}\n{given}".strip()
    if len(note) > NOTE_LENGTH:
        raise FieldError("text", _("Say it in fewer words: the note is full."))
    parcel.note = note
    parcel.let_go_at = unit_of(session).at


def _on_shelf(session: Session, parcel_id: int) -> Parcel:
    parcel = fetch(session, Parcel, parcel_id)
    if parcel.case_id is not None or parcel.let_go_at is not None:
        raise DomainError(
            _("{number} is no longer on the shelf. Look at the list again.").format(
                number=parcel.number
            )
        )
    return parcel
