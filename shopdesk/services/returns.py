"""Logging a return: checked against its order, judged by the shop's policy, numbered."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, Policy, ReturnCase, Shop
from shopdesk.queries.returnable import ReturnableLine
from shopdesk.rules.advice import Advice
from shopdesk.rules.judging import Wish, judge, recorded
from shopdesk.rules.policy import Policy as Rules
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, known, text_fits
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.drafts import ReturnDraft, ReturnLineDraft
from shopdesk.services.left import returnable_lines
from shopdesk.services.liability import suggest_liability
from shopdesk.services.numbers import next_number
from shopdesk.services.opening import check_day, opened_at
from shopdesk.services.people import at_desk
from shopdesk.services.policies import policy_in_force, rules_by
from shopdesk.services.records import fetch
from shopdesk.services.steps import start_waiting, take_step
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import Values, add_row, table_named

MAX_QUANTITY = 1_000_000

_LINES = table_named("return_line")
_NEW_LINE: Values = {
    "order_line_id": None,
    "product_id": None,
    "reason_id": None,
    "refund_minor": 0,
}

_REASON = "SELECT id FROM reason WHERE code = ?"


def log_return(session: Session, draft: ReturnDraft, *, agree: bool = False) -> int:
    """Open a return and, if asked, agree to it at once; returns the case's id.

    Raises FieldError at the draft's field for what cannot be: more than is left of a line, a
    day before the order, negative money, a text too long, goods back that never arrived.
    """
    shop = fetch(session, Shop, draft.shop_id)
    order = fetch(session, Order, draft.order_id) if draft.order_id else None
    _check(session, draft, shop, order)
    bought = returnable_lines(session, order)
    lines = [_line(bought, i, line) for i, line in enumerate(draft.lines)]
    policy = policy_in_force(session, shop.id)
    case = _case(session, draft, shop, order, lines)
    session.add(case)
    advice = _judge(draft, case, order, bought, rules_by(policy))
    found = _return(case, draft, advice, policy)
    session.add(found)
    start_waiting(session, found, draft.platform_due_at)
    for line in lines:
        add_row(session, _LINES, {"case_id": case.id, **line})
    suggest_liability(session, case.id, draft.reason)
    note_event(session, case, "ask", values={"remedy": draft.remedy, "reason": draft.reason})
    if agree:
        take_step(session, case.id, "agree")
    return case.id


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
    if draft.platform_due_at:
        check_not_too_far("platform_due_at", draft.platform_due_at, unit_of(session).at)
    for field in ("buyer_name", "buyer_phone", "buyer_handle", "order_number", "wanted"):
        text_fits(field, getattr(draft, field))
    _check_lines(draft)
    reason = REASONS.get(draft.reason)
    if reason and not reason.goods_received and REMEDIES[draft.remedy].goods_back:
        raise FieldError(
            "remedy", _("The buyer received nothing, so nothing can come back. Keep goods.")
        )
    check_day(session, "asked_on", draft.asked_on, shop, order)
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


def _line(bought: Mapping[int, ReturnableLine], position: int, draft: ReturnLineDraft) -> Values:
    """Return a line's row, but for the case it belongs to."""
    if draft.quantity < 1:
        raise FieldError("lines", _("Enter how many come back: at least 1."))
    if draft.quantity > MAX_QUANTITY:
        raise FieldError("lines", _("These are too many to be right. Check the quantity."))
    if draft.order_line_id is None:
        return _described_line(position, draft)
    source = bought.get(draft.order_line_id)
    if source is None:
        raise FieldError("lines", _("This line is not of this order. Choose the order again."))
    if draft.quantity > source.left:
        raise FieldError("lines", _too_many(source))
    return {
        **_NEW_LINE,
        "position": position,
        "order_line_id": source.id,
        "product_id": source.product_id,
        "sku": source.sku,
        "title": source.title,
        "variant": source.variant,
        "quantity": draft.quantity,
        "value_minor": source.value_minor(draft.quantity),
    }


def _too_many(line: ReturnableLine) -> str:
    return _("“{title}”: {bought} bought, {left} left to return. Enter {left} or less.").format(
        title=line.title, bought=line.bought, left=max(0, line.left)
    )


def _described_line(position: int, draft: ReturnLineDraft) -> Values:
    title = text_fits("lines", draft.title)
    if not title:
        raise FieldError("lines", _("Describe what comes back."))
    return {
        **_NEW_LINE,
        "position": position,
        "sku": text_fits("lines", draft.sku),
        "title": title,
        "variant": text_fits("lines", draft.variant),
        "quantity": draft.quantity,
        "value_minor": amount_is_sane("lines", draft.value_minor),
    }


def _case(
    session: Session,
    draft: ReturnDraft,
    shop: Shop,
    order: Order | None,
    lines: Iterable[Values],
) -> Case:
    opened = opened_at(draft.asked_on, shop, unit_of(session).at, order)
    return Case(
        kind="return",
        number=next_number(session, "return", opened, shop.timezone),
        shop=shop,
        order_id=order.id if order else None,
        customer_id=order.customer_id if order else None,
        owner_id=at_desk(session),
        state="asked",
        reason_id=_reason_id(session, draft.reason),
        opened_at=opened,
        currency=order.currency if order else shop.currency,
        amount_minor=sum(line["value_minor"] for line in lines),
        note=draft.note,
        buyer_name=draft.buyer_name.strip(),
        buyer_phone=draft.buyer_phone.strip(),
        buyer_handle=draft.buyer_handle.strip(),
        order_number=draft.order_number.strip(),
    )


def _reason_id(session: Session, code: str) -> int:
    found = session.connection().exec_driver_sql(_REASON, (code,)).scalar()
    if found is None:
        raise FieldError("reason", _("Choose why it comes back."))
    return int(found)


def _judge(
    draft: ReturnDraft,
    case: Case,
    order: Order | None,
    bought: Mapping[int, ReturnableLine],
    rules: Rules,
) -> Advice:
    ids = [line.order_line_id for line in draft.lines if line.order_line_id]
    timezone = case.shop.timezone
    return judge(
        Wish(
            policy=rules,
            timezone=timezone,
            reason=draft.reason,
            categories={bought[line_id].category for line_id in ids},
            has_order=order is not None,
            delivered_at=order.delivered_at if order else None,
            ordered_at=order.ordered_at if order else None,
            has_evidence=draft.has_evidence,
            asked_on=case.opened_at.astimezone(ZoneInfo(timezone)).date(),
        )
    )


def _return(case: Case, draft: ReturnDraft, advice: Advice, policy: Policy) -> ReturnCase:
    remedy = REMEDIES[draft.remedy]
    return ReturnCase(
        case=case,
        remedy=remedy.code,
        goods_back=remedy.goods_back,
        freight_payer=draft.freight_payer,
        policy=policy,
        wanted=draft.wanted.strip(),
        advice=recorded(advice),
    )
