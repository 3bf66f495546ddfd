"""Working days: weekends, public holidays, days worked in their place, and a shop's own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.calendar import DAY, EVERY_DAY, WorkCalendar
from shopdesk.rules.holidays import known_countries, public_holidays, with_own_days

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
CALENDARS = st.sampled_from(
    [
        EVERY_DAY,
        WorkCalendar(),
        public_holidays("CN", 2026),
        public_holidays("US", 2026),
        public_holidays("DE", 2026),
        public_holidays("SA", 2026),
    ]
)


def counted_plainly(calendar: WorkCalendar, day: date, days: int) -> date:
    """Count by listing: the last of the first so many days after `day` that are worked."""
    following = [day + timedelta(days=n) for n in range(1, 400)]
    worked = [
        each
        for each in following
        if each in calendar.opened
        or (each.weekday() not in calendar.weekend and each not in calendar.closed)
    ]
    return worked[days - 1]


@given(CALENDARS, DAYS, st.integers(1, 60))
def test_working_days_are_counted_as_one_would_on_paper(
    calendar: WorkCalendar, day: date, days: int
) -> None:
    last = calendar.after(day, days)
    assert last == counted_plainly(calendar, day, days)
    assert calendar.works(last)


@given(CALENDARS, DAYS)
def test_no_days_more_is_the_day_itself(calendar: WorkCalendar, day: date) -> None:
    assert calendar.after(day, 0) == day


def test_china_works_on_weekends_in_place_of_its_holidays() -> None:
    china = public_holidays("CN", 2026)
    assert not china.works(date(2026, 10, 1))
    assert not china.works(date(2026, 10, 7))
    assert china.works(date(2026, 10, 10))  # a Saturday, worked for the holiday week
    assert china.after(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert china.after(date(2026, 10, 9), 1) == date(2026, 10, 10)


def test_a_weekend_is_the_country_s_own() -> None:
    assert not public_holidays("SA", 2026).works(date(2026, 11, 27))  # a Friday
    assert public_holidays("SA", 2026).works(date(2026, 11, 29))  # a Sunday


@pytest.mark.parametrize("country", ["", "XX", "nowhere"])
def test_of_an_unknown_country_only_the_weekends_rest(country: str) -> None:
    calendar = public_holidays(country, 2026)
    assert calendar.works(date(2026, 12, 25))
    assert calendar.after(date(2026, 12, 25), 1) == date(2026, 12, 28)


@pytest.mark.parametrize("year", [1950, 2090])
@pytest.mark.parametrize("country", ["CN", "US", "SG"])
def test_a_year_that_nobody_announced_still_has_its_weekends(country: str, year: int) -> None:
    calendar = public_holidays(country, year)
    assert any(calendar.resting_after(date(year, 6, 1), 7))
    assert calendar.after(date(year, 1, 1), 10) < date(year, 3, 1)


def test_holidays_reach_into_the_years_beside() -> None:
    germany = public_holidays("DE", 2026)
    assert not germany.works(date(2027, 1, 1))
    assert not germany.works(date(2025, 12, 26))


def test_a_shop_s_own_days_win_over_its_country_s() -> None:
    own = {date(2026, 10, 1): False, date(2026, 10, 8): True, date(2026, 10, 10): True}
    shop = with_own_days(public_holidays("CN", 2026), own)
    assert shop.works(date(2026, 10, 1))
    assert not shop.works(date(2026, 10, 8))
    assert not shop.works(date(2026, 10, 10))
    assert with_own_days(EVERY_DAY, {date(2026, 11, 21): False}).works(date(2026, 11, 21))


def test_what_rests_and_what_is_unusual_is_told_in_order() -> None:
    shop = with_own_days(public_holidays("CN", 2026), {date(2026, 9, 25): False})
    resting = list(shop.resting_after(date(2026, 9, 17), 9))
    assert resting == [date(2026, 9, 19), date(2026, 9, 26)]
    assert list(shop.unusual_after(date(2026, 9, 17), 4)) == [date(2026, 9, 20)]


@given(CALENDARS, DAYS)
def test_every_day_is_worked_or_rested(calendar: WorkCalendar, day: date) -> None:
    resting = set(calendar.resting_after(day, 30))
    for n in range(1, 31):
        assert calendar.works(day + n * DAY) is (day + n * DAY not in resting)


def test_the_countries_of_our_shops_are_known() -> None:
    assert {"CN", "HK", "TW", "US", "GB", "DE", "JP"} <= known_countries()
