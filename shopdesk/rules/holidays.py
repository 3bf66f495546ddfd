"""Public holidays of a country, and the weekend days that are worked in their place."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from shopdesk.rules.calendar import WorkCalendar


@lru_cache(maxsize=1)
def known_countries() -> frozenset[str]:
    """Return the countries whose public holidays are known, by their two letters."""
    import holidays  # reads 250 countries: only who asks for one waits for it

    return frozenset(holidays.list_supported_countries(include_aliases=False))


@lru_cache(maxsize=64)
def public_holidays(country: str, year: int) -> WorkCalendar:
    """Return the working days of a country in `year`, the year before and the year after.

    Of a country that is not known, and of none, only the weekends are. Years that a government
    has not announced yet are computed as far as they can be.
    """
    import holidays

    if country not in known_countries():
        return WorkCalendar()
    found = holidays.country_holidays(country, years=range(year - 1, year + 2))
    return WorkCalendar(
        closed=frozenset(found),
        opened=frozenset(found.weekend_workdays),
        weekend=frozenset(found.weekend),
    )


def with_own_days(calendar: WorkCalendar, own: Mapping[date, bool]) -> WorkCalendar:
    """Return a calendar with a shop's own days: True where it rests, False where it works."""
    closed = {day for day, rests in own.items() if rests}
    opened = {day for day, rests in own.items() if not rests}
    return WorkCalendar(
        closed=(calendar.closed - opened) | closed,
        opened=(calendar.opened - closed) | opened,
        weekend=calendar.weekend,
    )
