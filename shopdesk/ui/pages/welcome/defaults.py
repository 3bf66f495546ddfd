"""What the first start proposes, from what the system knows about its user."""

import os

from PySide6.QtCore import QLocale, QTimeZone

from shopdesk.i18n import _, current_language
from shopdesk.rules.regions import REGIONS, Region

_NOT_NAMES = frozenset({"", "root", "user", "admin", "administrator", "guest", "nobody"})


def likely_region() -> Region:
    """Return the country of the system's clock, else that of the system's or our own language.

    Many systems speak American English wherever they stand; few keep a foreign time.
    """
    spoken = REGIONS["CN" if current_language() == "zh_CN" else "XX"]
    places = (QTimeZone.systemTimeZone().territory(), QLocale.system().territory())
    codes = (QLocale.territoryToCode(place) for place in places)
    return next((REGIONS[code] for code in codes if code in REGIONS), spoken)


def likely_person() -> str:
    """Return the name of the system's user, or a plain "Me" where that names nobody."""
    name = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    return _("Me") if name.casefold() in _NOT_NAMES else name
