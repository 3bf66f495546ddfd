"""What is claimed from a courier for a case: opened, claimed, paid or refused."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, CostEntry, CourierClaim, FollowUp, Parcel
from shopdesk.rules.claims import REASONS, STATES, STEPS, ClaimStep, remind_at
from shopdesk.rules.clocks import DAY_END
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, known, text_fits, text_given
from shopdesk.services.claim_drafts import ClaimDraft, ClaimStepDraft
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.follow_ups import log_outcome
from shopdesk.services.ledger import add_cost, refresh_cost
from shopdesk.services.planning import Source, make_follow_up
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

INDEMNITY = "courier_indemnity"


def open_claim(session: Session, case_id: int, draft: ClaimDraft) -> int:
    """Open a claim about a case; returns its id.

    A follow-up reminds of it before its last day. Raises FieldError at the draft's attributes.
    """
    case, unit = fetch(session, Case, case_id), unit_of(session)
    found = CourierClaim(case=case, state="open", opened_at=unit.at, opened_by=unit.by)
    _fill_in(session, found, draft)
    session.add(found)
    session.flush()
    _note(session, found, "claim_open", found.goods_minor + found.freight_minor)
    _plan_reminder(session, found)
    return found.id


def change_claim(
    session: Session, claim_id: int, draft: ClaimDraft, version: int | None = None
) -> None:
    """Correct a claim that is open; the reminder of it follows its last day."""
    found = fetch(session, CourierClaim, claim_id, version)
    if not STATES[found.state].is_open:
        raise DomainError(_("This claim has ended. Reopen it first."))
    before = found.due_at
    _fill_in(session, found, draft)
    session.flush()
    if found.state == "open" and found.due_at != before:
        _end_reminder(session, found, "dropped")
        _plan_reminder(session, found)


def take_claim_step(
    session: Session,
    claim_id: int,
    code: str,
    draft: ClaimStepDraft,
    version: int | None = None,
) -> None:
    """Do one of rules.claims.STEPS; what the courier pays goes into the case's ledger.

    Raises DomainError where the claim stands elsewhere, FieldError at the draft's attributes.
    """
    found = fetch(session, CourierClaim, claim_id, version)
    step = STEPS[code]
    if found.state not in step.sources:
        raise DomainError(
            _("The claim is “{state}” now; this step does not follow. Look at it again.").format(
                state=_(STATES[found.state].name)
            )
        )
    _check_step(step, draft)
    if found.state == "paid":
        _take_out(session, found)
    _move_on(session, found, step, draft)
    if step.code == "pay":
        _pay_in(session, found)


def _move_on(session: Session, found: CourierClaim, step: ClaimStep, draft: ClaimStepDraft) -> None:
    at = unit_of(session).at
    found.reference = draft.reference.strip() or found.reference
    if step.code == "claim":
        found.claimed_minor, found.claimed_at = draft.amount_minor, at
    found.paid_minor = draft.amount_minor if step.code == "pay" else 0
    # What was never asked for is still to be asked for, however often it is reopened.
    never_claimed = step.code == "reopen" and found.claimed_at is None
    found.state = "open" if never_claimed else step.target
    found.ended_at = None if STATES[found.state].is_open else at
    session.flush()
    event = f"claim_{step.code}_said" if draft.note.strip() else f"claim_{step.code}"
    _note(session, found, event, draft.amount_minor, draft.note.strip())
    _end_reminder(session, found, "done")


def _check_step(step: ClaimStep, draft: ClaimStepDraft) -> None:
    if "amount" in step.asks and not amount_is_sane("amount_minor", draft.amount_minor):
        raise FieldError("amount_minor", _("Enter the amount."))
    text_fits("reference", draft.reference)
    if step.needs_note:
        text_given("note", draft.note, _("Say why, in a few words."), NOTE_LENGTH)
    else:
        text_fits("note", draft.note, NOTE_LENGTH)


def _fill_in(session: Session, found: CourierClaim, draft: ClaimDraft) -> None:
    found.reason = known("reason", draft.reason, REASONS)
    found.goods_minor = amount_is_sane("goods_minor", draft.goods_minor)
    found.freight_minor = amount_is_sane("freight_minor", draft.freight_minor)
    if not found.goods_minor + found.freight_minor:
        raise FieldError("goods_minor", _("Enter what the goods were worth."))
    found.note = text_fits("note", draft.note, NOTE_LENGTH)
    parcel = fetch(session, Parcel, draft.parcel_id) if draft.parcel_id else None
    found.parcel_id = parcel.id if parcel else None
    found.courier_id = parcel.courier_id if parcel else None
    found.due_at = _end_of_day(session, found.case, draft)


def _end_of_day(session: Session, case: Case, draft: ClaimDraft) -> datetime | None:
    if draft.due_on is None:
        return None
    local = datetime.combine(draft.due_on, DAY_END, ZoneInfo(case.shop.timezone))
    check_not_too_far("due_on", local, unit_of(session).at)
    return local.astimezone(UTC)


def _pay_in(session: Session, found: CourierClaim) -> None:
    add_cost(session, found.case, INDEMNITY, found.paid_minor, note=_ledger_note(found))


def _take_out(session: Session, found: CourierClaim) -> None:
    """Take a payment out of the ledger again, unless somebody has changed it there since."""
    booked = select(CostEntry).where(
        CostEntry.case_id == found.case_id,
        CostEntry.kind == INDEMNITY,
        CostEntry.amount_minor == found.paid_minor,
        CostEntry.note == _ledger_note(found),
    )
    entry = session.scalars(booked.order_by(CostEntry.id.desc()).limit(1)).first()
    if entry is not None:
        session.delete(entry)
        refresh_cost(session, found.case)


def _ledger_note(found: CourierClaim) -> str:
    return found.reference


def _plan_reminder(session: Session, found: CourierClaim) -> None:
    if found.due_at is None:
        return
    at = remind_at(found.due_at, unit_of(session).at)
    planned = FollowUpDraft("claim", at, case_id=found.case_id, note=found.note)
    kept = select(FollowUp.id).where(FollowUp.source_key.like(f"{_key(found)}%"))
    times = len(session.scalars(kept).all())
    make_follow_up(session, planned, Source(key=f"{_key(found)}{times + 1}"))


def _end_reminder(session: Session, found: CourierClaim, outcome: str) -> None:
    planned = select(FollowUp).where(
        FollowUp.source_key.like(f"{_key(found)}%"), FollowUp.done_at.is_(None)
    )
    for reminder in session.scalars(planned).all():
        log_outcome(session, reminder.id, OutcomeDraft(outcome))


def _key(found: CourierClaim) -> str:
    return f"claim:{found.id}:"


def _note(
    session: Session, found: CourierClaim, event: str, amount_minor: int, text: str = ""
) -> None:
    case = found.case
    values = {"amount_minor": amount_minor, "currency": case.currency, "claim": found.reason}
    note_event(session, case, event, text=text, values=values)
