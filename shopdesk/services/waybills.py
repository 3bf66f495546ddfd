"""Waybills of parcels that come back: entered, added later, corrected."""

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Parcel, ReturnCase
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.states import STATES
from shopdesk.services.checks import text_given
from shopdesk.services.couriers import courier_for
from shopdesk.services.drafts import WaybillDraft
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

WAYBILL_LENGTH = 64


def add_parcel_back(session: Session, case_id: int, draft: WaybillDraft) -> Parcel:
    """Add the parcel that a return comes back in; raises FieldError for what was typed."""
    parcel = Parcel(case_id=case_id, direction="back", sent_at=unit_of(session).at)
    carry(session, parcel, draft)
    session.add(parcel)
    return parcel


def add_waybill(session: Session, case_id: int, draft: WaybillDraft, version: int) -> None:
    """Note a further parcel, or the waybill of one that came before anybody had entered it.

    Raises StaleError if the case was changed since `version`, DomainError where nothing is
    awaited any more.
    """
    found = fetch(session, ReturnCase, case_id)
    case = fetch(session, Case, case_id, version)
    if not found.goods_back or not STATES[case.state].is_open:
        raise DomainError(_("No parcel is awaited for this return. Look at it again."))
    parcel = add_parcel_back(session, case_id, draft)
    note_event(session, case, "waybill", values=event_values(parcel))


def correct_waybill(session: Session, parcel_id: int, draft: WaybillDraft, version: int) -> None:
    """Write a parcel's right courier and waybill; the wrong ones stay on the timeline.

    Raises StaleError if somebody changed the parcel since `version`.
    """
    parcel = fetch(session, Parcel, parcel_id, version)
    if parcel.case_id is None:
        raise DomainError(_("This parcel belongs to no return any more. Load the page again."))
    before = parcel.waybill
    carry(session, parcel, draft)
    if session.is_modified(parcel):
        values = {**event_values(parcel), "before": before}
        note_event(
            session, fetch(session, Case, parcel.case_id), "waybill_corrected", values=values
        )


def event_values(parcel: Parcel) -> dict[str, str]:
    """Return what a timeline tells of a parcel."""
    courier = parcel.courier.code if parcel.courier else ""
    return {"courier": courier, "courier_name": parcel.courier_name, "waybill": parcel.waybill}


def carry(session: Session, parcel: Parcel, draft: WaybillDraft) -> None:
    """Give a parcel its waybill and courier; raises FieldError for what was typed."""
    sentence = _("Enter the waybill that the buyer gave you.")
    waybill = text_given("waybill", draft.waybill, sentence, WAYBILL_LENGTH)
    if not folded_waybill(waybill):
        raise FieldError("waybill", _("A waybill has letters and figures. Enter it again."))
    courier = courier_for(session, draft.courier)
    parcel.courier, parcel.courier_name = courier, courier.name
    parcel.waybill, parcel.waybill_folded = waybill, folded_waybill(waybill)
