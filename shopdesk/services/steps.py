"""Taking a return from one state to the next, as the table of steps allows."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session, joinedload

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, ReturnCase
from shopdesk.rules.advice import advice_now
from shopdesk.rules.clocks import first_due_at, reminded_until
from shopdesk.rules.receiving import MORE
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import STATES, STEPS, Standing, Step, allows, waiting
from shopdesk.services.checks import NOTE_LENGTH, text_given
from shopdesk.services.clocks import end_clocks, start_clock
from shopdesk.services.drafts import (
    ReasonDraft,
    ReceiptDraft,
    SendBackDraft,
    SettlementDraft,
    StepDraft,
    WaybillDraft,
)
from shopdesk.services.follow_rules import case_event
from shopdesk.services.goods_out import open_reshipment
from shopdesk.services.inspection import finish_inspection
from shopdesk.services.left import check_units
from shopdesk.services.parcels import note_arrival
from shopdesk.services.policies import timing_of
from shopdesk.services.records import fetch
from shopdesk.services.settlement import send_back, settle
from shopdesk.services.timeline import note_event
from shopdesk.services.unsent import check_sent, end_unsent
from shopdesk.services.waybills import add_parcel_back, event_values
from shopdesk.storage.database import unit_of

WHOLE = (
    joinedload(ReturnCase.case, innerjoin=True).joinedload(Case.shop, innerjoin=True),
    joinedload(ReturnCase.policy),
)
"""What a step looks at besides the return, loaded with it."""

AGREED_AS = {"decline": "agree_overridden", "ask": "agree_asked"}
"""How agreeing is told where the policy says otherwise, by its verdict."""

_EVIDENCE = "SELECT 1 FROM attachment WHERE case_id = ? LIMIT 1"
"""Asked of the driver: the ORM would write the step first, and once more at its end."""

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
    HANDLERS.get(code, FORM_HANDLERS.get(step.asks, _plain))(session, found, step, draft)
    if step.target is None:
        return
    case.state = step.target
    if not STATES[step.target].is_open:
        case.closed_at = unit_of(session).at
    if "closed_at" in step.clears:
        check_units(session, [case.id])
    end_clocks(session, case, step.meets)
    start_waiting(session, found)
    case_event(session, case, step.target)


def start_waiting(
    session: Session, found: ReturnCase, platform_due_at: datetime | None = None
) -> None:
    """Start the clock of the state that a return is in now; a platform's own deadline wins."""
    case = found.case
    wait = waiting(case.state, remedy_of(found.remedy))
    if wait is None:
        return
    timing = timing_of(session, found, wait.clock)
    started = case.opened_at if case.state == "asked" else unit_of(session).at
    arrived = None if case.settled_at else found.arrived_at
    due = platform_due_at or first_due_at(wait.clock, timing, started, arrived)
    if wait.clock == "send":
        found.send_by = due.astimezone(timing.zone).date()
    source = "platform" if platform_due_at else "policy"
    start_clock(session, case, wait.clock, due, started_at=started, source=source)


def _check_allowed(case: Case, found: ReturnCase, step: Step) -> None:
    standing = Standing(case.state, remedy_of(found.remedy), settled=case.settled_at is not None)
    if not allows(standing, step):
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
    note_event(session, found.case, step.code)


def _agree(session: Session, found: ReturnCase, step: Step, _draft: StepDraft | None) -> None:
    advised = _advised(session, found)
    found.overridden = found.overridden or advised == "decline"
    note_event(session, found.case, AGREED_AS.get(advised, step.code))
    if found.remedy == "exchange" and found.case.shop.exchange_when == "agreed":
        open_reshipment(session, found)


def _remind(session: Session, found: ReturnCase, step: Step, _draft: StepDraft | None) -> None:
    """Keep the clock that ran out, or was cut short, and wait some days more."""
    case = found.case
    code = case.due_clock
    end_clocks(session, case)
    timing = timing_of(session, found, code)
    until = reminded_until(code, timing, unit_of(session).at)
    start_clock(session, case, code, until, source="reminder")
    note_event(session, case, step.code)


def _decline(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    text = _reason(draft, _("Say why it is declined; the buyer will ask."))
    found.decline_reason = text
    found.overridden = _advised(session, found) == "agree"
    note_event(session, found.case, step.code, text=text)


def _advised(session: Session, found: ReturnCase) -> str:
    """Return what the policy says now that evidence may have come."""
    if found.advice.get("verdict") == "agree":
        return "agree"
    evidence = session.connection().exec_driver_sql(_EVIDENCE, (found.id,)).first()
    return str(advice_now(found.advice, has_evidence=evidence is not None).get("verdict", ""))


def _cancel(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    text = _reason(draft, _("Say why it is cancelled."))
    note_event(session, found.case, step.code, text=text)
    end_unsent(session, found.case, text)


def _reason(draft: StepDraft | None, sentence: str) -> str:
    if not isinstance(draft, ReasonDraft):
        raise FieldError("text", sentence)
    return text_given("text", draft.text, sentence, NOTE_LENGTH)


def _waybill(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    if not isinstance(draft, WaybillDraft):
        raise FieldError("waybill", _("Enter the waybill that the buyer gave you."))
    parcel = add_parcel_back(session, found.id, draft)
    note_event(session, found.case, step.code, values=event_values(parcel))


def _send_back(session: Session, found: ReturnCase, _step: Step, draft: StepDraft | None) -> None:
    if not isinstance(draft, SendBackDraft):
        raise FieldError("text", _("Say why it is declined; the buyer will ask."))
    send_back(session, found, draft)


def _settle(session: Session, found: ReturnCase, _step: Step, draft: StepDraft | None) -> None:
    if not isinstance(draft, SettlementDraft):
        raise FieldError("goods_minor", _("Enter what goes back to the buyer."))
    settle(session, found, draft)


def _receive(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    receipt = draft if isinstance(draft, ReceiptDraft) else None
    note_arrival(session, found.id, receipt, is_further=step.code == MORE)
    note_event(
        session, found.case, step.code, values={"scanned": receipt.scanned} if receipt else {}
    )


def _close(session: Session, found: ReturnCase, step: Step, draft: StepDraft | None) -> None:
    check_sent(session, found.case)
    _plain(session, found, step, draft)


HANDLERS: dict[str, Handler] = {
    "agree": _agree,
    "remind": _remind,
    "close": _close,
    **dict.fromkeys(("receive", "receive_early", "receive_more"), _receive),
}
"""What a step does besides its change of state, by its code; by its form where that says all."""

FORM_HANDLERS: dict[str | None, Handler] = {
    "decline": _decline,
    "cancel": _cancel,
    "waybill": _waybill,
    "settlement": _settle,
    "inspection": finish_inspection,
    "send_back": _send_back,
}
