"""When something is to be done: in working hours, on the shop's own clock and calendar."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shopdesk.i18n import N_
from shopdesk.rules.calendar import EVERY_DAY, WorkCalendar

MORNING = time(10)
"""The hour at which what nobody timed is due: people answer, and the day's mail is read."""

QUICK_DAYS = {
    "tomorrow": (N_("Tomorrow"), 1),
    "three_days": (N_("In 3 days"), 3),
    "next_week": (N_("In a week"), 7),
}
"""The quick choices of a next time, with their days from now."""

SNOOZES = {
    "hour": (N_("In an hour"), timedelta(hours=1)),
    "later_today": (N_("In 3 hours"), timedelta(hours=3)),
}
"""The short waits before one is reminded again; then come the quick choices."""

DAY = timedelta(days=1)
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Days:
    """Where today and this week end on one clock; a week ends with its Sunday."""

    now: datetime
    today_ends: datetime
    week_ends: datetime


@dataclass(frozen=True, slots=True)
class ShopTimes:
    """A shop's clock and calendar, by which quick choices are counted."""

    zone: ZoneInfo
    calendar: WorkCalendar = EVERY_DAY

    def quick(self, key: str, now: datetime) -> datetime:
        """Return the moment of one of QUICK_DAYS or SNOOZES."""
        if key in SNOOZES:
            return now + SNOOZES[key][1]
        return lands_at(now, QUICK_DAYS[key][1], self.zone, self.calendar)


def lands_at(
    since: datetime, days: int, zone: ZoneInfo, calendar: WorkCalendar = EVERY_DAY
) -> datetime:
    """Return, in UTC, the first working morning at least so many days after a moment.

    Days are those of the shop's calendar, so ten o'clock stays ten o'clock over daylight saving.
    It is always later than `since`.
    """
    day = since.astimezone(zone).date() + days * DAY
    while not calendar.works(day) or _morning_of(day, zone) <= since:
        day += DAY
    return _morning_of(day, zone)


def days_around(now: datetime, zone: ZoneInfo) -> Days:
    """Return the ends of today and of this week, in UTC; the week's is never before today's."""
    today = now.astimezone(zone).date()
    monday = today + (WEEK_DAYS - today.weekday()) * DAY
    return Days(now, _midnight_of(today + DAY, zone), _midnight_of(monday, zone))


def _morning_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


def _midnight_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
