"""Labels that take every text for plain text, whoever wrote it.

plain_label(buyer.name, "heading")
ElidedLabel(order.title)                        # cut with an ellipsis, whole in its tooltip
CopyLabel(waybill, said=messages.toast)         # one click copies
link_button(number, lambda: guide.go("orders", order_id))
"""

import html
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

Role = Literal["text", "title", "heading", "strong", "muted", "small", "figure", "error", "answer"]


def plain_label(text: str, role: Role = "text", *, wrap: bool = False) -> QLabel:
    """Return a label that never reads markup, so that no text from outside can load a file."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    label.setText(text)
    return label


def wrapped_label(text: str, role: Role = "text") -> QLabel:
    """Return a plain label that wraps in the room it gets; one long word asks for no more."""
    label = plain_label(text, role, wrap=True)
    label.setMinimumWidth(1)
    return label


def plain_tooltip(text: str) -> str:
    """Return a text for `setToolTip`, which would read markup otherwise."""
    return html.escape(text)


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip has all of it."""

    def __init__(self, text: str, role: Role = "text") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few letters only."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only where it is cut."""
        super().resizeEvent(event)
        self.setToolTip(plain_tooltip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )


def link_button(text: str, follow: Callable[[], None]) -> QPushButton:
    """Return a text that leads somewhere, by mouse or keyboard."""
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _checked=False: follow())
    return button
