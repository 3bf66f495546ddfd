"""Money that goes back to the buyer: each time one row, within what was paid unless it says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Refund, ReturnCase
from shopdesk.queries.settlement import SettlementBasis, settlement_basis_by
from shopdesk.rules.money import share_minor
from shopdesk.rules.refunds import may_refund
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.rules.states import STATES
from shopdesk.services.checks import amount_is_sane, known, text_fits, text_given
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.ledger import refresh_cost
from shopdesk.services.records import count_on, fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

AMOUNTS = ("goods_minor", "deduction_minor", "freight_minor", "collected_minor")


@dataclass(frozen=True, slots=True)
class Booked:
    """What a refund moved; `is_over` tells whether it needed its reason."""

    refund_minor: int
    collected_minor: int
    is_over: bool


def add_refund(
    session: Session, case_id: int, draft: SettlementDraft, version: int | None = None
) -> None:
    """Book money beside the settlement, or a part before it; the state stays as it is.

    Raises FieldError for what was typed, DomainError where the return was not agreed to,
    StaleError if the case was changed since `version`.
    """
    case = fetch(session, Case, case_id, version)
    if not may_refund(case.state, settled=case.settled_at is not None):
        raise DomainError(
            _("{number} is “{state}” now. Money goes back once a return is agreed to.").format(
                number=case.number, state=_(STATES[case.state].name)
            )
        )
    found = fetch(session, ReturnCase, case_id)
    booked = book_refund(session, found, draft)
    if booked is None:
        raise FieldError("goods_minor", _("Enter what goes back to the buyer."))
    note_refund(session, case, draft, booked, "refund")
    count_on(session, case)


def book_refund(session: Session, found: ReturnCase, draft: SettlementDraft) -> Booked | None:
    """Write a refund's row and all sums that follow from it; None where no money moves."""
    case = found.case
    _check(case, draft)
    booked = Booked(
        draft.goods_minor - draft.deduction_minor + draft.freight_minor,
        draft.collected_minor,
        settlement_basis(session, case.id).is_over(
            draft.goods_minor - draft.deduction_minor + draft.freight_minor
        ),
    )
    if booked.is_over:
        text_given(
            "over_reason",
            draft.over_reason,
            _("This is more than was paid and not yet refunded. Say why."),
        )
    if not any(getattr(draft, name) for name in AMOUNTS):
        return None
    session.add(_row(session, case, draft, booked))
    refresh_refunds(session, found)
    return booked


def refresh_refunds(session: Session, found: ReturnCase) -> None:
    """Make the case's sums those of its refunds, and share the goods' part over its lines."""
    session.flush()
    case = found.case
    sums = (
        func.coalesce(func.sum(Refund.goods_minor), 0),
        func.coalesce(func.sum(Refund.freight_minor), 0),
    )
    goods, freight = session.execute(select(*sums).where(Refund.case_id == case.id)).one()
    case.refund_goods_minor, case.refund_freight_minor = goods, freight
    if case.settled_at is not None:
        case.amount_minor = goods + freight
    parts = share_minor(goods, _weights(settlement_basis(session, case.id), found))
    for line, part in zip(found.lines, parts, strict=True):
        line.refund_minor = part
    refresh_cost(session, case)


def settlement_basis(session: Session, case_id: int) -> SettlementBasis:
    """Return what a refund is judged by, with all that this session has booked so far."""
    session.flush()

    def ask(sql: str, values: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401 - by name
        return session.connection().exec_driver_sql(sql, values).all()

    return settlement_basis_by(ask, case_id)


def note_refund(
    session: Session, case: Case, draft: SettlementDraft, booked: Booked, event: str
) -> None:
    """Tell the timeline what moved; `event` is `refund` or `settle`."""
    values = {
        "amount_minor": booked.refund_minor,
        "collected_minor": booked.collected_minor,
        "deduction_minor": draft.deduction_minor,
        "currency": case.currency,
    }
    if draft.deduction_minor:
        note_event(session, case, "deduction", text=draft.deduction_reason.strip(), values=values)
    if booked.is_over:
        text = draft.over_reason.strip()
        note_event(session, case, f"{event}_over", text=text, values=values)
    elif booked.collected_minor:
        note_event(session, case, f"{event}_collected", values=values)
    else:
        note_event(session, case, event, values=values)


def _check(case: Case, draft: SettlementDraft) -> None:
    if draft.currency not in ("", case.currency):
        raise FieldError(
            "goods_minor",
            _("This order was paid in {own}. Enter the refund in {own}, too.").format(
                own=case.currency
            ),
        )
    for name in AMOUNTS:
        amount_is_sane(name, getattr(draft, name))
    if draft.deduction_minor > draft.goods_minor:
        raise FieldError(
            "deduction_minor", _("This keeps back more than the goods' part. Enter less.")
        )
    if draft.deduction_minor:
        text_given(
            "deduction_reason", draft.deduction_reason, _("Say why it is kept back from the buyer.")
        )
    if draft.collected_minor and draft.goods_minor:
        raise FieldError(
            "collected_minor", _("Either the buyer pays or gets money back. Leave one empty.")
        )
    known("method", draft.method, REFUND_METHODS)
    text_fits("reference", draft.reference)


def _row(session: Session, case: Case, draft: SettlementDraft, booked: Booked) -> Refund:
    unit = unit_of(session)
    return Refund(
        case_id=case.id,
        shop_id=case.shop_id,
        at=unit.at,
        currency=case.currency,
        goods_minor=draft.goods_minor - draft.deduction_minor,
        freight_minor=draft.freight_minor,
        deduction_minor=draft.deduction_minor,
        deduction_reason=draft.deduction_reason.strip() if draft.deduction_minor else "",
        collected_minor=draft.collected_minor,
        method=draft.method,
        reference=draft.reference.strip(),
        over_reason=draft.over_reason.strip() if booked.is_over else "",
        person=unit.by,
    )


def _weights(basis: SettlementBasis, found: ReturnCase) -> list[int]:
    """Return what the lines' shares go by: what is accepted of each, or, for nothing, its value."""
    accepted = {line.id: line.accepted_minor for line in basis.lines}
    weights = [accepted[line.id] for line in found.lines]
    return weights if any(weights) else [line.value_minor for line in found.lines]
