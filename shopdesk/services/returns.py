"""Logging a return: checked against its order, judged by the shop's policy, numbered."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, OrderLine, Reason, ReturnCase, ReturnLine, Shop
from shopdesk.rules.judging import Wish, judge, recorded
from shopdesk.rules.policy import Advice
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, known, text_fits
from shopdesk.services.drafts import ReturnDraft, ReturnLineDraft
from shopdesk.services.left import left_to_return
from shopdesk.services.numbers import next_number
from shopdesk.services.records import fetch
from shopdesk.services.steps import start_clock, take_step
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

EARLIEST_YEAR = 1990
"""Numbers of cases have two digits of the year, and no export has older orders."""

MAX_QUANTITY = 1_000_000


def log_return(session: Session, draft: ReturnDraft, *, agree: bool = False) -> int:
    """Open a return and, if asked, agree to it at once; returns the case's id.

    Raises FieldError at the draft's field for what cannot be: more than is left of a line, a
    day before the order, negative money, a text too long, goods back that never arrived.
    """
    shop = fetch(session, Shop, draft.shop_id)
    order = fetch(session, Order, draft.order_id) if draft.order_id else None
    _check(session, draft, shop, order)
    lines = [_line(session, order, i, line) for i, line in enumerate(draft.lines)]
    case = _open_case(session, draft, shop, order)
    advice = _judge(session, draft, shop, order)
    _add_return(session, case, draft, lines, advice)
    note_event(session, case, "ask", values={"remedy": draft.remedy, "reason": draft.reason})
    session.flush()
    start_clock(session, case)
    if agree:
        take_step(session, case.id, "agree")
    return case.id


def mark_slip_printed(session: Session, case_id: int) -> None:
    """Remember that the return's slip was printed or saved."""
    found = fetch(session, ReturnCase, case_id)
    found.slip_printed_at = unit_of(session).at
    note_event(session, found.case, "slip")


def add_note(session: Session, case_id: int, text: str) -> None:
    """Add a person's own words to a case's timeline."""
    found = text_fits("text", text, NOTE_LENGTH)
    if not found:
        raise FieldError("text", _("Write something first."))
    note_event(session, fetch(session, Case, case_id), "note", text=found)


def _check(session: Session, draft: ReturnDraft, shop: Shop, order: Order | None) -> None:
    known("remedy", draft.remedy, REMEDIES)
    known("freight_payer", draft.freight_payer, FREIGHT_PAYERS)
    text_fits("note", draft.note, NOTE_LENGTH)
    for field in ("buyer_name", "buyer_phone", "buyer_handle", "order_number"):
        text_fits(field, getattr(draft, field))
    _check_lines(draft)
    reason = REASONS.get(draft.reason)
    if reason and not reason.goods_received and REMEDIES[draft.remedy].goods_back:
        raise FieldError(
            "remedy", _("The buyer received nothing, so nothing can come back. Keep goods.")
        )
    _check_day(session, draft.asked_on, shop, order)
    if order is None and not (draft.buyer_name.strip() or draft.buyer_handle.strip()):
        raise FieldError("buyer_name", _("Without an order, enter the buyer's name."))
    if order is not None and order.shop_id != shop.id:
        raise FieldError("order_id", _("This order belongs to another shop. Choose it again."))


def _check_lines(draft: ReturnDraft) -> None:
    if not draft.lines:
        raise FieldError("lines", _("Tick at least one line that comes back."))
    known_lines = [line.order_line_id for line in draft.lines if line.order_line_id is not None]
    if len(set(known_lines)) < len(known_lines):
        raise FieldError("lines", _("One line stands here twice. Enter its units together."))


def _check_day(session: Session, asked_on: date | None, shop: Shop, order: Order | None) -> None:
    if asked_on is None:
        return
    zone = ZoneInfo(shop.timezone)
    if asked_on > unit_of(session).at.astimezone(zone).date():
        raise FieldError("asked_on", _("This day is still to come. Enter the day the buyer asked."))
    if asked_on.year < EARLIEST_YEAR:
        raise FieldError("asked_on", _("This day is too long ago to be right. Check it."))
    if order and asked_on < order.ordered_at.astimezone(zone).date():
        raise FieldError("asked_on", _("This is before the order. Enter the day the buyer asked."))


def _line(
    session: Session, order: Order | None, position: int, draft: ReturnLineDraft
) -> ReturnLine:
    if draft.quantity < 1:
        raise FieldError("lines", _("Enter how many come back: at least 1."))
    if draft.quantity > MAX_QUANTITY:
        raise FieldError("lines", _("These are too many to be right. Check the quantity."))
    if draft.order_line_id is None:
        return _described_line(position, draft)
    source = fetch(session, OrderLine, draft.order_line_id)
    if order is None or source.order_id != order.id:
        raise FieldError("lines", _("This line is not of this order. Choose the order again."))
    left = left_to_return(session, source.id)
    if draft.quantity > left:
        raise FieldError("lines", _too_many(source, left))
    return ReturnLine(
        position=position,
        order_line_id=source.id,
        product_id=source.product_id,
        sku=source.sku,
        title=source.title,
        variant=source.variant,
        quantity=draft.quantity,
        value_minor=source.paid_minor * draft.quantity // source.quantity,
    )


def _too_many(line: OrderLine, left: int) -> str:
    return _("“{title}”: {bought} bought, {left} left to return. Enter {left} or less.").format(
        title=line.title, bought=line.quantity, left=max(0, left)
    )


def _described_line(position: int, draft: ReturnLineDraft) -> ReturnLine:
    title = text_fits("lines", draft.title)
    if not title:
        raise FieldError("lines", _("Describe what comes back."))
    return ReturnLine(
        position=position,
        sku=text_fits("lines", draft.sku),
        title=title,
        variant=text_fits("lines", draft.variant),
        quantity=draft.quantity,
        value_minor=amount_is_sane("lines", draft.value_minor),
    )


def _open_case(session: Session, draft: ReturnDraft, shop: Shop, order: Order | None) -> Case:
    opened_at = _opened_at(draft.asked_on, shop, unit_of(session).at, order)
    reason_id = session.scalar(select(Reason.id).where(Reason.code == draft.reason))
    if reason_id is None:
        raise FieldError("reason", _("Choose why it comes back."))
    case = Case(
        kind="return",
        number=next_number(session, "return", opened_at, shop.timezone),
        shop_id=shop.id,
        order_id=order.id if order else None,
        customer_id=order.customer_id if order else None,
        state="asked",
        reason_id=reason_id,
        opened_at=opened_at,
        currency=order.currency if order else shop.currency,
        note=draft.note,
    )
    session.add(case)
    session.flush()
    return case


def _opened_at(asked_on: date | None, shop: Shop, now: datetime, order: Order | None) -> datetime:
    """Return now, or noon of an earlier day at the shop, never before the order itself."""
    zone = ZoneInfo(shop.timezone)
    if asked_on is None or asked_on >= now.astimezone(zone).date():
        return now
    noon = datetime.combine(asked_on, time(12), zone)
    return max(noon, order.ordered_at) if order else noon


def _judge(session: Session, draft: ReturnDraft, shop: Shop, order: Order | None) -> Advice:
    ids = [line.order_line_id for line in draft.lines if line.order_line_id]
    lines = session.scalars(select(OrderLine).where(OrderLine.id.in_(ids)))
    zone = ZoneInfo(shop.timezone)
    return judge(
        Wish(
            policy=shop.policy,
            timezone=shop.timezone,
            reason=draft.reason,
            categories={line.product.category for line in lines},
            has_order=order is not None,
            delivered_at=order.delivered_at if order else None,
            asked_on=draft.asked_on or unit_of(session).at.astimezone(zone).date(),
        )
    )


def _add_return(
    session: Session, case: Case, draft: ReturnDraft, lines: list[ReturnLine], advice: Advice
) -> None:
    remedy = REMEDIES[draft.remedy]
    found = ReturnCase(
        id=case.id,
        remedy=remedy.code,
        goods_back=remedy.goods_back,
        freight_payer=draft.freight_payer,
        policy=case.shop.policy,
        advice=recorded(advice),
        buyer_name=draft.buyer_name.strip(),
        buyer_phone=draft.buyer_phone.strip(),
        buyer_handle=draft.buyer_handle.strip(),
        order_number=draft.order_number.strip(),
    )
    session.add(found)
    session.flush()
    for line in lines:
        line.case_id = case.id
        session.add(line)
    case.amount_minor = sum(line.value_minor for line in lines)
    session.flush()
