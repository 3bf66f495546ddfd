"""A text on a soft ground, as it would be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.theme import CONTROL_RADIUS_PX, current_theme

_PADDING_PX = 12
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class SoftBox(QFrame):
    """The text wraps and can be selected."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = plain_label("", wrap=True)
        self._label.setTextInteractionFlags(_SELECTABLE)
        self._label.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, _PADDING_PX)
        layout.addWidget(self._label)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().soft("muted"))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
