"""A soft box with one thing to know: good, wait, late or information.

layout.addWidget(Notice(_("Agree. Day 3 of 7 without reason."), "good"))
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import CONTROL_RADIUS_PX, Tone, current_theme

_ICONS: dict[Tone, str] = {
    "good": "circle-check",
    "wait": "clock",
    "late": "triangle-alert",
    "accent": "info",
    "new": "info",
    "muted": "info",
    "text": "info",
}
_ICON_PX = 16


class Notice(QFrame):
    """Colour is never its only sign: each tone has an icon of its own."""

    def __init__(self, text: str, tone: Tone) -> None:
        super().__init__()
        self._tone: Tone = tone
        self._icon = QLabel()
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self._label = plain_label("", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._label, 1)
        self.set_text(text, tone)

    @property
    def sentence(self) -> str:
        """What the box says."""
        return self._label.text()

    def set_text(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._tone = tone
        self._label.setText(text)
        self.setAccessibleName(text)
        self._tint()

    def add(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().soft(self._tone))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)

    def _tint(self) -> None:
        colour_name = current_theme().ink_name(self._tone)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(tinted_pixmap(_ICONS[self._tone], colour_name, _ICON_PX, ratio))
        sheet = f"color: {colour_name};"
        if self._label.styleSheet() != sheet:
            self._label.setStyleSheet(sheet)
        self.update()
