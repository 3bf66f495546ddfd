"""Cells, amounts and times in every shape that was seen in an export."""

import datetime as dt
from contextlib import suppress
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.importing.cells import (
    UnreadableError,
    clean,
    is_masked,
    read_id,
    read_quantity,
    read_waybills,
)
from shopdesk.importing.moments import read_moment
from shopdesk.importing.money import read_money

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="35153131473293579"', "35153131473293579"),
        ('=""', ""),
        ("'13900000000", "13900000000"),
        ("'+32 400", "+32 400"),
        ("\t6917\t", "6917"),
        ('"015 22"', "015 22"),
        ("'null", ""),
        ("--", ""),
        ("无退款申请", ""),
        ("'t Hooft", "'t Hooft"),
        ('17" screen, 19" box', '17" screen, 19" box'),
        ("Nora", "Nora"),
        (" \u3000x\ufeff", "x"),
    ],
)
def test_guards_go_and_words_stay(cell: str, text: str) -> None:
    assert clean(cell) == text


@pytest.mark.parametrize("text", ["3.5153131473E+16", "1E+17"])
def test_a_rounded_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="last digits"):
        read_id(text)


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "9" * 5000, "1000001"])
def test_no_number_of_pieces(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_quantity(text)


def test_quantities_of_spreadsheets() -> None:
    assert [read_quantity(text) for text in ("2", "2.0", "0")] == [2, 2, 0]


def test_waybills_of_one_cell() -> None:
    assert read_waybills("No:SF1001,No:SF1002；SF1001") == ("SF1001", "SF1002")


def test_masks() -> None:
    assert [is_masked(text) for text in ("138****1234", "##abc", "张三")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1234.50", 123450),
        ("$8.00", 800),
        ("-$12.00", -1200),
        ("AU $3,000.00", 300000),
        ("EUR 90,00", 9000),
        ("116,99 €", 11699),
        ("1 234,50 €", 123450),
        ("1.234,50 €", 123450),
        ("1.234 €", 123400),
        ("1,234", 123400),
        ("1,234,567.8", 123456780),
        ("0元", 0),
        ("￥12.3", 1230),
        ("40.9", 4090),
        ("57.859999", 5786),
        ("(5.00)", -500),
        ("7", 700),
    ],
)
def test_money_in_every_shape_seen(text: str, minor: int) -> None:
    assert read_money(text, 2) == minor


def test_money_of_other_currencies() -> None:
    assert read_money("1200", 0) == 1200
    assert read_money("1.250", 3) == 1250


@pytest.mark.parametrize("text", ["abc", "1-2", "9" * 30, "(5.00", "12 12 x", "$"])
def test_no_money(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_money(text, 2)


@given(st.integers(-(10**12), 10**12))
def test_money_round_trip(minor: int) -> None:
    sign = "-" if minor < 0 else ""
    assert read_money(f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}", 2) == minor
    assert read_money(f"{sign}{abs(minor) // 100:,}.{abs(minor) % 100:02}", 2) == minor


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    cell = clean(text)
    for reader in (lambda t: read_money(t, 2), read_quantity, lambda t: read_moment(t, SHANGHAI)):
        with suppress(UnreadableError):
            reader(cell)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-04-05 21:06:21 +0400", "2026-04-05 17:06:21"),
        ("2020-05-08T18:06:46+00:00", "2020-05-08 18:06:46"),
        ("2017-07-08 00:42:32", "2017-07-07 16:42:32"),
        ("2017/7/8 0:42", "2017-07-07 16:42:00"),
        ("2017年7月8日 08:00", "2017-07-08 00:00:00"),
        ("Dec 16, 2024 12:26:53 PM", "2024-12-16 04:26:53"),
        ("Sep-18-26", "2026-09-17 16:00:00"),
        ("26-May-26", "2026-05-25 16:00:00"),
        ("10-Dez-25", "2025-12-09 16:00:00"),
        ("05-oct.-26", "2026-10-04 16:00:00"),
        ("45384.5", "2024-04-02 04:00:00"),
    ],
)
def test_times_in_every_shape_seen(text: str, utc: str) -> None:
    assert read_moment(text, SHANGHAI) == dt.datetime.fromisoformat(utc).replace(tzinfo=dt.UTC)


def test_day_and_month_by_the_answer() -> None:
    days = [read_moment("03/04/2024", dt.UTC, day_first=answer).date() for answer in (True, False)]
    assert days == [dt.date(2024, 4, 3), dt.date(2024, 3, 4)]


@pytest.mark.parametrize("text", ["2024-02-30", "0000-00-00 00:00:00", "12345678", "1/2", "99:99"])
def test_no_time(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_moment(text, SHANGHAI, day_first=True)


@pytest.mark.parametrize("text", ["1,000", "1.000", "12,000"])
def test_thousands_are_not_taken_for_one(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_quantity(text)


@pytest.mark.parametrize(
    ("text", "digits", "minor"),
    [
        ("KWD 1.250", 3, 1250),
        ("1.250 KWD", 3, 1250),
        ("¥1.250", 0, 1250),
        ("1.250", 0, 1250),
        ("1200.00", 0, 1200),
        ("12,500", 0, 12500),
        ("EUR 1234.500", 2, 123450),
    ],
)
def test_a_dot_before_three_digits_by_the_currency(text: str, digits: int, minor: int) -> None:
    assert read_money(text, digits) == minor
