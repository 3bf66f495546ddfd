"""An address as it is written on a parcel, line by line, by the country it goes to."""

import re

from shopdesk.rules.regions import REGIONS

CHINA = "CN"
BEHIND_THE_TOWN = frozenset({"US", "CA", "AU"})
"""Where the postcode ends the line of the town; elsewhere it has a line of its own."""

_STATE = re.compile(r"[A-Z]{2,3}(?: [A-Z0-9 -]+)?")
"""A state as US, Canada and Australia shorten it, with or without the postcode behind it."""

_HAN = re.compile(r"[\u4e00-\u9fff]")


def place_lines(address: str, postcode: str, country: str, home: str = "") -> str:
    """Return where a parcel goes, with the country in English, as posts ask for it.

    A postcode that the address tells already is not said twice, and a Chinese address needs no
    country within China. `country` is two letters, or words as somebody wrote them; nobody writes
    it on a parcel that stays in `home`, which is where one goes of which no country is known.
    """
    place = address.strip()
    code = "" if postcode.casefold() in place.casefold() else postcode.strip()
    if (country or home) in BEHIND_THE_TOWN:
        place, code = " ".join(filter(None, (place, code))), ""
    named = "" if _is_at(country, home) else _country(country, place)
    return "\n".join(filter(None, (place, code, named)))


def sender_place(address: str, home: str, country: str) -> str:
    """Return where a parcel comes from: with its country only if it goes to another `country`.

    Where a shop wrote its country at the end of its address, that is the same.
    """
    name = _name_of(home)
    place = address.strip().removesuffix(name).rstrip(" ,\n")
    if not place or not name or not country or _is_at(country, home):
        return place
    return f"{place}, {name}"


def town_below(place: str) -> str:
    """Return a place with the line of its town below that of the street, where a state ends it."""
    first, *others = place.split("\n")
    street, mark, town = first.rpartition(", ")[0].rpartition(", ")
    state = first.rpartition(", ")[2]
    if not mark or not _STATE.fullmatch(state):
        return place
    return "\n".join((street, f"{town}, {state}", *others))


def recipient_lines(name: str, phone: str, place: str) -> str:
    """Return who gets a parcel and where: name, phone and place below each other."""
    return "\n".join(filter(None, (name, phone, place)))


def _is_at(country: str, home: str) -> bool:
    return country in (home, _name_of(home))


def _name_of(country: str) -> str:
    return REGIONS[country].name if country in REGIONS else country


def _country(country: str, address: str) -> str:
    if country == CHINA and (not address or _HAN.search(address)):
        return ""
    return _name_of(country)
