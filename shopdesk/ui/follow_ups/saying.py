"""How a follow-up stands, in one sentence with its tone."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.sentences import time_span
from shopdesk.ui.base.moments import when_phrase, when_text
from shopdesk.ui.follow_ups.words import outcome_tone, outcome_words
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for a notice."""

    text: str
    tone: Tone


def said_of(row: FollowUpRow, now: datetime, formats: Formats) -> Said:
    """Return when one is due and how long one waits, or what came of it."""
    if row.done_at is not None:
        return Said(_outcome(row, now, formats), outcome_tone(row))
    due = _due(row, now, formats)
    is_snoozed = row.is_snoozed(now)
    if row.snoozed_until is not None and is_snoozed:
        again = when_phrase(row.snoozed_until, now, formats)
        due = _("{due} You are reminded again {when}.").format(due=due, when=again)
    return Said(due, "late" if row.due_at <= now and not is_snoozed else "accent")


def _due(row: FollowUpRow, now: datetime, formats: Formats) -> str:
    when = when_text(row.due_at, now, formats)
    if row.due_at <= now:
        span = time_span(now - row.due_at)
        return _("Was due: {when}, {time} ago.").format(when=when, time=span)
    return _("Due: {when}.").format(when=when)


def _outcome(row: FollowUpRow, now: datetime, formats: Formats) -> str:
    said = _("{outcome}: {when}, {who}.").format(
        outcome=outcome_words(row),
        when=when_text(row.done_at or now, now, formats),
        who=row.done_by,
    )
    parts = (said, row.outcome_note, row.score_note)
    return "\n".join(part for part in parts if part)
