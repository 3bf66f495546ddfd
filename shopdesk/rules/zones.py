"""How far a parcel goes, told from where the shop stands and where the goods go."""

import re
import unicodedata

from shopdesk.i18n import N_
from shopdesk.rules.provinces import BEYOND, province_of

ZONES = {
    "province": N_("Same province"),
    "country": N_("Another province"),
    "remote": N_("Remote"),
    "domestic": N_("Same country"),
    "abroad": N_("Abroad"),
}

CHINA = "CN"

FAR_PROVINCES = frozenset(
    {"xinjiang", "tibet", "qinghai", "gansu", "ningxia", "inner_mongolia", "hainan"}
)
"""What Chinese couriers call remote, and take longer for."""

FAR_PLACES = {
    "US": r"\b(?:Alaska|AK|Hawaii|HI|Puerto Rico|PR|Guam|GU)\b",
    "GB": r"\b(?:Isle of|Orkney|Shetland|Hebrides|Scilly|(?:BT|HS|IM|JE|GY|ZE|KW)\d)",
    "FR": r"\b(?:Corse|Guadeloupe|Martinique|Guyane|Réunion|Mayotte)\b",
    "ES": r"\b(?:Canarias|Tenerife|Las Palmas|Ceuta|Melilla)\b",
    "IT": r"\b(?:Sardegna|Sicilia)\b",
    "CA": r"\b(?:Yukon|YT|Nunavut|NU|Northwest Territories|NT)\b",
    "AU": r"\b(?:Northern Territory|NT|Norfolk Island|Christmas Island)\b",
}
"""How an address names what is remote within its own country, by the country's letters."""

OTHER_LETTERS = {"UK": "GB"}
"""Letters that people write for a country whose own are others."""


def zone_of(shop_region: str, shop_address: str, country: str, address: str) -> str:
    """Return a key of ZONES; an address that tells nothing lies in the shop's own country.

    `shop_region` is a key of rules.regions.REGIONS, `country` two letters or empty. Remote is
    remote from elsewhere only: within its own province it is near.
    """
    place, own = _plain(address), _plain(shop_address)
    to = _country(country, place, shop_region)
    if to != shop_region:
        return "abroad"
    if to == CHINA:
        return _chinese_zone(province_of(own), province_of(place))
    far = FAR_PLACES.get(to)
    return "remote" if far and re.search(far, place) else "domestic"


def _country(country: str, address: str, shop_region: str) -> str:
    """Return where it goes: as it is said, and from the mainland over its borders as written."""
    given = country.strip().upper() or shop_region
    to = OTHER_LETTERS.get(given, given)
    beyond = province_of(address) if to == CHINA else ""
    return beyond if beyond in BEYOND else to


def _chinese_zone(own: str, place: str) -> str:
    if own and own == place:
        return "province"
    return "remote" if place in FAR_PROVINCES else "country"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
