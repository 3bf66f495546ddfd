"""Complaints: logged, understood, and taken from one state to the next."""

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import SEVERITIES, STATES, STEPS, Grievance, allows
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.states import Step
from shopdesk.services.checks import LINE_LENGTH, NOTE_LENGTH, known, text_fits, text_given
from shopdesk.services.complaint_causes import note_cause
from shopdesk.services.complaint_drafts import ComplaintChange, ComplaintStepDraft, ReplyDraft
from shopdesk.services.complaint_options import add_options, change_option, remove_option
from shopdesk.services.complaint_steps import HANDLERS
from shopdesk.services.complaint_waits import move_clocks
from shopdesk.services.follow_rules import case_event
from shopdesk.services.logging_complaints import log_complaint, reason_id
from shopdesk.services.records import count_on, fetch
from shopdesk.services.replies import note_copied
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

__all__ = [
    "add_options",
    "change_complaint",
    "change_option",
    "log_complaint",
    "note_reply_copied",
    "remove_option",
    "set_cause",
    "take_complaint_step",
]

ASKED_AGAIN = frozenset({"offer"})
"""The steps that begin their state's clock anew though the state stays."""


def take_complaint_step(
    session: Session,
    case_id: int,
    code: str,
    draft: ComplaintStepDraft | None = None,
    version: int | None = None,
) -> None:
    """Do one of rules.complaints.STEPS; `draft` is what the step asks for.

    Raises DomainError where the state does not allow it, StaleError if the complaint was changed
    since `version`, FieldError for what was typed.
    """
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Complaint, case_id)
    step = STEPS[code]
    _check_allowed(case, found, step)
    HANDLERS[code](session, found, step, draft)
    _stamp(session, case, found, step)
    before, case.state = case.state, step.target or case.state
    if step.target is not None and (before != case.state or code in ASKED_AGAIN):
        move_clocks(session, case, step)
        case_event(session, case, step.target)
    session.flush()
    count_on(session, case)


def set_cause(
    session: Session, case_id: int, cause: str, note: str = "", version: int | None = None
) -> None:
    """Note why it went wrong: one of the situation's causes, or unknown; proposes who bears it."""
    case = fetch(session, Case, case_id, version)
    note_cause(session, fetch(session, Complaint, case_id), cause, note)
    count_on(session, case)


def change_complaint(
    session: Session, case_id: int, draft: ComplaintChange, version: int | None = None
) -> None:
    """Correct what was logged; another situation has other causes, so its cause is asked anew."""
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Complaint, case_id)
    known("situation", draft.situation, SITUATIONS)
    if draft.situation != found.situation:
        found.cause = found.cause_note = ""
    found.situation = draft.situation
    found.category = SITUATIONS[draft.situation].category
    case.reason_id = reason_id(session, draft.situation)
    found.channel = known("channel", draft.channel, {"", *CHANNELS})
    found.severity = known("severity", draft.severity, SEVERITIES)
    found.wanted = text_fits("wanted", draft.wanted, LINE_LENGTH)
    case.note = text_given("note", draft.note, _("Say what happened."), NOTE_LENGTH)
    note_event(session, case, "complaint_changed", values={"situation": draft.situation})
    count_on(session, case)


def note_reply_copied(session: Session, case_id: int, code: str, text: str) -> None:
    """Write down that a ready reply was copied for the buyer; the first of all is the reply."""
    note_copied(session, case_id, code, text)
    if fetch(session, Case, case_id).state == "open":
        channel = fetch(session, Complaint, case_id).channel
        take_complaint_step(session, case_id, "reply", ReplyDraft(channel))


def _check_allowed(case: Case, found: Complaint, step: Step) -> None:
    is_with_platform = found.escalated_at is not None and found.verdict_at is None
    if not allows(Grievance(case.state, is_with_platform), step):
        raise DomainError(
            _("{number} is “{state}” now; this step does not follow. Look at it again.").format(
                number=case.number, state=_(STATES[case.state].name)
            )
        )


def _stamp(session: Session, case: Case, found: Complaint, step: Step) -> None:
    """Set and empty the times that a step says; a state that is over says when it ended."""
    at = unit_of(session).at
    for column in step.clears:
        setattr(case if hasattr(case, column) else found, column, None)
    if step.stamps:
        setattr(case if hasattr(case, step.stamps) else found, step.stamps, at)
