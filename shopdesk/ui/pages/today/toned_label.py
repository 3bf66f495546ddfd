"""A label in the colour of a tone, which it asks the theme for whenever it is painted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from shopdesk.ui.theme import Tone, current_theme


class TonedLabel(QLabel):
    """Plain text; the sign of what it says stands in the text, colour comes on top."""

    def __init__(self, text: str, tone: Tone) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone: Tone = tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.setPen(current_theme().ink(self._tone))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.text())
