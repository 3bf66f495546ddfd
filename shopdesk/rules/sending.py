"""Numbers with their waybills, as a person pastes them: one pair a line, a courier if it is said.

S-2611-0007  SF1234567890123  SF Express
3398120571,YT7788990011223
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules.scanning import own_number

_CELLS = re.compile(r"[\t,;，；、|]+")
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: `number` is a reshipment's or an order's, `courier` in the words typed.

    `text` is the line itself, so that what is not sent can be left as it was.
    """

    line: int
    text: str
    number: str
    waybill: str
    courier: str = ""


VERDICTS = {
    "sends": N_("Will be sent"),
    "unknown": N_("No reshipment and no order has this number."),
    "sent": N_("It is sent already."),
    "nothing": N_("Nothing waits to be sent for this order."),
    "several": N_("Several reshipments wait for this order. Enter the number of one."),
    "twice": N_("This parcel stands here twice."),
    "waybill_twice": N_("This waybill stands here twice."),
    "waybill_known": N_("This waybill belongs to another parcel already."),
    "no_waybill": N_("The waybill is missing."),
    "courier": N_("Whose waybill it is, is not clear. Write the courier behind it."),
}
"""What is thought of a pair; only the first is written."""


def read_pairs(text: str) -> list[Pair]:
    """Return the pairs of a pasted text; a heading and empty lines are none."""
    return pairs_of(enumerate(text.splitlines(), start=1))


def pairs_of(lines: Iterable[tuple[int, str]]) -> list[Pair]:
    """Return the pairs of numbered lines."""
    return [_pair(line, text.strip()) for line, text in lines if _DIGIT.search(text)]


def _pair(line: int, text: str) -> Pair:
    cells = _cells(text)
    own = next((cell for cell in cells if own_number(cell)), "")
    first = own or cells[0]
    rest = [cell for cell in cells if cell is not first]
    waybill = next((cell for cell in rest if _DIGIT.search(cell)), "")
    words = [cell for cell in rest if cell is not waybill]
    return Pair(line, text, own_number(own) or first, waybill, " ".join(words))


def _cells(text: str) -> list[str]:
    """Return the parts of a line: cells where it has any, else words."""
    cells = [cell.strip() for cell in _CELLS.split(text) if cell.strip()]
    return cells if len(cells) > 1 else _SPACES.split(text)
