"""Stretches of calendar days, and the moments at which they begin in a time zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
REASON_DAYS = 30
"""Over how many days the first page counts why things come back."""
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def starts_s(self, zone: ZoneInfo) -> int:
        """Return when the first day begins in `zone`, as seconds since 1970."""
        return _midnight_s(self.first, zone)

    def ends_s(self, zone: ZoneInfo) -> int:
        """Return when the day after the last begins in `zone`: the end, itself not included."""
        return _midnight_s(self.last + ONE_DAY, zone)


def month_of(day: date) -> Days:
    """Return the month that a day lies in."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Days(first, following - ONE_DAY)


def month_before(month: Days) -> Days:
    """Return the month before."""
    return month_of(month.first - ONE_DAY)


def weeks_of(month: Days) -> list[Days]:
    """Return the weeks of a month, Monday to Sunday, cut at its ends."""
    weeks, first = [], month.first
    while first <= month.last:
        sunday = first + timedelta(days=_SUNDAY - first.weekday())
        weeks.append(Days(first, min(sunday, month.last)))
        first = sunday + ONE_DAY
    return weeks


def _midnight_s(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time.min, zone).timestamp())
