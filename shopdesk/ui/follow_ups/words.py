"""A follow-up in words: when it is due, what came of it, what it is about."""

from datetime import datetime, timedelta

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.sentences import DueText, outcome_name, time_span
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.theme import Tone

TONES: dict[str, Tone] = {"late": "late", "wait": "wait", "neutral": "muted"}
OUTCOME_TONES: dict[str, Tone] = {"answered": "good", "done": "good", "no_answer": "wait"}
_DAY = timedelta(days=1)


def due_words(row: FollowUpRow, now: datetime) -> DueText:
    """Return until when one is put off, when it is due or how late; when it was done, if it was."""
    formats = Formats(current_language(), row.zone)
    if row.done_at is not None:
        return DueText(when_text(row.done_at, now, formats), "neutral")
    if row.snoozed_until is not None and row.is_snoozed(now):
        until = _ahead(row.snoozed_until, now, formats)
        return DueText(_("Snoozed until {when}").format(when=until), "neutral")
    if row.due_at <= now:
        return DueText(_("{time} late").format(time=time_span(now - row.due_at)), "late")
    return DueText(
        _ahead(row.due_at, now, formats), "wait" if row.due_at - now < _DAY else "neutral"
    )


def _ahead(moment: datetime, now: datetime, formats: Formats) -> str:
    """Return a time to come; tomorrow is said as such."""
    today, day = (at.astimezone(formats.timezone).date() for at in (now, moment))
    if day == today + _DAY:
        return _("Tomorrow {time}").format(time=formats.time(moment))
    return when_text(moment, now, formats)


def buyer_of(row: FollowUpRow) -> str:
    """Return whom it is about; empty where it is about nobody."""
    return row.buyer_name or row.buyer_handle


def outcome_words(row: FollowUpRow) -> str:
    """Return what came of one, with the score if there is one."""
    said = outcome_name(row.outcome)
    if row.score is None:
        return said
    return _("{outcome}, {score} of 5").format(outcome=said, score=row.score)


def outcome_tone(row: FollowUpRow) -> Tone:
    """Return the colours of an outcome."""
    return OUTCOME_TONES.get(row.outcome, "muted")


def channel_name(code: str) -> str:
    """Return a channel's name; empty for none."""
    return _(CHANNELS[code]) if code in CHANNELS else code


def about_line(row: FollowUpRow) -> str:
    """Return channel, owner and note in one line."""
    note = " ".join(row.note.split())
    return " · ".join(part for part in (channel_name(row.channel), row.owner, note) if part)
