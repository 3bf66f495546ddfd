"""The colours, sizes and tones that every piece of the window is painted with.

    theme = current_theme()          # what the window wears now
    painter.setPen(theme.ink("late"))

Nothing keeps a theme for long: the application's palette is the one truth, and a piece
asks again whenever it paints, so a switch of theme needs no repair work anywhere.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QColor, QGuiApplication, QPalette

Tone = Literal["text", "muted", "accent", "good", "wait", "late", "new"]
TONES: tuple[Tone, ...] = ("text", "muted", "accent", "good", "wait", "late", "new")

ROW_HEIGHT_PX = 38
CONTROL_RADIUS_PX = 8
TEXT_PX = 13


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of tokens; every value is a colour written `#RRGGBB`."""

    name: Literal["light", "dark"]
    background: str
    surface: str
    line: str
    outline: str
    hover: str
    text: str
    muted: str
    muted_text: str
    neutral_soft: str
    accent: str
    accent_text: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    good: str
    good_soft: str
    wait: str
    wait_soft: str
    late: str
    late_soft: str
    new: str
    new_soft: str

    def ink_name(self, tone: Tone) -> str:
        """Return the colour in which text of a tone is written."""
        return str(getattr(self, _INKS.get(tone, tone)))

    def soft_name(self, tone: Tone) -> str:
        """Return the ground on which text of a tone stays readable (4.5 : 1 or better)."""
        if tone in ("text", "muted"):
            return self.neutral_soft
        return str(getattr(self, f"{tone}_soft"))

    def ink(self, tone: Tone) -> QColor:
        """Return the text colour of a tone, ready to paint with."""
        return colour(self.ink_name(tone))

    def soft(self, tone: Tone) -> QColor:
        """Return the ground of a tone, ready to paint with."""
        return colour(self.soft_name(tone))


_INKS = {"accent": "accent_text", "muted": "muted_text"}  # these need a shade more on soft grounds

LIGHT = Theme(
    name="light",
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#E4E7EC",
    outline="#C9CFD8",
    hover="#F1F3F6",
    text="#1A2230",
    muted="#667085",
    muted_text="#5D677B",
    neutral_soft="#EEF1F5",
    accent="#2F6FED",
    accent_text="#2460D8",
    on_accent="#FFFFFF",
    accent_hover="#2460D8",
    accent_soft="#E8F0FE",
    good="#067647",
    good_soft="#E7F8EF",
    wait="#B54708",
    wait_soft="#FFF6E5",
    late="#C4320A",
    late_soft="#FEF0EA",
    new="#5925DC",
    new_soft="#F1EDFF",
)

DARK = Theme(
    name="dark",
    background="#14171C",
    surface="#1B1F26",
    line="#2C323C",
    outline="#47505E",
    hover="#232831",
    text="#E6E9EF",
    muted="#98A2B3",
    muted_text="#98A2B3",
    neutral_soft="#2C323C",
    accent="#6EA0FF",
    accent_text="#7FABFF",
    on_accent="#14171C",
    accent_hover="#8AB2FF",
    accent_soft="#22324F",
    good="#6CE0A8",
    good_soft="#15342A",
    wait="#FDC668",
    wait_soft="#392B12",
    late="#FF9C7A",
    late_soft="#3A211A",
    new="#B9A5FF",
    new_soft="#2B2450",
)

THEMES = {"light": LIGHT, "dark": DARK}


@lru_cache(maxsize=64)
def colour(name: str) -> QColor:
    """Return the colour object of a token, made once."""
    return QColor(name)


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that a palette was made from; a foreign palette counts as light."""
    return DARK if palette.color(QPalette.ColorRole.Window) == colour(DARK.background) else LIGHT


def current_theme() -> Theme:
    """Return the theme that the application wears now."""
    return theme_of(QGuiApplication.palette())
