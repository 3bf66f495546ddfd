"""Deadlines over daylight saving, month ends, leap days, holidays and time zones."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.clocks import (
    CLOCKS,
    Timing,
    due_at,
    first_due_at,
    outcome_of,
    reminded_until,
)
from shopdesk.rules.holidays import public_holidays
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import POLICIES

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [
        BERLIN,
        NEW_YORK,
        ZoneInfo("Asia/Shanghai"),
        ZoneInfo("Australia/Lord_Howe"),  # half an hour of daylight saving
        ZoneInfo("Pacific/Kiritimati"),
        ZoneInfo("America/Santiago"),  # its clocks change at midnight
        ZoneInfo("UTC"),
    ]
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
IN_DAYS = sorted(code for code, clock in CLOCKS.items() if clock.days)
IN_HOURS = sorted(code for code, clock in CLOCKS.items() if clock.hours)
OWN = POLICIES["own"]


def in_days(days: int) -> Policy:
    """Return a policy that gives every clock so many days, or as many times 24 h."""
    changes: dict[str, Any] = {f"{name}_days": days for name in IN_DAYS}
    changes |= {f"{name}_hours": 24 * days for name in IN_HOURS}
    return replace(OWN, **changes)


@given(st.sampled_from(IN_DAYS), MOMENTS, ZONES, st.integers(1, 400))
def test_days_end_with_the_last_of_them_at_the_shop(
    code: str, started: datetime, zone: ZoneInfo, days: int
) -> None:
    due = due_at(code, Timing(in_days(days), zone), started)
    last = due.astimezone(zone)
    assert last.date() == started.astimezone(zone).date() + timedelta(days=days)
    assert (last.hour, last.minute, last.second) == (23, 59, 59)
    assert due > started
    assert due.tzinfo is UTC


@given(MOMENTS, ZONES, st.integers(1, 720))
def test_hours_run_on_whatever_the_clocks_on_the_wall_do(
    started: datetime, zone: ZoneInfo, hours: int
) -> None:
    policy = replace(OWN, decide_hours=hours)
    assert due_at("decide", Timing(policy, zone), started) - started == timedelta(hours=hours)


@given(
    st.sampled_from([*IN_DAYS, *IN_HOURS]),
    MOMENTS,
    ZONES,
    st.integers(1, 40),
    st.sampled_from(["CN", "US", "DE", ""]),
)
def test_working_days_end_on_a_working_day_of_the_shop(
    code: str, started: datetime, zone: ZoneInfo, days: int, country: str
) -> None:
    day = started.astimezone(zone).date()
    calendar = public_holidays(country, day.year)
    policy = replace(in_days(days), working=frozenset(CLOCKS))
    last = due_at(code, Timing(policy, zone, calendar), started).astimezone(zone).date()
    worked = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert calendar.works(last)
    assert sum(map(calendar.works, worked)) == days


@given(st.sampled_from(sorted(CLOCKS)), MOMENTS, ZONES, st.integers(0, 90))
def test_no_clock_ends_before_it_starts(
    code: str, started: datetime, zone: ZoneInfo, days_ago: int
) -> None:
    arrived = started - timedelta(days=days_ago)
    for policy in POLICIES.values():
        assert first_due_at(code, Timing(policy, zone), started, arrived) >= started
        assert reminded_until(code, Timing(policy, zone), started) > started


@pytest.mark.parametrize(
    ("zone", "started", "due"),
    [
        (BERLIN, "2026-03-28T12:00+01:00", "2026-03-30T23:59:59+02:00"),  # an hour is skipped
        (BERLIN, "2026-10-24T12:00+02:00", "2026-10-26T23:59:59+01:00"),  # an hour comes twice
        (BERLIN, "2026-10-25T02:30+02:00", "2026-10-27T23:59:59+01:00"),
        (NEW_YORK, "2026-03-07T23:30-05:00", "2026-03-09T23:59:59-04:00"),
        (NEW_YORK, "2026-10-31T23:30-04:00", "2026-11-02T23:59:59-05:00"),
        (BERLIN, "2026-01-30T09:00+01:00", "2026-02-01T23:59:59+01:00"),  # over a month's end
        (BERLIN, "2028-02-27T09:00+01:00", "2028-02-29T23:59:59+01:00"),  # a leap day
        (BERLIN, "2027-02-27T09:00+01:00", "2027-03-01T23:59:59+01:00"),
        (BERLIN, "2026-12-30T23:59+01:00", "2027-01-01T23:59:59+01:00"),
    ],
)
def test_two_days_are_two_days(zone: ZoneInfo, started: str, due: str) -> None:
    found = due_at("inspect", Timing(in_days(2), zone), datetime.fromisoformat(started))
    assert found == datetime.fromisoformat(due)


def test_business_days_of_a_platform_skip_thanksgiving_and_the_weekend() -> None:
    timing = Timing(POLICIES["ebay"], NEW_YORK, public_holidays("US", 2026))
    asked = datetime(2026, 11, 25, 15, tzinfo=NEW_YORK)  # the day before Thanksgiving
    decide = due_at("decide", timing, asked).astimezone(NEW_YORK)
    assert decide.date() == date(2026, 12, 1)
    assert due_at("send", timing, asked).astimezone(NEW_YORK).date() == date(2026, 12, 9)


def test_hours_begun_are_a_working_day() -> None:
    policy = replace(OWN, decide_hours=25, working=frozenset({"decide"}))
    timing = Timing(policy, BERLIN, public_holidays("", 2026))
    friday = datetime(2026, 11, 27, 9, tzinfo=BERLIN)
    assert due_at("decide", timing, friday).astimezone(BERLIN).date() == date(2026, 12, 1)


def test_a_refund_counts_from_the_parcel_and_not_from_its_inspection() -> None:
    timing = Timing(POLICIES["CN"], ZoneInfo("Asia/Shanghai"))
    arrived = datetime(2026, 11, 1, 4, tzinfo=UTC)
    inspected = arrived + timedelta(days=5)
    due = first_due_at("refund", timing, inspected, arrived)
    assert due.astimezone(timing.zone).date() == date(2026, 11, 8)
    assert first_due_at("refund", timing, inspected, None) > due
    assert first_due_at("tell", timing, inspected, arrived) > inspected
    late = arrived + timedelta(days=30)
    assert first_due_at("refund", timing, late, arrived) == late


def test_a_wait_that_ends_in_time_is_met_or_dropped_and_later_it_is_missed() -> None:
    due = datetime(2026, 11, 22, tzinfo=UTC)
    assert outcome_of(due, due, reached=True) == "met"
    assert outcome_of(due, due, reached=False) == "dropped"
    for reached in (True, False):
        assert outcome_of(due, due + timedelta(seconds=1), reached=reached) == "missed"
