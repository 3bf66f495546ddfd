"""A pill with a state in it, as a widget and as the pixmap that a table row shows.

layout.addWidget(Badge(_("Asked"), "new"))
painter.drawPixmap(x, y, badge_pixmap(text, tone, font, ratio))
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.ui.theme import THEMES, Theme, Tone, current_theme

BADGE_HEIGHT_PX = 22
_PADDING_PX = 10


def badge_pixmap(text: str, tone: Tone, font: QFont, ratio: float) -> QPixmap:
    """Return a painted pill, kept for the next row that says the same."""
    return _painted(text, tone, current_theme().name, font.key(), ratio)


@lru_cache(maxsize=512)
def _painted(text: str, tone: Tone, theme_name: str, font_key: str, ratio: float) -> QPixmap:
    font = QFont()
    font.fromString(font_key)
    width = badge_width(text, font)
    pixmap = QPixmap(round(width * ratio), round(BADGE_HEIGHT_PX * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    paint_badge(painter, QRectF(0, 0, width, BADGE_HEIGHT_PX), text, tone, THEMES[theme_name])
    painter.end()
    return pixmap


def badge_width(text: str, font: QFont) -> int:
    """Return the width of a pill in logical pixels."""
    return QFontMetrics(font).horizontalAdvance(text) + 2 * _PADDING_PX


def paint_badge(painter: QPainter, rect: QRectF, text: str, tone: Tone, theme: Theme) -> None:
    """Draw a pill into a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.soft(tone))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(theme.ink(tone))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


class Badge(QWidget):
    """The pill by itself, as in the head of a detail."""

    def __init__(self, text: str, tone: Tone) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = text
        self._tone: Tone = tone
        self.set_state(text, tone)

    def set_state(self, text: str, tone: Tone) -> None:
        """Show another state."""
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the text."""
        return QSize(badge_width(self._text, self.font()), BADGE_HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._text, self._tone, current_theme())
