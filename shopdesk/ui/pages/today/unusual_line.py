"""What is unusual this week, in a line at the top; each part leads to the cases behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.today.reading import UnusualWords
from shopdesk.ui.theme import CONTROL_RADIUS_PX, current_theme

MOST_SHOWN = 3
_ICON = QSize(16, 16)


class UnusualLine(QFrame):
    """Not there at all while nothing is unusual."""

    cases_wanted = Signal(object)
    """The `UnusualWords` whose cases are to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Unusual this week"))
        holder = QWidget()
        self._parts = FlowLayout(holder, spacing_px=12)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        mark = plain_label("")
        mark.setPixmap(icon("triangle-alert", "wait").pixmap(_ICON))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(_("Unusual"), "strong"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(holder, 1)
        self.hide()

    def show_findings(self, found: Sequence[UnusualWords]) -> None:
        """Show the least likely of them."""
        clear(self._parts)
        for words in found[:MOST_SHOWN]:
            self._parts.addWidget(link_button(words.sentence, partial(self._want, words)))
        self.setVisible(bool(found))

    def _want(self, words: UnusualWords) -> None:
        self.cases_wanted.emit(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the soft ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().soft("wait"))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
