"""Goods that go out again: opened by a return, packed, sent, delivered."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, Parcel, Reshipment, ReshipmentLine, ReturnCase
from shopdesk.rules.clocks import due_at
from shopdesk.rules.reshipments import REASON_OF_REMEDY, STATES, STEPS, UNSENT
from shopdesk.rules.states import Step
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, text_fits, text_given
from shopdesk.services.clocks import end_clocks, start_clock
from shopdesk.services.drafts import (
    DispatchDraft,
    GoodsOutDraft,
    GoodsOutLine,
    ReasonDraft,
    WaybillDraft,
)
from shopdesk.services.ledger import add_cost
from shopdesk.services.numbers import next_number
from shopdesk.services.policies import timing_of
from shopdesk.services.proposals import proposed_goods_out
from shopdesk.services.records import count_on, fetch
from shopdesk.services.refunds import settlement_basis
from shopdesk.services.timeline import note_event
from shopdesk.services.waybills import carry, event_values
from shopdesk.storage.database import unit_of

MOST_UNITS = 1_000_000
ADDRESS = ("recipient", "phone", "address", "postcode", "country")


def open_reshipment(
    session: Session,
    origin: ReturnCase,
    draft: GoodsOutDraft | None = None,
    *,
    reason: str = "",
) -> int | None:
    """Open the way out of a return, as its remedy proposes unless said; returns the case's id.

    None where nothing goes out. Raises FieldError at `lines` or the address for what was typed.
    """
    basis = settlement_basis(session, origin.id)
    found = draft or proposed_draft(session, origin, proposed_goods_out(basis))
    if not found.lines:
        return None
    _check(found)
    case = _case(session, origin.case)
    session.add(
        Reshipment(
            case=case,
            reason=reason or REASON_OF_REMEDY.get(origin.remedy, "send_back"),
            lines=_lines(found.lines),
            **_address(found),
        )
    )
    session.flush()
    note_event(session, case, "reship", values={"origin": origin.case.number})
    note_event(session, origin.case, "goods_out", values={"number": case.number})
    _start_waiting(session, case, origin)
    return case.id


def change_goods_out(
    session: Session, case_id: int, draft: GoodsOutDraft, version: int | None = None
) -> None:
    """Change what goes out, or to whom, while it is not sent yet."""
    case = fetch(session, Case, case_id, version)
    if case.state not in UNSENT:
        raise DomainError(_("{number} is sent already.").format(number=case.number))
    if not draft.lines:
        raise FieldError("lines", _("Enter what goes out, or cancel the reshipment."))
    _check(draft)
    found = fetch(session, Reshipment, case_id)
    for line in found.lines:
        session.delete(line)
    session.flush()
    session.expire(found, ["lines"])
    found.lines = _lines(draft.lines)
    for name, value in _address(draft).items():
        setattr(found, name, value)
    note_event(session, case, "reship_change")
    count_on(session, case)


def take_reshipment_step(
    session: Session,
    case_id: int,
    code: str,
    draft: DispatchDraft | ReasonDraft | None = None,
    version: int | None = None,
) -> None:
    """Do one of rules.reshipments.STEPS; the return that it settles hears of it."""
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Reshipment, case_id)
    step = STEPS[code]
    if case.state not in step.sources or step.target is None:
        raise DomainError(
            _("{number} is “{state}” now; this step does not follow. Look at it again.").format(
                number=case.number, state=_(STATES[case.state].name)
            )
        )
    if step.stamps:
        setattr(found, step.stamps, unit_of(session).at)
    _HANDLERS[code](session, found, draft)
    case.state = step.target
    _follow_clocks(session, found, step)


def end_unsent(session: Session, origin: Case, text: str) -> None:
    """Cancel what a return opened and nobody has sent, as the return itself goes no further."""
    for case in _unsent(session, origin):
        take_reshipment_step(session, case.id, "cancel", ReasonDraft(text))


def check_sent(session: Session, origin: Case) -> None:
    """Refuse to go on with a return while goods that it opened still lie here."""
    for case in _unsent(session, origin):
        raise DomainError(
            _("{number} is not sent yet. Send it or cancel it first.").format(number=case.number)
        )


def proposed_draft(
    session: Session, origin: ReturnCase, lines: tuple[GoodsOutLine, ...]
) -> GoodsOutDraft:
    """Return goods on their way to where the order went, or to the buyer as typed."""
    order = session.get(Order, origin.case.order_id) if origin.case.order_id else None
    if order is None:
        return GoodsOutDraft(lines, origin.case.buyer_name, origin.case.buyer_phone)
    return GoodsOutDraft(lines, **{name: getattr(order, name) for name in ADDRESS})


def _case(session: Session, origin: Case) -> Case:
    at = unit_of(session).at
    return Case(
        kind="reshipment",
        number=next_number(session, "reshipment", at, origin.shop.timezone),
        shop_id=origin.shop_id,
        order_id=origin.order_id,
        customer_id=origin.customer_id,
        state="to_pack",
        reason_id=origin.reason_id,
        origin_id=origin.id,
        buyer_name=origin.buyer_name,
        buyer_phone=origin.buyer_phone,
        buyer_handle=origin.buyer_handle,
        order_number=origin.order_number,
        opened_at=at,
        currency=origin.currency,
    )


def _check(draft: GoodsOutDraft) -> None:
    for line in draft.lines:
        text_given("lines", line.title, _("Say what goes out, or take the line away."))
        text_fits("lines", line.variant)
        amount_is_sane("lines", line.price_minor)
        if not 1 <= line.quantity <= MOST_UNITS:
            raise FieldError("lines", _("Enter how many go out: at least 1."))
    for name in ADDRESS:
        text_fits(name, getattr(draft, name))


def _lines(lines: Sequence[GoodsOutLine]) -> list[ReshipmentLine]:
    return [
        ReshipmentLine(
            position=n,
            product_id=line.product_id,
            sku=line.sku.strip(),
            title=line.title.strip(),
            variant=line.variant.strip(),
            quantity=line.quantity,
            price_minor=line.price_minor,
        )
        for n, line in enumerate(lines)
    ]


def _address(draft: GoodsOutDraft) -> dict[str, str]:
    return {name: getattr(draft, name).strip() for name in ADDRESS}


def _start_waiting(session: Session, case: Case, origin: ReturnCase | None) -> None:
    """Start the clock of the state, by the policy that judged the return."""
    wait = STATES[case.state].wait
    if wait is not None and origin is not None:
        timing = timing_of(session, origin, wait.clock)
        due = due_at(wait.clock, timing, unit_of(session).at)
        start_clock(session, case, wait.clock, due)


def _follow_clocks(session: Session, found: Reshipment, step: Step) -> None:
    """End the clock that ran and start the next; packing alone leaves it running."""
    if step.code == "pack":
        return
    end_clocks(session, found.case, step.meets)
    if not STATES[found.case.state].is_open:
        found.case.closed_at = unit_of(session).at
    _start_waiting(session, found.case, _origin(session, found))


def _unsent(session: Session, origin: Case) -> Sequence[Case]:
    session.flush()
    opened = select(Case).where(Case.kind == "reshipment", Case.origin_id == origin.id)
    unsent = opened.where(Case.state.in_(UNSENT))
    return session.scalars(unsent.order_by(Case.id)).all()


def _origin(session: Session, found: Reshipment) -> ReturnCase | None:
    origin_id = found.case.origin_id
    return session.get(ReturnCase, origin_id) if origin_id else None


def _pack(session: Session, found: Reshipment, _draft: object) -> None:
    note_event(session, found.case, "reship_pack")


def _send(session: Session, found: Reshipment, draft: object) -> None:
    if not isinstance(draft, DispatchDraft) or not draft.waybill.strip():
        raise FieldError("waybill", _("Enter the waybill of the parcel that goes out."))
    parcel = Parcel(case_id=found.id, direction="out", sent_at=unit_of(session).at)
    carry(session, parcel, WaybillDraft(draft.courier, draft.waybill))
    session.add(parcel)
    freight = amount_is_sane("freight_minor", draft.freight_minor)
    values = event_values(parcel)
    note_event(session, found.case, "reship_send", values=values)
    origin = _origin(session, found)
    case = origin.case if origin else found.case
    add_cost(session, case, "freight_out", freight, note=found.case.number)
    if origin is not None:
        note_event(session, case, "goods_sent", values=values)


def _deliver(session: Session, found: Reshipment, _draft: object) -> None:
    at = unit_of(session).at
    for parcel in session.scalars(select(Parcel).where(Parcel.case_id == found.id)):
        parcel.delivered_at = at
    note_event(session, found.case, "reship_deliver")
    _tell_origin(session, found, "goods_delivered")


def _cancel(session: Session, found: Reshipment, draft: object) -> None:
    if not isinstance(draft, ReasonDraft):
        raise FieldError("text", _("Say why it is cancelled."))
    text = text_given("text", draft.text, _("Say why it is cancelled."), NOTE_LENGTH)
    note_event(session, found.case, "cancel", text=text)
    _tell_origin(session, found, "goods_out_ended", text)


def _tell_origin(session: Session, found: Reshipment, event: str, text: str = "") -> None:
    origin = _origin(session, found)
    if origin is not None:
        values = {"number": found.case.number}
        note_event(session, origin.case, event, text=text, values=values)


_HANDLERS: dict[str, Callable[[Session, Reshipment, Any], None]] = {
    "pack": _pack,
    "send": _send,
    "deliver": _deliver,
    "cancel": _cancel,
}
