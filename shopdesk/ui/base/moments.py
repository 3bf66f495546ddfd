"""When something happened, said shortly: the nearer it is, the fewer words.

when_text(entry.at, datetime.now(UTC), Formats(current_language(), zone))     # "Today 09:12"
when_phrase(case.came_at, datetime.now(UTC), formats)                         # "today at 09:12"
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _

_ALONE = {
    "today": N_("Today {time}"),
    "yesterday": N_("Yesterday {time}"),
    "this_year": N_("{day} {time}"),
    "before": N_("{day}"),
}
_WITHIN = {
    "today": N_("today at {time}"),
    "yesterday": N_("yesterday at {time}"),
    "this_year": N_("on {day} at {time}"),
    "before": N_("on {day}"),
}
"""The same within a sentence, such as "It came {when}."."""


def when_text(moment: datetime, now: datetime, formats: Formats) -> str:
    """Return the time of a day near `now`, day and time of this year, the date of another."""
    return _said(_ALONE, moment, now, formats)


def when_phrase(moment: datetime, now: datetime, formats: Formats) -> str:
    """Return the same as it stands in the middle or at the end of a sentence."""
    return _said(_WITHIN, moment, now, formats)


def _said(words: Mapping[str, str], moment: datetime, now: datetime, formats: Formats) -> str:
    then, today = (at.astimezone(formats.timezone).date() for at in (moment, now))
    if then in (today, today - timedelta(days=1)):
        near = "today" if then == today else "yesterday"
        return _(words[near]).format(time=formats.time(moment))
    if then.year == today.year:
        day = formats.day_month(then)
        return _(words["this_year"]).format(day=day, time=formats.time(moment))
    return _(words["before"]).format(day=formats.date(then))
