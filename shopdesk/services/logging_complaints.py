"""Logging a complaint: whose it is, what it is about, and the clock of the first reply."""

from dataclasses import replace

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, Order, Shop
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import SEVERITIES
from shopdesk.rules.situations import SITUATIONS
from shopdesk.services.case_drafts import BuyerDraft, ComplaintDraft
from shopdesk.services.checks import LINE_LENGTH, NOTE_LENGTH, known, text_fits, text_given
from shopdesk.services.complaint_waits import start_waiting
from shopdesk.services.customers import kept_customer
from shopdesk.services.liability import suggest_liability
from shopdesk.services.numbers import next_number
from shopdesk.services.opening import check_day, opened_at
from shopdesk.services.people import at_desk
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

KIND = "complaint"
_BUYER = {
    "name": "buyer_name",
    "phone": "buyer_phone",
    "handle": "buyer_handle",
    "order_number": "order_number",
}
"""What is typed of a buyer, and the case's column that keeps it."""
_REASON = "SELECT id FROM reason WHERE code = ?"


def log_complaint(session: Session, draft: ComplaintDraft) -> int:
    """Open a complaint; returns the case's id.

    About another case it takes order and buyer from there. Raises FieldError at the draft's
    field: `buyer_name` where nobody can tell whose it is, `order_id` for one of another shop.
    """
    whole = _with_origin(session, draft)
    shop = fetch(session, Shop, whole.shop_id)
    order = fetch(session, Order, whole.order_id) if whole.order_id else None
    _check(session, whole, shop, order)
    case = _case(session, whole, shop, order)
    session.add(case)
    situation = SITUATIONS[whole.situation]
    session.add(
        Complaint(
            case=case,
            category=situation.category,
            situation=situation.code,
            channel=whole.channel,
            severity=whole.severity or situation.severity,
            wanted=whole.wanted.strip(),
        )
    )
    session.flush()
    start_waiting(session, case)
    suggest_liability(session, case.id, situation.reason)
    values = {"situation": situation.code, "channel": whole.channel}
    note_event(session, case, "complain", values=values)
    _tell_origin(session, case)
    return case.id


def reason_id(session: Session, situation: str) -> int | None:
    """Return the row of the reason that a situation counts as."""
    code = SITUATIONS[situation].reason
    found: int | None = session.connection().exec_driver_sql(_REASON, (code,)).scalar()
    return found


def _with_origin(session: Session, draft: ComplaintDraft) -> ComplaintDraft:
    if draft.origin_id is None:
        return draft
    origin = fetch(session, Case, draft.origin_id)
    typed = any(getattr(draft.buyer, name) for name in _BUYER)
    known_buyer = BuyerDraft(**{name: getattr(origin, column) for name, column in _BUYER.items()})
    return replace(
        draft,
        shop_id=origin.shop_id,
        order_id=draft.order_id or origin.order_id,
        customer_id=draft.customer_id or origin.customer_id,
        buyer=draft.buyer if typed else known_buyer,
    )


def _check(session: Session, draft: ComplaintDraft, shop: Shop, order: Order | None) -> None:
    known("situation", draft.situation, SITUATIONS)
    known("channel", draft.channel, {"", *CHANNELS})
    known("severity", draft.severity, {"", *SEVERITIES})
    text_given("note", draft.note, _("Say what happened."), NOTE_LENGTH)
    text_fits("wanted", draft.wanted, LINE_LENGTH)
    for name, column in _BUYER.items():
        text_fits(column, getattr(draft.buyer, name))
    check_day(session, "opened_on", draft.opened_on, shop, order)
    if order is not None and order.shop_id != shop.id:
        raise FieldError("order_id", _("This order belongs to another shop. Choose it again."))
    buyer = draft.buyer
    if not (order or draft.customer_id or buyer.name.strip() or buyer.handle.strip()):
        raise FieldError("buyer_name", _("Without an order, enter the buyer's name."))


def _case(session: Session, draft: ComplaintDraft, shop: Shop, order: Order | None) -> Case:
    opened = opened_at(draft.opened_on, shop, unit_of(session).at, order)
    return Case(
        kind=KIND,
        number=next_number(session, KIND, opened, shop.timezone),
        shop=shop,
        order_id=order.id if order else None,
        customer_id=kept_customer(
            session, draft.customer_id or (order.customer_id if order else None)
        ),
        owner_id=at_desk(session),
        origin_id=draft.origin_id,
        state="open",
        reason_id=reason_id(session, draft.situation),
        opened_at=opened,
        currency=order.currency if order else shop.currency,
        note=draft.note.strip(),
        **{column: getattr(draft.buyer, name).strip() for name, column in _BUYER.items()},
    )


def _tell_origin(session: Session, case: Case) -> None:
    if case.origin_id is not None:
        origin = fetch(session, Case, case.origin_id)
        note_event(session, origin, "complained", values={"number": case.number})
