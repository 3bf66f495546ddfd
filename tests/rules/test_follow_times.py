"""What is planned lands in working hours, and ten o'clock stays ten o'clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.follow_times import MORNING, days_around, lands_at

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC")
WEEKDAYS = WorkCalendar()
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2 * 365 * 24 * 60),
    st.integers(0, 30),
    st.sampled_from(ZONES),
)
def test_it_is_a_working_morning_still_to_come(minutes: int, days: int, name: str) -> None:
    zone, since = ZoneInfo(name), NEW_YEAR + timedelta(minutes=minutes)
    landed = lands_at(since, days, zone, WEEKDAYS)
    local = landed.astimezone(zone)
    assert landed > since
    assert local.time() == MORNING
    assert WEEKDAYS.works(local.date())
    assert local.date() >= since.astimezone(zone).date() + timedelta(days=days)


@pytest.mark.parametrize(
    ("since", "landed"),
    [
        ("2026-03-06T15:00+00:00", "2026-03-09T14:00+00:00"),  # summer time came between
        ("2026-10-30T14:00+00:00", "2026-11-02T15:00+00:00"),  # and went
    ],
)
def test_ten_o_clock_stays_over_daylight_saving(since: str, landed: str) -> None:
    found = lands_at(datetime.fromisoformat(since), 3, ZoneInfo("America/New_York"))
    assert found == datetime.fromisoformat(landed)


def test_a_holiday_is_passed_over() -> None:
    calendar = WorkCalendar(closed={date(2026, 11, 23)}, opened={date(2026, 11, 22)})
    zone = ZoneInfo("Asia/Shanghai")
    saturday = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert lands_at(saturday, 1, zone, calendar).astimezone(zone).date() == date(2026, 11, 22)
    assert lands_at(saturday, 2, zone, calendar).astimezone(zone).date() == date(2026, 11, 24)


def test_a_week_ends_with_its_sunday() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    sunday = datetime(2026, 11, 22, 12, 0, tzinfo=zone)
    ends = days_around(sunday, zone)
    assert ends.today_ends == ends.week_ends == datetime.combine(date(2026, 11, 23), time(), zone)
    monday = days_around(sunday + timedelta(days=1), zone)
    assert monday.week_ends == datetime.combine(date(2026, 11, 30), time(), zone)
