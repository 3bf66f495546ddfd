"""Lines of a form, each with a button that takes it away, and a link for one more.

class CostRow(LineRow):
    def __init__(self) -> None:
        super().__init__()
        self.amount = MoneyField("CNY")
        self.watch(self.amount)                    # its changes are the line's
        self.first = self.amount                   # where the focus comes

class CostList(LineList[CostRow]):
    def new_row(self) -> CostRow: ...              # the empty line that the link adds

costs = CostList(_("Add a cost"))
costs.add(CostRow())
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.icons import icon

REMOVE_PX = 32
GAP_PX = 6


class LineRow(QWidget):
    """One line; subclasses set `first` and say in `complaint` what is wrong."""

    changed = Signal()
    removed = Signal(object)
    first: QWidget

    def __init__(self) -> None:
        super().__init__()
        self.remove = QPushButton(icon("x"), "")
        self.remove.setFixedWidth(REMOVE_PX)
        name_field(self.remove, _("Take this line away"))
        self.remove.clicked.connect(lambda _on=False: self.removed.emit(self))

    def watch(self, *fields: Any) -> None:  # noqa: ANN401 - fields are widgets with `changed`
        """Take the changes of fields for those of the line."""
        for field in fields:
            field.changed.connect(self.changed)

    def complaint(self) -> str:
        """Return what is wrong in it as a sentence, or an empty text."""
        raise NotImplementedError


RowT = TypeVar("RowT", bound=LineRow)


class LineList(QWidget, Generic[RowT]):
    """The lines one under the other; the focus goes to the first, or to the link."""

    changed = Signal()

    def __init__(self, more_words: str) -> None:
        super().__init__()
        self.rows: list[RowT] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP_PX)
        self.more = link_button(more_words, self._add_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(self._body)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.setFocusProxy(self.more)

    def new_row(self) -> RowT:
        """Return an empty line."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Tell the first thing that is wrong in a line."""
        return next(filter(None, (row.complaint() for row in self.rows)), "")

    def add(self, row: RowT) -> None:
        """Put a line under the others; nobody is told."""
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._body.addWidget(row)
        row.show()  # at once, so that it takes the focus and the keys
        self._lead_focus()

    def drop(self, row: RowT) -> None:
        """Take a line away; nobody is told."""
        self.rows.remove(row)
        self._lead_focus()
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def show_rows(self, rows: Iterable[RowT]) -> None:
        """Show other lines in the place of all; the focus stays here. Nobody is told."""
        with self.holding_focus():
            for row in list(self.rows):
                self.drop(row)
            for row in rows:
                self.add(row)

    @contextmanager
    def holding_focus(self) -> Iterator[None]:
        """Lead the focus to the first line if what had it goes, or if there was no line yet.

        Left alone it would stay on the link, where Enter adds a line instead of saving.
        """
        held = self._focused
        yield
        if held is not None and held not in self.rows:
            self.setFocus()

    @property
    def _focused(self) -> QWidget | None:
        """The line that has the focus, or the link where there is no line."""
        focused = self.window().focusWidget()
        parts = self.rows or (self.more,)
        return next((w for w in parts if focused in (w, *w.findChildren(QWidget))), None)

    def _add_new(self) -> None:
        row = self.new_row()
        self.add(row)
        row.first.setFocus()
        self.changed.emit()

    def _remove(self, row: RowT) -> None:
        self.drop(row)
        self.more.setFocus()
        self.changed.emit()

    def _lead_focus(self) -> None:
        self.setFocusProxy(self.rows[0].first if self.rows else self.more)


def name_field(field: QWidget, name: str) -> None:
    """Name a field that has no label beside it, for the mouse and a screen reader."""
    field.setAccessibleName(name)
    field.setToolTip(name)
