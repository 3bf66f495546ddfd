"""An address as it is written on a parcel, line by line, by the country it goes to."""

import re

from shopdesk.rules.regions import REGIONS

CHINA = "CN"
BEHIND_THE_TOWN = frozenset({"US", "CA", "AU"})
"""Where the postcode ends the line of the town; elsewhere it has a line of its own."""

_HAN = re.compile(r"[\u4e00-\u9fff]")


def place_lines(address: str, postcode: str, country: str) -> str:
    """Return where a parcel goes, with the country in English, as posts ask for it.

    A postcode that the address tells already is not said twice, and a Chinese address needs no
    country within China. `country` is two letters, or words as somebody wrote them.
    """
    place = address.strip()
    code = "" if postcode.casefold() in place.casefold() else postcode.strip()
    if country in BEHIND_THE_TOWN:
        place, code = " ".join(filter(None, (place, code))), ""
    return "\n".join(filter(None, (place, code, _country(country, place))))


def recipient_lines(name: str, phone: str, place: str) -> str:
    """Return who gets a parcel and where: name, phone and place below each other."""
    return "\n".join(filter(None, (name, phone, place)))


def _country(country: str, address: str) -> str:
    if country == CHINA and (not address or _HAN.search(address)):
        return ""
    return REGIONS[country].name if country in REGIONS else country
