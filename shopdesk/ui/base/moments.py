"""When something happened, said shortly: the nearer it is, the fewer words.

when_text(entry.at, datetime.now(UTC), Formats(current_language(), zone))     # "Today 09:12"
"""

from datetime import datetime, timedelta

from shopdesk.formats import Formats
from shopdesk.i18n import _


def when_text(moment: datetime, now: datetime, formats: Formats) -> str:
    """Return the time of a day near `now`, day and time of this year, the date of another."""
    then, today = (at.astimezone(formats.timezone).date() for at in (moment, now))
    time = formats.time(moment)
    if then == today:
        return _("Today {time}").format(time=time)
    if then == today - timedelta(days=1):
        return _("Yesterday {time}").format(time=time)
    if then.year == today.year:
        return _("{day} {time}").format(day=formats.day_month(then), time=time)
    return formats.date(then)
