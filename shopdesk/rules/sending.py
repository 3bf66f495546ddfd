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
_HEADING = re.compile(
    r"number|\bno\b|waybill|tracking|order|courier|单号|运单|订单|快递|编号|补发", re.IGNORECASE
)


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
    "misread": N_("This waybill's check digit is wrong. Read it again."),
    "courier": N_("Not clear whose waybill it is. Write the courier behind it."),
    "unread": N_("No number and no waybill stand here."),
}
"""What is thought of a pair; only the first is written."""


def read_pairs(text: str) -> list[Pair]:
    """Return a pair for each line of a pasted text; a heading and empty lines are none."""
    return pairs_of(enumerate(text.splitlines(), start=1))


def pairs_of(lines: Iterable[tuple[int, str]]) -> list[Pair]:
    """Return the pairs of numbered lines; a line that is none has neither number nor waybill."""
    told = [(line, text.strip()) for line, text in lines if text.strip()]
    if told and _is_heading(told[0][1]):
        del told[0]
    return [_pair(line, text) for line, text in told]


def _is_heading(text: str) -> bool:
    return not _DIGIT.search(text) and _HEADING.search(text) is not None


def _pair(line: int, text: str) -> Pair:
    if not _DIGIT.search(text):
        return Pair(line, text, "", "")
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
