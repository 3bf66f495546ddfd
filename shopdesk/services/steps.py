"""Taking a return from one state to the next, as the table of steps allows."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Courier, Parcel, ReturnCase
from shopdesk.rules.clocks import due_at
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.judging import policy_of
from shopdesk.rules.states import STATES, STEPS, Step, waiting
from shopdesk.services.checks import NOTE_LENGTH, text_given
from shopdesk.services.drafts import ReasonDraft, SettlementDraft, StepDraft, WaybillDraft
from shopdesk.services.left import check_units
from shopdesk.services.records import fetch
from shopdesk.services.settlement import settle
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

WHOLE = (joinedload(ReturnCase.case, innerjoin=True).joinedload(Case.shop, innerjoin=True),)
"""What a step looks at besides the return, loaded with it."""

Draft = TypeVar("Draft", bound=StepDraft)
Handler = Callable[[Session, ReturnCase, Step, Any], None]


def take_step(
    session: Session,
    case_id: int,
    code: str,
    draft: StepDraft | None = None,
    version: int | None = None,
) -> None:
    """Do one of rules.states.STEPS to a return; `draft` is what the step asks for.

    Raises DomainError where the state does not allow it, StaleError if the case was changed
    since `version`, FieldError for what was typed.
    """
    found = fetch(session, ReturnCase, case_id, with_=WHOLE)
    case = fetch(session, Case, case_id, version)
    step = STEPS[code]
    _check_allowed(case, found, step)
    _stamp(case, found, step, unit_of(session).at)
    HANDLERS[step.asks](session, found, step, draft)
    case.state = step.target
    if not STATES[step.target].is_open:
        case.closed_at = unit_of(session).at
    if "closed_at" in step.clears:
        check_units(session, [case.id])
    start_clock(session, found)


def start_clock(session: Session, found: ReturnCase) -> None:
    """Set when the return is due, by the state its case is in now."""
    case = found.case
    wait = waiting(case.state, goods_back=found.goods_back)
    if wait is None:
        case.due_at, case.due_clock = None, ""
        return
    started = case.opened_at if case.state == "asked" else unit_of(session).at
    case.due_at = due_at(wait.clock, policy_of(found.policy), started)
    case.due_clock = wait.clock
    if wait.clock == "send":
        found.send_by = case.due_at.astimezone(ZoneInfo(case.shop.timezone)).date()


def _check_allowed(case: Case, found: ReturnCase, step: Step) -> None:
    if case.state not in step.sources or step.goods_back not in (None, found.goods_back):
        raise DomainError(
            _("{number} is “{state}” now; this step does not follow. Look at it again.").format(
                number=case.number, state=_(STATES[case.state].name)
            )
        )


def _stamp(case: Case, found: ReturnCase, step: Step, at: datetime) -> None:
    for column in (*step.clears, *((step.stamps,) if step.stamps else ())):
        holder = case if hasattr(case, column) else found
        setattr(holder, column, None if column in step.clears else at)


def _plain(session: Session, found: ReturnCase, step: Step, _draft: StepDraft | None) -> None:
    event = step.code
    if step.code == "agree" and found.advice.get("verdict") == "decline":
        found.overridden = True
        event = "agree_overridden"
    note_event(session, found.case, event)


def _decline(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    text = _reason(draft, _("Say why it is declined; the buyer will ask."))
    found.decline_reason = text
    found.overridden = found.advice.get("verdict") == "agree"
    note_event(session, found.case, step.code, text=text)


def _cancel(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    text = _reason(draft, _("Say why it is cancelled."))
    note_event(session, found.case, step.code, text=text)


def _reason(draft: StepDraft | None, sentence: str) -> str:
    if not isinstance(draft, ReasonDraft):
        raise FieldError("text", sentence)
    return text_given("text", draft.text, sentence, NOTE_LENGTH)


def _waybill(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    if not isinstance(draft, WaybillDraft):
        raise FieldError("waybill", _("Enter the waybill that the buyer gave you."))
    waybill = text_given(
        "waybill", draft.waybill, _("Enter the waybill that the buyer gave you."), 64
    )
    courier = session.scalar(select(Courier).where(Courier.code == draft.courier))
    if courier is None:
        raise FieldError("courier", _("Choose the courier."))
    session.add(
        Parcel(
            case_id=found.id,
            direction="back",
            courier_id=courier.id,
            courier_name=courier.name,
            waybill=waybill,
            waybill_folded=folded_waybill(waybill),
            sent_at=unit_of(session).at,
        )
    )
    note_event(session, found.case, step.code, values={"courier": courier.code, "waybill": waybill})


def _settle(session: Session, found: ReturnCase, _step: Step, draft: StepDraft | None) -> None:
    if not isinstance(draft, SettlementDraft):
        raise FieldError("goods_minor", _("Enter what goes back to the buyer."))
    settle(session, found, draft)


HANDLERS: dict[str | None, Handler] = {
    None: _plain,
    "decline": _decline,
    "cancel": _cancel,
    "waybill": _waybill,
    "settlement": _settle,
}
