"""Money, numbers, dates and times as one language writes them, for windows and for paper."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from shopdesk.i18n import PSEUDO

if TYPE_CHECKING:  # Babel costs a start of the program more than it may: see `_locale`
    from babel.core import Locale
    from babel.numbers import NumberPattern

MINUS = "−"
MAX_DIGITS = 15

_SPACE = "\u00a0"
_NARROW_SPACE = "\u202f"  # few fonts have it
_CODE_AT_DIGIT = re.compile(r"([A-Za-z])(\d)")  # KWD12: Babel leaves out CLDR's space
_SIGN = re.compile(rf"^[+\-{MINUS}]?")
_SPACES = re.compile(r"\s+")


class Formats:
    """Writes figures in `language` and times on the clock of `timezone`.

    Babel is imported at the first figure. Patterns are kept, so that a figure of a list costs
    some microseconds.
    """

    def __init__(self, language: str, timezone: dt.tzinfo = dt.UTC) -> None:
        self.language = language
        self.timezone = timezone

    def money(self, minor: int, currency: str) -> str:
        """Return an amount with its currency's sign, such as `CN¥1,234.50`."""
        return _money(self.language, minor, currency)

    def money_change(self, minor: int, currency: str) -> str:
        """Return a difference of amounts with its sign in front; zero has none."""
        return _signed(minor, self.money(abs(minor), currency))

    def amount(self, minor: int, currency: str) -> str:
        """Return an amount without its currency, for a field or under a head that names it."""
        digits = currency_digits(currency)
        return self.number(Decimal(minor).scaleb(-digits), digits)

    def number(self, value: float | Decimal, digits: int = 0) -> str:
        """Return a number with exactly `digits` decimals, in groups."""
        return _applied(_decimal_pattern(self.language, digits), _decimal(value), self.language)

    def number_change(self, value: float | Decimal, digits: int = 0) -> str:
        """Return a difference with its sign in front; what rounds to zero has none."""
        rounded = round(_decimal(value), digits)
        return _signed(rounded, self.number(abs(rounded), digits))

    def percent(self, ratio: float, digits: int = 1) -> str:
        """Return a ratio (1 is the whole) in per cent."""
        return _applied(_percent_pattern(self.language, digits), _decimal(ratio), self.language)

    def percent_change(self, ratio: float, digits: int = 0) -> str:
        """Return a relative change in per cent with its sign; what rounds to zero has none."""
        rounded = round(_decimal(ratio), digits + 2)
        return _signed(rounded, self.percent(float(abs(rounded)), digits))

    def date(self, day: dt.date) -> str:
        """Return a day with its year, such as `Nov 24, 2026`."""
        from babel.dates import format_date

        return format_date(day, "medium", _locale(self.language))

    def day(self, day: dt.date, today: dt.date | None = None) -> str:
        """Return a day as one says it `today`: with its year only if that is another."""
        now = today or dt.datetime.now(self.timezone).date()
        return self.day_month(day) if day.year == now.year else self.date(day)

    def day_month(self, day: dt.date) -> str:
        """Return a day without its year, such as `Nov 24`."""
        return _skeleton(self.language, day, "MMMd")

    def month(self, day: dt.date) -> str:
        """Return the month of a day with its year, such as `October 2026`."""
        return _skeleton(self.language, day, "yMMMM")

    def weekday(self, day: dt.date) -> str:
        """Return the name of a day in its week, such as `Sunday`."""
        from babel.dates import format_date

        return format_date(day, "EEEE", _locale(self.language))

    def long_day(self, day: dt.date) -> str:
        """Return a day without its year and with its month in full, such as `November 22`."""
        return _skeleton(self.language, day, "MMMMd")

    def time(self, moment: dt.datetime) -> str:
        """Return the hour and minute of an aware `moment`, in the formats' time zone."""
        from babel.dates import format_time

        text = format_time(self._local(moment), "short", locale=_locale(self.language))
        return text.replace(_NARROW_SPACE, _SPACE)

    def date_time(self, moment: dt.datetime) -> str:
        """Return day, hour and minute of an aware `moment`, in the formats' time zone."""
        return f"{self.date(self._local(moment))} {self.time(moment)}"

    def country(self, code: str) -> str:
        """Return the name of a country by its two letters; letters that are none stay."""
        name: str = _locale(self.language).territories.get(code, code)
        return name

    def _local(self, moment: dt.datetime) -> dt.datetime:
        return moment.astimezone(self.timezone)


@lru_cache(maxsize=256)
def currency_digits(currency: str) -> int:
    """Return the decimals of an ISO currency: 2 for CNY, 0 for JPY, 3 for KWD."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def parse_money(text: str, currency: str, language: str) -> int:
    """Return the minor units of an amount as a person typed it.

    Takes the language's groups and decimals, full-width digits, and the currency's own code or
    sign; nothing is guessed and nothing is rounded.

    Raises:
        ValueError: it is no amount, or one with more decimals than the currency has, or with
            more than MAX_DIGITS digits.
    """
    typed = _without_currency(unicodedata.normalize("NFKC", text), currency, language)
    if not _amount_pattern(language).fullmatch(typed):
        raise ValueError(text)
    decimal, group = _symbols(language)
    plain = typed.replace(group, "").replace(decimal, ".").replace(MINUS, "-")
    minor = Decimal(plain).scaleb(currency_digits(currency))
    if minor != minor.to_integral_value() or abs(minor) >= 10**MAX_DIGITS:
        raise ValueError(text)
    return int(minor)


def _decimal(value: float | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def _signed(value: int | Decimal, text: str) -> str:
    if value == 0:
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


@lru_cache(maxsize=8)
def _locale(language: str) -> "Locale":
    from babel.core import Locale

    return Locale.parse("en" if language == PSEUDO else language)


@lru_cache(maxsize=64)
def _decimal_pattern(language: str, digits: int) -> "NumberPattern":
    return _with_digits(_locale(language).decimal_formats[None].pattern, digits)


@lru_cache(maxsize=64)
def _percent_pattern(language: str, digits: int) -> "NumberPattern":
    return _with_digits(_locale(language).percent_formats[None].pattern, digits)


@lru_cache(maxsize=256)
def _money_pattern(language: str, currency: str) -> "NumberPattern":
    pattern = _locale(language).currency_formats["standard"].pattern
    return _with_digits(pattern, currency_digits(currency))


def _with_digits(pattern: str, digits: int) -> "NumberPattern":
    from babel.numbers import parse_pattern

    parsed = parse_pattern(pattern)
    parsed.frac_prec = (digits, digits)
    return parsed


@lru_cache(maxsize=4096)
def _money(language: str, minor: int, currency: str) -> str:
    value = Decimal(minor).scaleb(-currency_digits(currency))
    text = _applied(_money_pattern(language, currency), value, language, currency)
    return _CODE_AT_DIGIT.sub(rf"\1{_SPACE}\2", text)


def _applied(pattern: "NumberPattern", value: Decimal, language: str, currency: str = "") -> str:
    text: str = pattern.apply(
        value, _locale(language), currency=currency or None, currency_digits=False
    )
    return text


def _skeleton(language: str, day: dt.date, skeleton: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, day, locale=_locale(language))


@lru_cache(maxsize=8)
def _symbols(language: str) -> tuple[str, str]:
    """Return the decimal mark and the group mark of numbers."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = _locale(language)
    return get_decimal_symbol(locale), get_group_symbol(locale)


@lru_cache(maxsize=8)
def _amount_pattern(language: str) -> re.Pattern[str]:
    decimal, group = (re.escape(symbol) for symbol in _symbols(language))
    whole = rf"(?:[0-9]+|[0-9]{{1,3}}(?:{group}[0-9]{{3}})+)"
    return re.compile(rf"[+\-{MINUS}]?(?:{whole}(?:{decimal}[0-9]*)?|{decimal}[0-9]+)")


def _without_currency(text: str, currency: str, language: str) -> str:
    bare = _SPACES.sub("", text)
    sign = _SIGN.match(bare)
    head = sign.group() if sign else ""
    rest = bare[len(head) :]
    for mark in _marks(currency, language):
        if rest.startswith(mark):
            rest = rest[len(mark) :]
            break
        if rest.endswith(mark):
            rest = rest[: -len(mark)]
            break
    return head + rest


@lru_cache(maxsize=256)
def _marks(currency: str, language: str) -> tuple[str, ...]:
    """Return what may stand for the currency, longest first, as NFKC leaves it."""
    from babel.numbers import get_currency_symbol

    locales = (_locale(language), _locale("en"))
    symbols = {currency, *(get_currency_symbol(currency, locale) for locale in locales)}
    symbols.update(_SHORT.get(currency, ()))
    normal = {unicodedata.normalize("NFKC", symbol) for symbol in symbols}
    return tuple(sorted(normal, key=len, reverse=True))


# The signs that shops type whatever the language of their screen.
_SHORT = {
    "CNY": ("¥", "元", "RMB"),
    "JPY": ("¥", "円"),
    "USD": ("$",),
    "CAD": ("$",),
    "AUD": ("$",),
    "HKD": ("$",),
}
