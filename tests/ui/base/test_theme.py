"""Every tone can be read on every ground that it is painted on, in both themes."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from shopdesk.ui.icons import icon
from shopdesk.ui.skin import Skin, ThemeChoice, palette_for
from shopdesk.ui.theme import DARK, LIGHT, TONES, Theme, Tone, current_theme, theme_of


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(QColor(first)), luminance(QColor(second))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", TONES)
def test_a_tone_is_readable_wherever_it_is_painted(theme: Theme, tone: Tone) -> None:
    ink = theme.ink_name(tone)
    for ground in (theme.soft_name(tone), theme.surface, theme.accent_soft):
        assert contrast(ink, ground) >= 4.5, (tone, ground)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_other_text_is_readable(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.on_accent, theme.accent_hover) >= 4.5
    assert contrast(theme.muted, theme.background) >= 4.5
    assert contrast(theme.muted, theme.surface) >= 4.5
    assert contrast(theme.surface, theme.text) >= 4.5  # the toast


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_palette_tells_its_theme(theme: Theme) -> None:
    assert theme_of(palette_for(theme)) is theme


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_choice_is_worn(skin: Skin, choice: ThemeChoice) -> None:
    skin.wear(choice)
    assert current_theme().name == choice


def test_an_icon_follows_the_theme(qapp: QApplication, skin: Skin) -> None:
    made = icon("printer")
    light = _inks(made.pixmap(32, 32).toImage())
    skin.wear("dark")
    dark = _inks(made.pixmap(32, 32).toImage())
    assert light
    assert dark
    assert QColor(LIGHT.muted).rgb() in light
    assert QColor(DARK.muted).rgb() in dark


def test_an_icon_is_sharp_on_a_sharp_screen(qapp: QApplication) -> None:
    pixmap = icon("printer").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0
    assert len(_inks(pixmap.toImage())) > 0


def _inks(image: QImage) -> set[int]:
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    size = range(shown.width())
    return {shown.pixel(x, y) for x in size for y in size if shown.pixelColor(x, y).alpha() == 255}
