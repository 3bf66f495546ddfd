"""Amounts as exports write them: `1234.50`, `$8.00`, `EUR 90,00`, `1 234,50 €`, `0元`."""

import re
from decimal import Decimal

from shopdesk.i18n import _
from shopdesk.importing.cells import UnreadableError, shortened
from shopdesk.rules.money import MAX_MINOR

_MARK = r"(?:[A-Za-z]{1,3}\s?)?[$€£¥￥₹₩฿₫₽]?|[A-Z]{3}|Rs\.?"
_UNIT = r"[元€£$¥￥円₽]|[A-Z]{3}|kr|zł"
_AMOUNT = re.compile(
    rf"(?P<open>\()?(?P<sign>[-−+])?\s?(?P<mark>{_MARK})\s?(?P<inner>[-−])?"
    rf"(?P<digits>\d[\d.,'’\s]*?)\s?(?P<unit>{_UNIT})?(?P<close>\))?"
)
_MAX_LETTERS = 40
_GROUP = 3


def read_money(text: str, digits: int) -> int:
    """Return the amount in minor units of a currency with `digits` decimals.

    The last of dot and comma is the decimal sign; one comma before exactly three digits
    groups thousands, and so does one dot where the amount carries a currency's sign. A dot
    groups never where a currency has three decimals, and always where it has none.

    Raises:
        UnreadableError: This is no amount, or one beyond MAX_MINOR.
    """
    whole, dot, cents = text.partition(".")
    if (
        whole.isdecimal()
        and len(whole) <= _MAX_DIGITS
        and (not dot or (cents.isdecimal() and len(cents) == digits))
    ):
        return int(whole + cents) if dot else int(whole) * 10**digits
    return _read_written(text, digits)


_MAX_DIGITS = 10


def _read_written(text: str, digits: int) -> int:
    found = _AMOUNT.fullmatch(text) if len(text) <= _MAX_LETTERS else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        raise UnreadableError(_("“{text}” is not an amount of money.").format(text=shortened(text)))
    marked = bool(found["mark"] or found["unit"])
    dot_groups = digits == 0 or (marked and digits != _GROUP)
    plain = Decimal(_plain(found["digits"], dot_groups=dot_groups))
    minor = int((plain * 10**digits).to_integral_value())
    if minor > MAX_MINOR:
        raise UnreadableError(_("The amount {text} is too large.").format(text=text))
    return -minor if found["open"] or found["inner"] or found["sign"] in ("-", "−") else minor


def _plain(written: str, *, dot_groups: bool) -> str:
    """Return the digits with a dot as the only sign."""
    figure = re.sub(r"[\s'’]", "", written)
    sign = max(".,", key=figure.rfind)
    whole, found, cents = figure.rpartition(sign)
    if not found:
        return figure
    other = "," if sign == "." else "."
    groups = (
        len(cents) == _GROUP >= len(whole) and other not in whole and (sign == "," or dot_groups)
    )
    if groups or sign in whole:
        return re.sub(r"[.,]", "", figure)
    return f"{whole.replace(other, '')}.{cents or '0'}"
