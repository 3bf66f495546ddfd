"""The language that a shop's buyers are answered in."""

from shopdesk.i18n import LANGUAGES

_OF_REGION = {"CN": "zh_CN", "HK": "zh_CN", "TW": "zh_CN"}


def buyers_language(chosen: str, region: str) -> str:
    """Return what the shop chose, a key of LANGUAGES, else the language of its country."""
    return chosen if chosen in LANGUAGES else _OF_REGION.get(region, "en")
