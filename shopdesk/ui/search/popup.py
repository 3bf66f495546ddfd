"""The sheet under the search box: results, or that nothing fits."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.everything import Everything, FoundThing
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.search.results import ResultList

WIDTH_PX = 640
_MARGIN_PX = 12
_GAP_PX = 4
_PADDING_PX = 6


class SearchPopup(QFrame):
    """Lies over the page, as wide and high as the window lets it; it never takes the focus."""

    opened = Signal(object)

    def __init__(self, host: QWidget, box: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._box = box
        self.setProperty("role", "card")
        self.setAccessibleName(_("Found"))
        self.results = ResultList()
        self.results.setAccessibleName(_("Found"))
        self.results.opened.connect(self.opened)
        self._nothing = wrapped_label("", "muted")
        self._nothing.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, _PADDING_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, _PADDING_PX, 1, _PADDING_PX)
        layout.addWidget(self.results)
        layout.addWidget(self._nothing)
        host.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said in place of results; empty where there are some."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def show_answer(self, answer: Everything) -> None:
        """Show what was found for a text, or that nothing was."""
        self.results.show_answer(answer)
        self.results.setVisible(bool(answer.groups))
        self._nothing.setVisible(not answer.groups)
        self._nothing.setText(
            _("Nothing fits “{text}”. Try a number, a name, or the end of a phone.").format(
                text=answer.typed.strip()
            )
        )
        self._place()
        self.show()
        self.raise_()

    @property
    def chosen(self) -> FoundThing | None:
        """What Enter would open."""
        return self.results.chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay under the box when the window changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._host and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        corner = self._box.mapTo(self._host, QPoint(0, self._box.height() + _GAP_PX))
        room = self._host.rect().adjusted(0, 0, -_MARGIN_PX, -_MARGIN_PX)
        width = min(WIDTH_PX, room.right() - corner.x())
        self.setGeometry(corner.x(), corner.y(), width, self._fitting(room.bottom() - corner.y()))

    def _fitting(self, most: int) -> int:
        """Return how high it has to be, at most as high as there is room."""
        frame = 2 * _PADDING_PX + 2
        if self.results.isHidden():
            return min(most, self._nothing.heightForWidth(WIDTH_PX) + frame)
        return min(most, self.results.height_px + frame)
