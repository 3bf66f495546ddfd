"""When a task is due, in the two or three words that a row of the day has room for."""

from datetime import datetime, timedelta, tzinfo

from shopdesk.i18n import N_, _
from shopdesk.rules.clocks import DAY_END
from shopdesk.rules.sentences import DAY, HOUR, DueText, time_span

_LATE = N_("{time} late")
_IN = N_("in {time}")
_TODAY = N_("today")


def short_due(due_at: datetime | None, now: datetime, zone: tzinfo) -> DueText:
    """Return when something is due; `tone` is late, wait (within a day), text (today) or neutral.

    What is due at the end of the day, as clocks in days are, is due today, not in so many hours.
    """
    if due_at is None:
        return DueText("—", "neutral")
    left = due_at - now
    if left < timedelta():
        return DueText(_(_LATE).format(time=time_span(-left)), "late")
    if _ends_today(due_at, now, zone):
        return DueText(_(_TODAY), "text")
    tone = "wait" if left <= DAY else "neutral"
    return DueText(_(_IN).format(time=time_span(max(left, HOUR / 60))), tone)


def day_end(now: datetime, zone: tzinfo) -> datetime:
    """Return the last second of a moment's day at a place."""
    return datetime.combine(now.astimezone(zone).date(), DAY_END, zone)


def _ends_today(due_at: datetime, now: datetime, zone: tzinfo) -> bool:
    return due_at.replace(microsecond=0) == day_end(now, zone)
