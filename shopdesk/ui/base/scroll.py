"""A column that scrolls up and down only, such as the detail at the right of a list.

scroll = ScrollColumn()
scroll.body.addWidget(facts)
"""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_MARGIN_PX = 16
_LEAST_PX = 120


class ScrollColumn(QScrollArea):
    """Add widgets to `body`; they are as wide as the column and wrap."""

    def __init__(self, padding_px: int = 16) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("role", "column")
        lines = QWidget()
        lines.setMinimumWidth(1)  # or Qt takes the height for the widest line's width, too little
        self.body = QVBoxLayout(lines)
        self.body.setContentsMargins(padding_px, padding_px, padding_px, padding_px)
        self.body.setSpacing(12)
        # An aligned layout would get its size hint's height, too little for lines that wrap.
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(lines)
        whole.addStretch(1)
        self._content = content
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep one long word from making the whole column wider than what is seen of it."""
        self._content.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


class FormColumn(ScrollColumn):
    """A form that scrolls only where the window has no room for all of it."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(padding_px=0)
        self._form = form
        self.body.addWidget(form)

    def height_for(self, width_px: int) -> int:
        """Return how high the whole form is at a width."""
        self._form.ensurePolished()
        if self._form.hasHeightForWidth():
            return self._form.heightForWidth(width_px)
        return self._form.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Ask for as much as the form is wide and high."""
        return self._form.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Stay as wide as the form; the height may be less, as it scrolls."""
        least = min(_LEAST_PX, self._form.sizeHint().height())
        return QSize(self._form.minimumSizeHint().width(), least)


def bring_into_view(*widgets: QWidget) -> None:
    """Scroll to widgets, the last one at any rate, once what was shown just now has its place."""
    for widget in widgets:
        QTimer.singleShot(0, widget, lambda shown=widget: _scroll_to(shown))


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget, 0, _MARGIN_PX)
