"""Lengths as people type them from a packet of labels: millimetres, or inches with fractions."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from shopdesk.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of length; `hundredths` of a millimetre go into one of it.

    `digits` are the decimals that are shown: enough for a tenth of a printer's dot.
    """

    code: str
    name: str
    sign: str
    hundredths: int
    digits: int


UNITS = {
    unit.code: unit
    for unit in (
        Unit("mm", N_("Millimetres"), N_("mm"), 100, 2),
        Unit("in", N_("Inches"), N_("in"), 2540, 3),
    )
}
_LONGEST = 9
"""Characters of the longest length that anybody means; a power of ten is none."""

# Normalised, 2⅝ is 2 5⁄8 with the fraction slash; packets have 2-5/8, too.
_FRACTION = re.compile(r"(?:(\d+)[ -])?(\d+)[/\u2044](\d+)", re.ASCII)


def parse_length(text: str, unit: Unit) -> int:
    """Return hundredths of a millimetre for what was typed in a unit: `99,1`, `4.125`, `2 5/8`.

    A comma is a decimal mark: no label is a thousand long. Never negative.

    Raises:
        ValueError: it is no length.
    """
    typed = _spaced(text).removesuffix(unit.sign).strip()
    exact = _value(typed) * unit.hundredths
    return int(exact.to_integral_value(ROUND_HALF_UP))


def length_figure(hundredths: int, unit: Unit) -> Decimal:
    """Return a length in a unit, rounded to its digits and without noughts at the end."""
    step = Decimal(1).scaleb(-unit.digits)
    value = (Decimal(hundredths) / unit.hundredths).quantize(step, ROUND_HALF_UP)
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def length_text(hundredths: int, unit: Unit) -> str:
    """Return a length with its unit's sign, for a sentence."""
    return f"{length_figure(hundredths, unit):f} {_(unit.sign)}"


def _spaced(text: str) -> str:
    """Return a text in plain digits, a blank before each fraction that is one character."""
    apart = "".join(f" {c}" if unicodedata.category(c) == "No" else c for c in text)
    return " ".join(unicodedata.normalize("NFKC", apart).split())


def _value(typed: str) -> Decimal:
    fraction = _FRACTION.fullmatch(typed)
    if len(typed) > _LONGEST:
        raise ValueError(typed)
    try:
        if fraction is None:
            return _plain(typed.replace(",", "."))
        whole, above, below = (Decimal(part or 0) for part in fraction.groups())
        return whole + above / below
    except ArithmeticError as error:
        raise ValueError(typed) from error


def _plain(typed: str) -> Decimal:
    if not typed or set(typed) - set("0123456789."):
        raise ValueError(typed)
    return Decimal(typed)
