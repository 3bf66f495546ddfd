"""What each step of a complaint does besides its change of state, by its code."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Complaint
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import LEAST_OPTIONS, VERDICTS
from shopdesk.rules.states import Step
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, known, text_fits, text_given
from shopdesk.services.complaint_closing import close
from shopdesk.services.complaint_deeds import do_chosen
from shopdesk.services.complaint_drafts import (
    ChoiceDraft,
    EscalationDraft,
    OfferDraft,
    ReplyDraft,
    VerdictDraft,
)
from shopdesk.services.complaint_merging import merge
from shopdesk.services.complaint_options import options_now
from shopdesk.services.complaint_waits import end_platform, prolong, start_platform
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.ledger import add_cost
from shopdesk.services.timeline import note_event, note_said
from shopdesk.storage.database import unit_of

Handler = Callable[[Session, Complaint, Step, Any], None]


def _reply(session: Session, found: Complaint, step: Step, draft: object) -> None:
    replied = draft if isinstance(draft, ReplyDraft) else ReplyDraft()
    known("channel", replied.channel, {"", *CHANNELS})
    text = text_fits("text", replied.text, NOTE_LENGTH)
    values = {"channel": replied.channel}
    note_said(session, found.case, f"complaint_{step.code}", text, values)


def _offer(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    """Put the options to the buyer: two at least, or one and the reason why there is no other."""
    options = options_now(found)
    if not options:
        raise DomainError(_("Add what can be offered first: two options at least."))
    reason = draft.few_reason if isinstance(draft, OfferDraft) else ""
    found.few_reason = text_fits("few_reason", reason) if len(options) < LEAST_OPTIONS else ""
    if len(options) < LEAST_OPTIONS and not found.few_reason:
        raise FieldError(
            "few_reason", _("Offer at least two options, or say why there is only one.")
        )
    for option in options:
        option.offered_at = option.offered_at or unit_of(session).at
    found.replied_at = found.replied_at or unit_of(session).at
    event = "offer_few" if found.few_reason else "offer"
    values = {"options": [option.title for option in options]}
    note_event(session, found.case, event, text=found.few_reason, values=values)


def _choose(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    offered = [option for option in options_now(found) if option.offered_at]
    wanted = draft.option_id if isinstance(draft, ChoiceDraft) else 0
    chosen = next((option for option in offered if option.id == wanted), None)
    if chosen is None:
        raise FieldError("option_id", _("Choose one of the options that were offered."))
    for option in offered:
        option.chosen_at = unit_of(session).at if option is chosen else None
    found.case.amount_minor = chosen.amount_minor + chosen.freight_minor
    note = text_fits("note", draft.note, NOTE_LENGTH) if isinstance(draft, ChoiceDraft) else ""
    note_said(session, found.case, "choose", note, {"option": chosen.title})


def _act(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    do_chosen(session, found, draft)
    found.case.settled_at = unit_of(session).at


def _ask_again(session: Session, found: Complaint, step: Step, _draft: object) -> None:
    prolong(session, found.case, "choose")
    note_event(session, found.case, step.code)


def _escalate(session: Session, found: Complaint, step: Step, draft: object) -> None:
    if not isinstance(draft, EscalationDraft):
        raise FieldError("due_at", _("Enter the deadline that the platform shows."))
    if draft.due_at <= unit_of(session).at:
        raise FieldError(
            "due_at", _("This moment has passed. Enter the deadline that the platform shows.")
        )
    check_not_too_far("due_at", draft.due_at, unit_of(session).at)
    found.platform_number = text_fits("number", draft.number)
    found.platform_asks = text_fits("asks", draft.asks, NOTE_LENGTH)
    found.platform_due_at = draft.due_at
    found.verdict = found.verdict_note = ""
    start_platform(session, found.case, draft.due_at)
    values = {"moment": draft.due_at.isoformat(), "number": found.platform_number}
    note_said(session, found.case, step.code, found.platform_asks, values)


def _verdict(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    if not isinstance(draft, VerdictDraft):
        raise FieldError("verdict", _("Say how the platform decided."))
    found.verdict = known("verdict", draft.verdict, VERDICTS)
    found.verdict_note = text_fits("note", draft.note, NOTE_LENGTH)
    amount = amount_is_sane("amount_minor", draft.amount_minor)
    add_cost(session, found.case, "compensation", amount, note=found.platform_number)
    end_platform(session, found.case)
    values = {"verdict": found.verdict, "paid_minor": amount, "currency": found.case.currency}
    event = "verdict_paid" if amount else "verdict"
    note_said(session, found.case, event, found.verdict_note, values)


def _merge(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    merge(session, found, draft)


def _reasoned(session: Session, found: Complaint, step: Step, draft: object) -> None:
    """Do what only needs a person's reason."""
    text = draft.text if isinstance(draft, ReasonDraft) else ""
    told = text_given("text", text, _("Say why, in a few words."), NOTE_LENGTH)
    note_event(session, found.case, f"complaint_{step.code}", text=told)


def _reopen(session: Session, found: Complaint, step: Step, draft: object) -> None:
    """Begin another round; what was offered in those before stays as it was."""
    found.round += 1
    found.few_reason = ""
    _reasoned(session, found, step, draft)


def _close(session: Session, found: Complaint, _step: Step, draft: object) -> None:
    close(session, found, draft)


HANDLERS: dict[str, Handler] = {
    "reply": _reply,
    "offer": _offer,
    "choose": _choose,
    "act": _act,
    "ask_again": _ask_again,
    "escalate": _escalate,
    "verdict": _verdict,
    "merge": _merge,
    "close": _close,
    "settle_unanswered": _reasoned,
    "withdraw": _reasoned,
    "reopen": _reopen,
}
