"""What a scanned or typed code may be: a scanner adds signs to it, a person leaves some out."""

import re
import unicodedata
from dataclasses import dataclass

from shopdesk.rules.couriers import folded_waybill

LONGEST_CODE = 200
"""More than this is no code; it is a text that was pasted into the wrong place."""

SHORTEST_WAYBILL = 6
SHORTEST_PHONE_END = 4
_LONGEST_PHONE = 11

_AIM_PREFIX = re.compile(r"^\][A-Za-z][0-9]")
"""Scanners can be set to name the kind of barcode first: `]C1` for Code 128."""

# A keyboard of another country turns the scanner's dash into one of these.
_BETWEEN = r"[-–_/'\s]?"
_OWN_NUMBER = re.compile(
    rf"(?<![0-9A-Z])([RSCU]){_BETWEEN}([0-9]{{4}}){_BETWEEN}([0-9]{{4,}})(?![0-9A-Z])"
)

_CARRIED = (
    re.compile(r"(?P<waybill>[0-9A-Z]{8,})-[0-9]+-[0-9]+-?"),
    re.compile(r"420[0-9]{5}(?:[0-9]{4})?(?P<waybill>9[1-5][0-9]{20})"),
    re.compile(r"[0-9]{22}(?P<waybill>[0-9]{12})"),
)
"""Barcodes that say more than the waybill: JD's pieces, USPS's postcode, FedEx's routing."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code and what it may be looked up as; what it cannot be is empty.

    `number` is a return's, `shelf_number` that of a parcel without a return; `waybills` are
    folded; `phone_end` is digits only.
    """

    text: str
    number: str
    shelf_number: str
    waybills: tuple[str, ...]
    phone_end: str

    @property
    def as_waybill(self) -> str:
        """The text where it can be a parcel's waybill, to be kept with a parcel."""
        return self.text if self.waybills and any(c.isdigit() for c in self.text) else ""


def read_code(raw: str) -> Code:
    """Return what a scan or a typed text may be."""
    text = _plain(raw)
    number = own_number(text)
    return Code(
        text=text,
        number=number if number.startswith("R") else "",
        shelf_number=number if number.startswith("U") else "",
        waybills=_waybills(text),
        phone_end=_phone_end(text),
    )


def own_number(text: str) -> str:
    """Return the first number of ShopDesk's own in a text, such as R-2611-0001; empty if none."""
    own = _OWN_NUMBER.search(text.upper())
    return "-".join(own.groups()) if own else ""


def _plain(raw: str) -> str:
    """Return one line of plain signs: full-width digits are digits, what is unseen is gone."""
    seen = unicodedata.normalize("NFKC", raw[: LONGEST_CODE * 2]).replace("ß", "-")
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in seen
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    return _AIM_PREFIX.sub("", " ".join(kept.split()))[:LONGEST_CODE]


def _waybills(text: str) -> tuple[str, ...]:
    plain = re.sub(r"\s", "", text.upper())
    carried = (form.fullmatch(plain) for form in _CARRIED)
    found = [folded_waybill(plain), *(match["waybill"] for match in carried if match)]
    return tuple(dict.fromkeys(code for code in found if len(code) >= SHORTEST_WAYBILL))


def _phone_end(text: str) -> str:
    digits = re.sub(r"[\s()+.-]", "", text)
    if not (digits.isascii() and digits.isdigit()) or len(digits) < SHORTEST_PHONE_END:
        return ""
    if len(digits) > _LONGEST_PHONE:
        digits = digits.removeprefix("00").removeprefix("86")
    return digits if len(digits) <= _LONGEST_PHONE else ""
