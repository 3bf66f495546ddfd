"""The blanks of ready words: which there are, and how they are filled in."""

import re
from collections.abc import Mapping

from shopdesk.i18n import N_

BLANKS = {
    "buyer": N_("the buyer's name"),
    "number": N_("the number of the return, reshipment or complaint"),
    "order": N_("the order's number"),
    "items": N_("the goods that it is about"),
    "shop": N_("the shop's name"),
    "address": N_("where parcels come back to, or where goods go"),
    "send_by": N_("the day by which the buyer sends it"),
    "courier": N_("who carries the parcel it is about"),
    "waybill": N_("the waybill of that parcel"),
    "new_courier": N_("who brings goods to the buyer"),
    "new_waybill": N_("the waybill of goods to the buyer"),
    "amount": N_("what is refunded or paid"),
    "deduction": N_("what was kept back"),
    "deduction_reason": N_("why it was kept back"),
    "reason": N_("why it was declined"),
    "wanted": N_("what the buyer wants instead"),
    "window": N_("the days of the return window"),
    "last": N_("the last day of the return window"),
    "due": N_("the day by which we write again"),
    "problem": N_("what the buyer complains of"),
    "options": N_("the options that are offered"),
    "chosen": N_("the option that the buyer chose"),
    "opened": N_("the day on which the buyer complained"),
    "platform_number": N_("the platform's number of the complaint"),
    "evidence": N_("what the platform asks for"),
    "wait": N_("why goods have to wait"),
}
"""Each name with what stands there, for those who write their own words."""

UNKNOWN = "…"
"""Stands where a blank is not known, for the person to fill in."""

_LEFT = re.compile(f"(?<!{UNKNOWN}){UNKNOWN}(?!{UNKNOWN})")
"""Two of them are a pause in Chinese."""
_BLANK = re.compile(r"\{([^{}]*)\}")


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its blanks filled as far as known; braces elsewhere are only text."""
    return _BLANK.sub(lambda found: str(values.get(found[1].strip()) or UNKNOWN), text)


def blanks_left(text: str) -> int:
    """Return how many blanks of a filled text are not known."""
    return len(_LEFT.findall(text))


def unknown_blanks(text: str) -> list[str]:
    """Return the names in braces that are no blanks, as typed."""
    names = [name.strip() for name in _BLANK.findall(text)]
    return [name for name in names if name not in BLANKS]
