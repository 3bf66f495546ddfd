"""Figures are written as each language writes them, and typed amounts are never guessed."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.formats import MAX_DIGITS, Formats, currency_digits, parse_money
from shopdesk.i18n import PSEUDO

SPACE = "\u00a0"
LANGUAGES = ("en", "zh_CN", "en_GB", "de", PSEUDO)
CURRENCIES = ("CNY", "EUR", "USD", "GBP", "JPY", "KWD", "XYZ")


@pytest.mark.parametrize(
    ("language", "currency", "text"),
    [
        ("en", "CNY", "CN¥1,234.50"),
        ("zh_CN", "CNY", "¥1,234.50"),
        ("en_GB", "EUR", "€1,234.50"),
        ("de", "EUR", f"1.234,50{SPACE}€"),
        ("en", "JPY", "¥123,450"),
        ("zh_CN", "JPY", "JP¥123,450"),
        ("en", "KWD", f"KWD{SPACE}123.450"),
        ("en_XA", "USD", "$1,234.50"),
    ],
)
def test_money_has_the_sign_and_the_decimals_of_its_currency(
    language: str, currency: str, text: str
) -> None:
    assert Formats(language).money(123450, currency) == text


def test_decimals_of_currencies() -> None:
    assert [currency_digits(code) for code in ("CNY", "JPY", "KWD")] == [2, 0, 3]


def test_a_change_shows_its_sign_and_zero_has_none() -> None:
    formats = Formats("en")
    assert formats.money_change(-310, "CNY") == "−CN¥3.10"
    assert formats.money_change(310, "CNY") == "+CN¥3.10"
    assert formats.money_change(0, "CNY") == "CN¥0.00"
    assert formats.number_change(-0.04, 1) == "0.0"
    assert formats.percent_change(-0.124) == "−12%"
    assert formats.percent_change(0.001) == "0%"


def test_days_and_times_are_told_on_the_shops_clock() -> None:
    moment = datetime(2026, 10, 31, 23, 5, tzinfo=UTC)
    english = Formats("en", ZoneInfo("Asia/Shanghai"))
    chinese = Formats("zh_CN", ZoneInfo("Asia/Shanghai"))
    assert english.date_time(moment) == f"Nov 1, 2026 7:05{SPACE}AM"
    assert chinese.date_time(moment) == "2026年11月1日 07:05"


def test_parts_of_a_date() -> None:
    day = date(2026, 10, 5)
    written = [
        (formats.date(day), formats.day_month(day), formats.month(day))
        for formats in (Formats("en"), Formats("zh_CN"), Formats("en_GB"))
    ]
    assert written == [
        ("Oct 5, 2026", "Oct 5", "October 2026"),
        ("2026年10月5日", "10月5日", "2026年10月"),
        ("5 Oct 2026", "5 Oct", "October 2026"),
    ]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1,234.50", 123450),
        ("1234.5", 123450),
        (" 12 ", 1200),
        (".5", 50),
        ("7.", 700),
        ("¥12", 1200),
        ("￥12", 1200),
        ("12元", 1200),
        ("CN¥ 1,000", 100000),
        ("CNY 3", 300),
        ("１２３４．５", 123450),
        ("１，２３４", 123400),
        ("-¥3", -300),
        ("−3", -300),
        ("12.000", 1200),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_amounts_as_people_type_them(text: str, minor: int, language: str) -> None:
    assert parse_money(text, "CNY", language) == minor


@pytest.mark.parametrize(
    "text",
    [" ", "¥", "-", ".", "abc", "1,23", "12,50", "1.2.3", "1e3", "12.345", "--1", "$5", "NaN"],
)
def test_what_is_no_amount_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_money(text, "CNY", "en")


def test_more_digits_than_any_shop_has_are_refused() -> None:
    with pytest.raises(ValueError, match="9"):
        parse_money("9" * (MAX_DIGITS + 1), "JPY", "en")


@given(
    st.integers(-(10**MAX_DIGITS) + 1, 10**MAX_DIGITS - 1),
    st.sampled_from(CURRENCIES),
    st.sampled_from(LANGUAGES),
)
def test_what_is_written_reads_back(minor: int, currency: str, language: str) -> None:
    formats = Formats(language)
    assert parse_money(formats.money(minor, currency), currency, language) == minor
    assert parse_money(formats.money_change(minor, currency), currency, language) == minor
    assert parse_money(formats.amount(minor, currency), currency, language) == minor


@given(st.text(max_size=12), st.sampled_from(CURRENCIES), st.sampled_from(LANGUAGES))
def test_any_text_is_an_amount_or_refused(text: str, currency: str, language: str) -> None:
    try:
        minor = parse_money(text, currency, language)
    except ValueError:
        return
    assert abs(minor) < 10**MAX_DIGITS


def test_a_day_of_another_year_is_said_with_it() -> None:
    today = date(2026, 11, 22)
    assert Formats("en").day(date(2026, 1, 1), today) == "Jan 1"
    assert Formats("en").day(date(2025, 12, 28), today) == "Dec 28, 2025"
    assert Formats("zh_CN").day(date(2027, 1, 2), today) == "2027年1月2日"
