"""When a parcel is stalled, against plain counting on a calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.holidays import public_holidays
from shopdesk.rules.transit import (
    USUAL_DAYS,
    USUAL_DAYS_OF_COURIER,
    WEEK_OF_COURIER,
    WEEKS,
    courier_calendar,
    moves_by,
    usual_days,
    week_of,
)
from shopdesk.rules.zones import ZONES

TIMEZONES = ("Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Sydney", "UTC")
COUNTRIES = ("CN", "US", "GB", "DE", "XX")


def plainly(day: date, days: int, rests: frozenset[int], holidays: frozenset[date]) -> date:
    """Return the last day, turned over one by one."""
    while days:
        day += timedelta(days=1)
        if day.weekday() in rests or (rests and day in holidays):
            continue
        days -= 1
    return day


@settings(max_examples=60)
@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1)),  # noqa: DTZ001 - aware below
    st.integers(1, 30),
    st.sampled_from(sorted(WEEKS)),
    st.sampled_from(TIMEZONES),
    st.sampled_from(COUNTRIES),
)
def test_it_is_what_counting_gives(
    naive: datetime, days: int, week: str, timezone: str, country: str
) -> None:
    zone, moved_at = ZoneInfo(timezone), naive.replace(tzinfo=UTC)
    day = moved_at.astimezone(zone).date()
    holidays = frozenset(public_holidays(country, day.year).closed)
    calendar = courier_calendar(WEEKS[week], holidays)
    stalled_at = moves_by(moved_at, days, calendar, zone)
    assert stalled_at > moved_at
    local = stalled_at.astimezone(zone)
    assert local.date() == plainly(day, days, WEEKS[week].rests, holidays)
    assert (local.hour, local.minute, local.second) == (23, 59, 59)


def test_days_stay_days_over_daylight_saving() -> None:
    zone = ZoneInfo("Europe/London")
    moved_at = datetime(2026, 10, 24, 12, tzinfo=UTC)
    every_day = courier_calendar(WEEKS["every_day"], frozenset())
    assert moves_by(moved_at, 1, every_day, zone) == datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC)
    before = datetime(2026, 10, 23, 12, tzinfo=UTC)
    assert moves_by(before, 1, every_day, zone) == datetime(2026, 10, 24, 22, 59, 59, tzinfo=UTC)


def test_a_courier_that_rests_rests_on_holidays_too() -> None:
    zone, moved_at = ZoneInfo("Europe/London"), datetime(2026, 12, 24, 12, tzinfo=UTC)
    holidays = frozenset(public_holidays("GB", 2026).closed)
    last = {
        code: moves_by(moved_at, 2, courier_calendar(week, holidays), zone).date()
        for code, week in WEEKS.items()
    }
    assert last["every_day"] == date(2026, 12, 26)
    # Christmas, a Saturday that is Boxing Day, a Sunday, and a Monday in Boxing Day's place
    assert last["six_days"] == last["weekdays"] == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("courier", "zone", "days"),
    [
        ("zto", "province", 3),
        ("zto", "country", 6),
        ("zto", "remote", 10),
        ("sf", "country", 4),
        ("ups", "abroad", 6),
        ("own7", "abroad", 15),
        ("zto", "", 10),
    ],
)
def test_what_is_usual(courier: str, zone: str, days: int) -> None:
    assert usual_days(courier, zone) == days


def test_what_the_shop_says_goes_before_what_is_usual() -> None:
    own = {("", "country"): 8, ("", "abroad"): 30, ("zto", "country"): 5}
    assert usual_days("yto", "country", own) == 8
    assert usual_days("zto", "country", own) == 5
    assert usual_days("ups", "abroad", own) == 6
    assert usual_days("own7", "abroad", own) == 30


def test_the_tables_name_what_there_is() -> None:
    assert set(USUAL_DAYS) == set(ZONES)
    assert set(WEEK_OF_COURIER) <= set(COURIERS)
    assert {courier for courier, _zone in USUAL_DAYS_OF_COURIER} <= set(COURIERS)
    assert week_of("ups").code == "weekdays"
    assert week_of("ups", "every_day").code == "every_day"
