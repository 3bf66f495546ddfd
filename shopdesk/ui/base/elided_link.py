"""A link that ends in an ellipsis where it does not fit; its tooltip has all of it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from shopdesk.ui.base.labels import plain_tooltip

_PADDING_PX = 8
_LEAST_LETTERS = 6


class ElidedLink(QPushButton):
    """Leads somewhere by mouse or keyboard, and never asks for more room than there is."""

    def __init__(self, text: str, follow: Callable[[], None]) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: follow())
        self.setText(text.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Ask for room for all of it."""
        return QSize(self._text_px() + _PADDING_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Do with a few letters."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it to the room that there is."""
        super().resizeEvent(event)
        room = self.width() - _PADDING_PX
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText((self._whole if self._text_px() <= room else shown).replace("&", "&&"))
        self.setToolTip("" if shown == self._whole else plain_tooltip(self._whole))

    def _text_px(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._whole)
