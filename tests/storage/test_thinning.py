"""What is kept of many backups."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.storage.manifests import BackupName, BackupReason
from shopdesk.storage.thinning import spare

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def names(hours: list[int], reason: BackupReason = BackupReason.REGULAR) -> list[BackupName]:
    return [
        BackupName(serial, START + timedelta(hours=hour), reason)
        for serial, hour in enumerate(hours, start=1)
    ]


histories = st.lists(st.integers(0, 24 * 800), max_size=80).map(names)


def test_two_days_are_kept_whole() -> None:
    assert spare(names(list(range(48)))) == set()


def test_of_older_days_the_newest_of_each_is_kept_twelve_days_back() -> None:
    every_hour = names(list(range(24 * 12)))
    kept = set(every_hour) - spare(every_hour)
    per_day = {name.made_at.date() for name in kept}
    assert len(per_day) >= 12
    assert len(kept) <= 49 + 12 + 10 + 9


def test_a_year_leaves_weeks_and_months() -> None:
    daily = names(list(range(0, 24 * 365, 24)))
    kept = sorted(set(daily) - spare(daily), key=lambda name: name.serial)
    assert 12 + 6 <= len(kept) <= 12 + 10 + 9
    assert kept[0].made_at < kept[-1].made_at - timedelta(days=200)


def test_one_from_before_an_update_stays_for_ninety_days() -> None:
    before = BackupName(1, START, BackupReason.UPGRADE)
    later = [BackupName(s, START + timedelta(days=s), BackupReason.REGULAR) for s in range(2, 90)]
    assert before not in spare([before, *later])
    assert before in spare([before, *later, *_one_each_day(90, 400)])


@given(histories)
def test_the_newest_is_always_kept_whatever_the_clock_said(history: list[BackupName]) -> None:
    assert not history or history[-1] not in spare(history)


@given(histories)
def test_what_is_kept_is_kept_again(history: list[BackupName]) -> None:
    kept = set(history) - spare(history)
    assert spare(kept) == set()


@given(histories)
def test_a_name_reads_back(history: list[BackupName]) -> None:
    assert [BackupName.parse(str(name)) for name in history] == history


def test_other_names_are_no_backups() -> None:
    others = ("shop.db", "shop-1-x.db", "shop-000001-20260101T000000Z-party.db", "")
    assert [BackupName.parse(name) for name in others] == [None] * 4


def _one_each_day(first: int, last: int) -> list[BackupName]:
    return [
        BackupName(s, START + timedelta(days=s), BackupReason.REGULAR) for s in range(first, last)
    ]
