"""Giving the money back: how much at most, how much by proposal, and booking it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, ReturnCase, ReturnLine
from shopdesk.rules.money import refund_ceiling
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.services.checks import amount_is_sane, known, text_fits
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.timeline import note_event


def settle(session: Session, found: ReturnCase, draft: SettlementDraft) -> None:
    """Book a refund on a return; above what was paid it needs a reason, which is kept."""
    case = found.case
    goods = amount_is_sane("goods_minor", draft.goods_minor)
    freight = amount_is_sane("freight_minor", draft.freight_minor)
    over_reason = text_fits("over_reason", draft.over_reason)
    ceiling = ceiling_minor(session, case)
    over = ceiling is not None and goods + freight > ceiling
    if over and not over_reason:
        raise FieldError(
            "over_reason", _("This is more than was paid and not yet refunded. Say why.")
        )
    case.refund_goods_minor += goods
    case.refund_freight_minor += freight
    case.amount_minor = case.refund_goods_minor + case.refund_freight_minor
    found.refund_method = known("method", draft.method, REFUND_METHODS)
    found.refund_reference = text_fits("reference", draft.reference)
    note_event(
        session,
        case,
        "settle_over" if over else "settle",
        text=over_reason,
        values={"amount_minor": goods + freight, "currency": case.currency},
    )


def ceiling_minor(session: Session, case: Case) -> int | None:
    """Return the most that can still go back for the case's order; None without an order.

    What the platform's file says was refunded and what was booked here may be the same money,
    so the larger of the two counts.
    """
    if case.order_id is None:
        return None
    order = session.get_one(Order, case.order_id)
    booked = session.scalar(
        select(
            func.coalesce(func.sum(Case.refund_goods_minor + Case.refund_freight_minor), 0)
        ).where(Case.order_id == order.id)
    )
    return refund_ceiling(order.paid_minor, max(order.refunded_minor, int(booked or 0)))


def proposed_goods_minor(session: Session, case: Case) -> int:
    """Return what was really paid for the units that come back, within the ceiling."""
    value = session.scalar(
        select(func.coalesce(func.sum(ReturnLine.value_minor), 0)).where(
            ReturnLine.case_id == case.id
        )
    )
    ceiling = ceiling_minor(session, case)
    proposed = int(value or 0)
    return proposed if ceiling is None else min(proposed, ceiling)
