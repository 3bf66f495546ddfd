"""Working days: weekends and public holidays rest, days worked in their place do not."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days a shop works; `opened` are weekend days that it works all the same."""

    closed: AbstractSet[date] = frozenset()
    opened: AbstractSet[date] = frozenset()
    weekend: AbstractSet[int] = frozenset({SATURDAY, SUNDAY})

    def works(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        if day in self.opened:
            return True
        return day not in self.closed and day.weekday() not in self.weekend

    def after(self, day: date, days: int) -> date:
        """Return the day that is so many working days after `day`, which does not count."""
        while days > 0:
            day += DAY
            days -= self.works(day)
        return day

    def resting_after(self, day: date, within_days: int) -> Iterator[date]:
        """Yield the days on which the shop rests, of so many days after `day`."""
        following = (day + n * DAY for n in range(1, within_days + 1))
        return (day for day in following if not self.works(day))

    def unusual_after(self, day: date, within_days: int) -> Iterator[date]:
        """Yield the days, of so many after `day`, that are not what their weekday would be."""
        following = (day + n * DAY for n in range(1, within_days + 1))
        return (day for day in following if self.works(day) is (day.weekday() in self.weekend))


EVERY_DAY = WorkCalendar(weekend=frozenset())
"""The calendar of a rule that counts every day."""
