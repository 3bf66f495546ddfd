"""The window's font: the system's own, with the shipped one behind it for Chinese."""

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from shopdesk.paths import resource
from shopdesk.ui.theme import TEXT_PX

SHIPPED_FAMILY = "ShopDesk Sans"
SHIPPED_FILES = ("ShopDeskSans-Regular.ttf", "ShopDeskSans-Bold.ttf")


@lru_cache(maxsize=1)
def register_fonts() -> bool:
    """Make the shipped font known to Qt; false when its files are not there."""
    files = [resource("fonts") / name for name in SHIPPED_FILES]
    present = [file for file in files if file.exists()]
    added = [QFontDatabase.addApplicationFont(str(file)) for file in present]
    return bool(added) and min(added) >= 0


def ui_font() -> QFont:
    """Return the 13 px font of all plain text, with figures of one width where it has them."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    families = list(system.families())
    if register_fonts():
        families = _in_order(families)
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(TEXT_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _in_order(families: list[str]) -> list[str]:
    """Put the shipped family first where the system's font says nothing about Chinese.

    Windows and macOS bring a good interface font and find Chinese for it; on Linux, and
    offscreen, the general font is whatever fontconfig fell back to.
    """
    if sys.platform in ("win32", "darwin") and QGuiApplication.platformName() != "offscreen":
        return [*families, SHIPPED_FAMILY]
    return [SHIPPED_FAMILY, *families]


def sized(font: QFont, size_px: int, *, bold: bool = False) -> QFont:
    """Return a copy of a font in another size and weight."""
    copy = QFont(font)
    copy.setPixelSize(size_px)
    copy.setBold(bold)
    return copy
