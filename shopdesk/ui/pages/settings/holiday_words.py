"""Days on which a shop rests or works, in words."""

from datetime import date
from itertools import islice

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.rules.calendar import WorkCalendar

_AHEAD_DAYS = 366
_TOLD = 5
_RESTS, _WORKS = N_("{day}: rests"), N_("{day}: works")


def day_text(day: date, *, rests: bool, formats: Formats) -> str:
    """Return a day, and whether the shop rests on it."""
    return _(_RESTS if rests else _WORKS).format(day=formats.date(day))


def country_text(country: str, formats: Formats) -> str:
    """Return whose public holidays are kept."""
    if not country:
        return _("No public holidays: it rests on Saturdays and Sundays.")
    return _("Public holidays of {country}").format(country=formats.country(country))


def ahead_text(calendar: WorkCalendar, today: date, formats: Formats) -> str:
    """Return the next days of rest, and the next that are not what their weekday would be.

    Looks a year ahead; tells five of each.
    """
    resting = islice(calendar.resting_after(today, _AHEAD_DAYS), _TOLD)
    unusual = islice(calendar.unusual_after(today, _AHEAD_DAYS), _TOLD)
    between = _(", ")
    rests = between.join(map(formats.day_month, resting))
    lines = [_("Rests next on {days}.").format(days=rests)] if rests else []
    special = between.join(
        day_text(day, rests=not calendar.works(day), formats=formats) for day in unusual
    )
    if special:
        lines.append(_("Out of the ordinary: {days}.").format(days=special))
    return "\n".join(lines)
