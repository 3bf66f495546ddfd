"""The parcels of a return: which of them is at the desk, and whose they are."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Parcel
from shopdesk.rules.couriers import courier_of_waybill, folded_waybill
from shopdesk.services.checks import text_fits
from shopdesk.services.couriers import courier_for
from shopdesk.services.drafts import ReceiptDraft
from shopdesk.storage.database import unit_of

WAYBILL_LENGTH = 64


def note_arrival(
    session: Session, case_id: int, draft: ReceiptDraft | None, *, is_further: bool = False
) -> None:
    """Write down that a return's parcel is here: the one of that waybill, or a further one.

    Without a waybill it is the one that is awaited; of several nobody can say which. A further
    parcel has a row in any case, so that what came in it can be told apart.
    """
    if draft is not None and draft.parcel_id is not None:
        return  # its row says already when it came
    awaited = awaited_parcels(session, case_id)
    if draft is not None and draft.waybill:
        found = same_waybill(awaited, draft.waybill)
    elif len(awaited) == 1:
        found = awaited[0]
    elif is_further and not awaited:
        found = None
    else:
        return
    if found is None:
        found = new_parcel(session, draft.waybill if draft else "", draft.courier if draft else "")
        found.case_id = case_id
    found.delivered_at = unit_of(session).at


def awaited_parcels(session: Session, case_id: int) -> Sequence[Parcel]:
    """Return the parcels of a return that are not here yet."""
    asked = select(Parcel).where(
        Parcel.case_id == case_id, Parcel.direction == "back", Parcel.delivered_at.is_(None)
    )
    return session.scalars(asked.order_by(Parcel.id)).all()


def same_waybill(parcels: Sequence[Parcel], waybill: str) -> Parcel | None:
    """Return the parcel with a waybill, however it was written."""
    folded = folded_waybill(waybill)
    return next((parcel for parcel in parcels if parcel.waybill_folded == folded), None)


def new_parcel(session: Session, waybill: str, courier: str = "") -> Parcel:
    """Add a parcel that comes back, of nobody yet; its courier by its waybill if none is said."""
    kept = text_fits("waybill", waybill, WAYBILL_LENGTH)
    code = courier or courier_of_waybill(kept)
    found = courier_for(session, code) if code else None
    parcel = Parcel(
        direction="back",
        courier_id=found.id if found else None,
        courier_name=found.name if found else "",
        waybill=kept,
        waybill_folded=folded_waybill(kept),
    )
    session.add(parcel)
    return parcel
