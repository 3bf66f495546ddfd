"""Dated things to do: planned, put off, changed, and what came of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, FollowUp
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.follow_ups import OUTCOMES, SCORES, WITHOUT_NEXT
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.checks import LINE_LENGTH, NOTE_LENGTH, known, text_fits
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.planning import fill_in, make_follow_up, open_follow_up
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of


def add_follow_up(session: Session, draft: FollowUpDraft) -> int:
    """Plan something; the case, if there is one, tells of it. Returns the follow-up's id.

    A time that has passed is taken: it is overdue at once. Raises FieldError at the draft's
    attributes.
    """
    made = make_follow_up(session, draft)
    if made.case is not None:
        values = {"task": made.kind, "moment": made.due_at.isoformat()}
        note_event(session, made.case, "follow_up", values=values)
    return made.id


def change_follow_up(
    session: Session, follow_up_id: int, draft: FollowUpDraft, version: int | None = None
) -> None:
    """Change what is to be done, when, how and by whom; about whom it is stays.

    A new time is reminded of anew. Raises DomainError for one that is done.
    """
    found = open_follow_up(session, follow_up_id, version)
    if draft.due_at != found.due_at:
        found.snoozed_until = None
    fill_in(session, found, draft)


def snooze(
    session: Session, follow_up_id: int, until: datetime, version: int | None = None
) -> None:
    """Be reminded again at `until`; it stays due when it is due."""
    found = open_follow_up(session, follow_up_id, version)
    if until <= unit_of(session).at:
        raise FieldError("until", _("This moment has passed. Choose one that is still to come."))
    check_not_too_far("until", until, unit_of(session).at)
    found.snoozed_until = until


def snooze_all(session: Session, follow_up_ids: Sequence[int], until: datetime) -> None:
    """Be reminded again of several; those that are done or gone by now are left out."""
    still_open = select(FollowUp.id).where(FollowUp.done_at.is_(None))
    for follow_up_id in session.scalars(still_open.where(FollowUp.id.in_(follow_up_ids))).all():
        snooze(session, follow_up_id, until)


def log_outcome(
    session: Session, follow_up_id: int, draft: OutcomeDraft, version: int | None = None
) -> int | None:
    """Write down what came of one, and plan the next if there is one; returns the next's id.

    A score is an answer's alone. Raises DomainError for one that is done, FieldError at the
    draft's attributes.
    """
    found = open_follow_up(session, follow_up_id, version)
    _end(session, found, draft)
    following = _next(session, found, draft) if draft.next_kind else None
    if found.case is not None:
        _tell(session, found.case, found, following)
    return None if following is None else following.id


def _end(session: Session, found: FollowUp, draft: OutcomeDraft) -> None:
    unit = unit_of(session)
    found.outcome = known("outcome", draft.outcome, OUTCOMES)
    found.outcome_note = text_fits("note", draft.note, NOTE_LENGTH)
    found.score = _score(draft)
    found.score_note = _score_note(draft)
    if draft.channel:
        found.channel = known("channel", draft.channel, CHANNELS)
    found.done_at, found.done_by = unit.at, unit.by
    session.flush()


def _score(draft: OutcomeDraft) -> int | None:
    if draft.score is None:
        return None
    if draft.outcome != "answered":
        raise FieldError("score", _("A score is what somebody answered. Take it away."))
    if draft.score not in SCORES:
        raise FieldError(
            "score",
            _("Enter a score from {least} to {most}.").format(least=SCORES[0], most=SCORES[-1]),
        )
    return draft.score


def _score_note(draft: OutcomeDraft) -> str:
    why = text_fits("score_note", draft.score_note, LINE_LENGTH)
    if why and draft.score is None:
        raise FieldError("score_note", _("Choose the score that this is the reason of."))
    return why


def _next(session: Session, found: FollowUp, draft: OutcomeDraft) -> FollowUp:
    if draft.outcome in WITHOUT_NEXT:
        raise FieldError("next_kind", _("Nothing follows what is not needed any more."))
    if draft.next_due_at is None:
        raise FieldError("next_due_at", _("Choose when it is to be done."))
    planned = FollowUpDraft(
        kind=draft.next_kind,
        due_at=draft.next_due_at,
        case_id=found.case_id,
        customer_id=found.customer_id,
        shop_id=found.shop_id,
        channel=found.channel,
        note=draft.next_note or found.note,
        owner_id=found.owner_id,
        previous_id=found.id,
    )
    try:
        return make_follow_up(session, planned)
    except FieldError as error:
        raise FieldError(f"next_{error.field}", error.sentence) from error


def _tell(session: Session, case: Case, found: FollowUp, following: FollowUp | None) -> None:
    """Write on the case's timeline what came of it, what was said, and what is next."""
    values = {"task": found.kind, "outcome": found.outcome}
    event = "follow_up_said" if found.outcome_note else "follow_up_done"
    if following is not None:
        event, values["moment"] = f"{event}_next", following.due_at.isoformat()
    note_event(session, case, event, text=found.outcome_note, values=values)
    if found.score is not None:
        event = "follow_up_score_why" if found.score_note else "follow_up_score"
        note_event(session, case, event, text=found.score_note, values={"score": found.score})
