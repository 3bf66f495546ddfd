"""Puts a theme on the application: palette, the small style sheet, and the fonts.

skin = Skin(app)
skin.wear("system")              # "light", "dark" or "system"; may be changed at any time
"""

from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from shopdesk.paths import resource
from shopdesk.ui.fonts import ui_font
from shopdesk.ui.theme import THEMES, Theme, colour

ThemeChoice = Literal["system", "light", "dark"]

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "background"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "background"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "late"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "accent_soft"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent_text"),
    (QPalette.ColorRole.LinkVisited, "accent_text"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "outline"),
)
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def palette_for(theme: Theme) -> QPalette:
    """Return the palette of a theme; disabled text is muted, never faint."""
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, colour(getattr(theme, token)))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour(theme.muted))
    return palette


def sheet_for(theme: Theme) -> str:
    """Return the style sheet of a theme, filled in from the shipped template."""
    folder = resource("styles")
    template = Template((folder / "shopdesk.qss").read_text(encoding="utf-8"))
    tokens = {token: getattr(theme, token) for token in Theme.__dataclass_fields__}
    return template.substitute(tokens, styles=folder.as_posix())


class Skin(QObject):
    """Dresses the application, and follows the system's light and dark when asked to."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._worn = ""
        app.setStyle("Fusion")
        app.setFont(ui_font())
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def wear(self, choice: ThemeChoice) -> None:
        """Dress the application now; `system` keeps following the system from here on."""
        self._choice = choice
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._dress()

    def _follow(self) -> None:
        if self._choice == "system":
            self._dress()

    def _dress(self) -> None:
        name = self._wanted()
        if name == self._worn:
            return
        self._worn = name
        theme = THEMES[name]
        self._app.setPalette(palette_for(theme))
        self._app.setStyleSheet(sheet_for(theme))
        self.changed.emit()

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"
