"""What tells itself by its form: phones, waybills, order numbers, amounts, days, e-mails."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from shopdesk.rules.couriers import courier_of_waybill, suggested_couriers
from shopdesk.rules.pasting.finding import Finding, Piece
from shopdesk.rules.pasting.labels import named_numbers

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)

_EXTENSION = r"(?:\s?(?:-|转|ext\.?|x|#)\s?\d{1,6})?"
_PHONES = tuple(
    re.compile(rf"(?<![\d+A-Za-z])(?:{form})(?![\dA-Za-z])", re.IGNORECASE)
    for form in (
        rf"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{{4}}[- ]?\d{{4}}{_EXTENSION}",  # China, mobile
        r"1[3-9]\d\*{4}\d{4}",  # China, as a platform masks it
        rf"0\d{{2,3}}[- ]\d{{3,4}}[- ]?\d{{4}}{_EXTENSION}",  # China, at a desk
        r"400[- ]?\d{3}[- ]?\d{4}",  # China, for all the country
        rf"\+\d{{1,3}}(?:[ .()/-]{{0,2}}\d){{6,13}}{_EXTENSION}",  # with its country, ITU-T E.123
        rf"\(\d{{3}}\) ?\d{{3}}[-. ]\d{{4}}{_EXTENSION}",  # North America
        rf"\d{{3}}[-.]\d{{3}}[-.]\d{{4}}{_EXTENSION}",
        r"0\d{2,4}[ ]\d{3,4}[ ]?\d{3,4}",  # Britain
        r"07\d{9}",
        r"0\d(?:[ .]\d{2}){4}",  # France
        r"0\d{2,5}[ /-]\d{4,10}",  # Germany
    )
)

_ORDER_NUMBERS = tuple(
    (re.compile(rf"(?<![\w-])(?:{form})(?![\w-])", re.ASCII), sure)
    for form, sure in (
        (r"\d{6}-\d{15}", True),  # Pinduoduo
        (r"\d{3}-\d{7}-\d{7}", True),  # Amazon
        (r"\d{2}-\d{5}-\d{5}", True),  # eBay
        (r"P\d{18}", True),  # Xiaohongshu
        (r"#\d{3,8}", True),  # Shopify
        (r"\d{18,19}", True),  # Taobao, Douyin
        (r"\d{16,17}", False),  # Taobao as well, but carriers have them too
        (r"[23]\d{11}", False),  # JD
        (r"\d{10}", False),  # Etsy
    )
)

_WAYBILLS = (
    re.compile(r"(?<!\w)[A-Z]{2}(?: ?\d){9} ?[A-Z]{2}(?!\w)", re.ASCII),  # UPU S10, as printed
    re.compile(r"(?<![\w-])(?=[A-Z\d]*\d)[A-Z\d]{10,30}(?![\w-])", re.ASCII),
)

_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "元": "CNY",
    "块": "CNY",
    "RMB": "CNY",
    "HK$": "HKD",
    "US$": "USD",
}
_CODES = "CNY|RMB|USD|EUR|GBP|HKD|TWD|JPY|CAD|AUD|SGD|INR|PLN|SEK|DKK|KRW"
_FIGURE = r"(?P<figure>\d[\d.,' ]*\d|\d)"
_AMOUNTS = (
    re.compile(rf"(?P<sign>HK\$|US\$|[¥￥$€£]|\b(?:{_CODES})) ?{_FIGURE}", re.ASCII),
    re.compile(rf"(?<![\w.,]){_FIGURE} ?(?P<sign>元|块|€|£|\b(?:{_CODES})\b)", re.ASCII),
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = (
    re.compile(r"(?<!\d)(?P<y>20\d{2})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>20\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>20\d{2})(?!\d)"),
    re.compile(r"\b(?P<d>\d{1,2}) (?P<name>[A-Z][a-z]{2,8})\.? (?P<y>20\d{2})\b"),
    re.compile(r"\b(?P<name>[A-Z][a-z]{2,8})\.? (?P<d>\d{1,2}),? (?P<y>20\d{2})\b"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What helps to tell: the day it is, the shop's currency, numbers of orders in the file."""

    today: date
    currency: str = "CNY"
    orders: Collection[str] = ()


Form = Callable[[Piece, Known], Iterator[Finding]]


def emails(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield e-mail addresses."""
    for found in _EMAIL.finditer(piece.text):
        yield _finding("email", found[0], piece, found)


def known_orders(piece: Piece, known: Known) -> Iterator[Finding]:
    """Yield the numbers of orders that the shop has, whatever their form."""
    for number in known.orders:
        for found in re.finditer(rf"(?<![\w-]){re.escape(number)}(?![\w-])", piece.text, re.ASCII):
            yield _finding("order_number", number, piece, found)


def named(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield numbers that are called what they are."""
    yield from named_numbers(piece)


def phones(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield telephone numbers; a masked one is not sure."""
    for form in _PHONES:
        for found in form.finditer(piece.text):
            yield _finding("phone", found[0].strip(), piece, found, sure="*" not in found[0])


def waybills(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield parcels' numbers that are one courier's own by their letters."""
    for form in _WAYBILLS:
        for found in form.finditer(piece.text):
            if courier_of_waybill(found[0]):
                yield _finding("waybill", found[0].replace(" ", ""), piece, found)


def order_numbers(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield what has the form of a platform's order numbers."""
    for form, sure in _ORDER_NUMBERS:
        for found in form.finditer(piece.text):
            yield _finding("order_number", found[0], piece, found, sure=sure)


def likely_waybills(piece: Piece, _known: Known) -> Iterator[Finding]:
    """Yield figures alone that a courier might have given."""
    for found in re.finditer(r"(?<![\w-])\d{11,22}(?![\w-])", piece.text, re.ASCII):
        if suggested_couriers(found[0]):
            yield _finding("waybill", found[0], piece, found, sure=False)


def amounts(piece: Piece, known: Known) -> Iterator[Finding]:
    """Yield amounts with their currency; a sign that several have is taken for the shop's."""
    for form in _AMOUNTS:
        for found in form.finditer(piece.text):
            currency, sure = _currency(found["sign"], known.currency)
            start, end = piece.start + found.start(), piece.start + found.end()
            yield Finding("amount", _plain_figure(found["figure"]), start, end, sure, currency)


def written_amount(piece: Piece, known: Known) -> Iterator[Finding]:
    """Yield the amount that a text is; one without a sign is taken for the shop's currency."""
    yield from amounts(piece, known)
    bare = re.fullmatch(_FIGURE, piece.text)
    if bare:
        value = _plain_figure(bare["figure"])
        yield Finding("amount", value, piece.start, piece.end, currency=known.currency)


def days(piece: Piece, known: Known) -> Iterator[Finding]:
    """Yield days; of 03/04/2026 it is not sure which figure is the month."""
    for form in _DAYS:
        for found in form.finditer(piece.text):
            told = _day(found.groupdict(), known.today)
            if told is not None:
                day, sure = told
                yield _finding("day", day.isoformat(), piece, found, sure=sure)


FORMS: tuple[Form, ...] = (
    emails,
    known_orders,
    named,
    days,
    amounts,
    waybills,
    phones,
    order_numbers,
    likely_waybills,
)
"""In the order of trust: what one has taken is not looked at by the next."""


def _finding(
    kind: str, value: str, piece: Piece, found: re.Match[str], *, sure: bool = True
) -> Finding:
    return Finding(kind, value, piece.start + found.start(), piece.start + found.end(), sure)


def _currency(sign: str, own: str) -> tuple[str, bool]:
    """Return the currency that a sign stands for, and whether it could be no other."""
    if sign in ("¥", "￥"):
        return ("JPY" if own == "JPY" else "CNY"), own in ("CNY", "JPY")
    if sign == "$":
        dollars = own.endswith("D")
        return (own if dollars else "USD"), dollars
    return _SIGNS.get(sign, sign), True


def _plain_figure(written: str) -> str:
    """Return a figure with a dot before its one or two decimals, and no groups."""
    parts = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", written)
    assert parts is not None  # noqa: S101 - it takes any text
    whole = re.sub(r"\D", "", parts[1])
    return f"{whole}.{parts[2]}" if parts[2] else whole


def _day(parts: dict[str, str | None], today: date) -> tuple[date, bool] | None:
    """Return the day that parts of a date make, and whether they make no other."""
    name = (parts.get("name") or "").casefold()[:3]
    if name and name not in _MONTHS:
        return None
    first, second = int(parts.get("a") or 0), int(parts.get("b") or 0)
    month = _MONTHS.index(name) + 1 if name else int(parts.get("m") or min(second, 12))
    day = int(parts.get("d") or first)
    if second > 12:  # noqa: PLR2004 - then it cannot be the month
        month, day = first, second
    try:
        told = date(int(parts.get("y") or today.year), month, day)
    except ValueError:
        return None
    if not parts.get("y") and told > today:
        told = told.replace(year=told.year - 1)
    return told, not first or max(first, second) > 12 or first == second  # noqa: PLR2004
