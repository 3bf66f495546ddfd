"""Goods that go out again: opened for a case, an order or nothing, and brought to the buyer."""

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, Reshipment, Shop
from shopdesk.rules.reshipments import REASONS, STATES, STEPS, UNSENT
from shopdesk.rules.zones import ZONES
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.checks import NOTE_LENGTH, known, text_fits
from shopdesk.services.customers import kept_customer
from shopdesk.services.goods_out import add_reshipment, case_for, change_goods_out
from shopdesk.services.numbers import next_number
from shopdesk.services.people import at_desk
from shopdesk.services.records import fetch
from shopdesk.services.reshipment_deeds import DEEDS, ReshipmentStepDraft, propose_bearer
from shopdesk.services.reshipment_waits import move_on
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

__all__ = [
    "change_goods_out",
    "log_reshipment",
    "take_reshipment_step",
    "write_wait_note",
]


def log_reshipment(session: Session, draft: ReshipmentDraft) -> int:
    """Open a reshipment, to be packed; returns the case's id.

    Of a case it takes the order and the buyer along. Raises FieldError at the draft's field for
    what cannot be, at `lines` and the address for the goods.
    """
    shop = fetch(session, Shop, draft.shop_id)
    order = fetch(session, Order, draft.order_id) if draft.order_id else None
    origin = fetch(session, Case, draft.origin_id) if draft.origin_id else None
    _check(draft, shop, order, origin)
    case = case_for(session, origin) if origin else _case(session, draft, shop, order)
    case.note = text_fits("note", draft.note, NOTE_LENGTH)
    case_id = add_reshipment(session, case, draft.reason, draft.goods, draft.zone)
    propose_bearer(session, case, draft.reason)
    return case_id


def take_reshipment_step(
    session: Session,
    case_id: int,
    code: str,
    draft: ReshipmentStepDraft | None = None,
    version: int | None = None,
) -> None:
    """Do one of rules.reshipments.STEPS; the case that it is for hears of it.

    Raises DomainError where the state does not allow it, StaleError if the case was changed
    since `version`, FieldError for what was typed.
    """
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Reshipment, case_id)
    step = STEPS[code]
    if case.state not in step.sources:
        raise DomainError(
            _("{number} is “{state}” now; this step does not follow. Look at it again.").format(
                number=case.number, state=_(STATES[case.state].name)
            )
        )
    DEEDS[code](session, found, draft)
    move_on(session, found, step)


def write_wait_note(session: Session, case_id: int, text: str, version: int | None = None) -> None:
    """Write down why goods cannot be packed yet; an empty text says that they can."""
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Reshipment, case_id)
    if case.state not in UNSENT:
        raise DomainError(_("{number} is sent already.").format(number=case.number))
    found.wait_note = text_fits("text", text)
    event = "reship_wait" if found.wait_note else "reship_wait_over"
    note_event(session, case, event, text=found.wait_note)


def _check(draft: ReshipmentDraft, shop: Shop, order: Order | None, origin: Case | None) -> None:
    known("reason", draft.reason, REASONS)
    known("zone", draft.zone, {"", *ZONES})
    if not draft.goods.lines:
        raise FieldError("lines", _("Tick or describe what goes out."))
    if order is not None and order.shop_id != shop.id:
        raise FieldError("order_id", _("This order belongs to another shop. Choose it again."))
    for name in ("name", "phone", "handle", "order_number"):
        text_fits(f"buyer_{name}", getattr(draft.buyer, name))
    buyer = draft.buyer
    is_known = order or origin or buyer.name.strip() or buyer.handle.strip()
    if not is_known and not draft.goods.recipient.strip():
        raise FieldError("recipient", _("Without an order, enter who gets the goods."))


def _case(session: Session, draft: ReshipmentDraft, shop: Shop, order: Order | None) -> Case:
    at = unit_of(session).at
    buyer = draft.buyer
    return Case(
        kind="reshipment",
        number=next_number(session, "reshipment", at, shop.timezone),
        shop=shop,
        order_id=order.id if order else None,
        customer_id=kept_customer(session, order.customer_id if order else draft.customer_id),
        owner_id=at_desk(session),
        state="to_pack",
        opened_at=at,
        currency=order.currency if order else shop.currency,
        buyer_name=buyer.name.strip(),
        buyer_phone=buyer.phone.strip(),
        buyer_handle=buyer.handle.strip(),
        order_number=buyer.order_number.strip(),
    )
