"""Giving the money back: booked once, within what was paid unless somebody says why."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Refund, ReturnCase
from shopdesk.queries.settlement import BASIS_SQL, SettlementBasis
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.services.checks import amount_is_sane, known, text_fits
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of


def settle(session: Session, found: ReturnCase, draft: SettlementDraft) -> None:
    """Book a refund on a return; above what was paid it needs a reason, which is kept."""
    case = found.case
    goods = amount_is_sane("goods_minor", draft.goods_minor)
    freight = amount_is_sane("freight_minor", draft.freight_minor)
    over_reason = text_fits("over_reason", draft.over_reason)
    over = settlement_basis(session, case).is_over(goods + freight)
    if over and not over_reason:
        raise FieldError(
            "over_reason", _("This is more than was paid and not yet refunded. Say why.")
        )
    unit = unit_of(session)
    session.add(
        Refund(
            case_id=case.id,
            shop_id=case.shop_id,
            at=unit.at,
            currency=case.currency,
            goods_minor=goods,
            freight_minor=freight,
            method=known("method", draft.method, REFUND_METHODS),
            reference=text_fits("reference", draft.reference),
            over_reason=over_reason if over else "",
            person=unit.by,
        )
    )
    case.refund_goods_minor += goods
    case.refund_freight_minor += freight
    case.amount_minor = case.refund_goods_minor + case.refund_freight_minor
    note_event(
        session,
        case,
        "settle_over" if over else "settle",
        text=over_reason if over else "",
        values={"amount_minor": goods + freight, "currency": case.currency},
    )


def settlement_basis(session: Session, case: Case) -> SettlementBasis:
    """Return what a refund is judged by, with all that this session has booked so far."""
    session.flush()
    row = session.execute(text(BASIS_SQL), {"case_id": case.id}).one()
    return SettlementBasis(*row)
