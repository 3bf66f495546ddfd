"""About whom something is planned: typed, and said at once for whom it is taken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.follow_targets import FollowTarget, find_follow_target
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench

_LENGTH = 200


class AboutField(QWidget):
    """May stay empty; a text that means nobody is refused on saving."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.line = LineField(_LENGTH)
        self.said = plain_label(_hint(), "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.said)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self._look)

    def value(self) -> str:
        """Return what was typed."""
        return self.line.value()

    def complaint(self) -> str:
        """Tell when the text is too long to be a name or a number."""
        return self.line.complaint()

    def target(self) -> FollowTarget | None:
        """Return whom it is about, None for nobody; raises FieldError at `about`."""
        if not self.value():
            return None
        with self._bench.desk.reading() as reader:
            found = find_follow_target(reader, self.value())
        if found is None:
            raise FieldError(
                "about",
                _("No case, order or single buyer is found by this. Correct it or leave it empty."),
            )
        return found

    def setAccessibleName(self, name: str) -> None:
        """Name the line as well: a screen reader meets it by itself."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _look(self) -> None:
        typed = self.value()
        key = (id(self), "about")
        query = self._bench.operations.query
        query(key, lambda reader: find_follow_target(reader, typed), self._show)
        self.changed.emit()

    def _show(self, found: FollowTarget | None) -> None:
        parts = [found.number, found.buyer] if found else []
        self.said.setText(" · ".join(part for part in parts if part) or _hint())


def _hint() -> str:
    return _("Case or order number, or a buyer’s name, handle or phone. It may stay empty.")
