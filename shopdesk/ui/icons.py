"""Icons from the shipped outline set, tinted while they are painted.

    button.setIcon(icon("printer"))                # in the colour of muted text
    button.setIcon(icon("plus", "on_accent"))      # any token of the theme

A tint is chosen at the moment of painting, so a switch of theme needs no new icons.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from shopdesk.paths import resource
from shopdesk.ui.theme import current_theme


def icon(name: str, tint: str = "muted") -> QIcon:
    """Return the icon `name` of the shipped set in the colour of a token of the theme."""
    return QIcon(_TintedEngine(name, tint))


def tinted_pixmap(name: str, colour_name: str, size_px: int, ratio: float) -> QPixmap:
    """Return the icon at `size_px` logical pixels, sharp on a screen of `ratio`."""
    side = round(size_px * ratio)
    return _drawn(name, colour_name, (side, side), ratio)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """Return the SVG text; a set without this icon shows nothing rather than failing."""
    file = resource("icons") / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.exists() else ""


@lru_cache(maxsize=512)
def _drawn(name: str, colour_name: str, device_size: tuple[int, int], ratio: float) -> QPixmap:
    """Draw the icon at the left of its room; what is wider than high is a gap before the text."""
    width, height = device_size
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", colour_name)
    if source:
        side = min(width, height)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _TintedEngine(QIconEngine):
    """Draws one icon in the colour that the theme has for it now."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        theme = current_theme()
        token = "muted" if mode == QIcon.Mode.Disabled else self._token
        wanted = (round(size.width() * scale), round(size.height() * scale))  # size is logical
        return _drawn(self._name, getattr(theme, token), wanted, scale)
