"""The list of tasks: one row each, with the one button that moves it on.

Rows are painted, not made of widgets: two hundred of them cost as much as those in view.
Arrows choose, Enter presses the button, Right or a double click opens the case.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.pages.today.task_painting import TaskDelegate
from shopdesk.ui.pages.today.wording import TaskWords

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskModel(QAbstractListModel):
    """The rows as they were read."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[TaskWords] = ()

    def show_rows(self, rows: Sequence[TaskWords]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row says; its look is the delegate's."""
        words = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{words.title}: {words.sentence}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken
        return None


class TaskList(QListView):
    """Tells which task's button was pressed, and which task is to be opened."""

    step_wanted = Signal(object)
    """The `TaskWords` whose button was pressed."""
    open_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = TaskModel()
        self.painting = TaskDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self.painting)
        self.setProperty("role", "tasks")
        self.setAccessibleName(_("What to do next"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)

    @property
    def rows(self) -> Sequence[TaskWords]:
        """What is listed."""
        return self._rows.rows

    @property
    def chosen(self) -> TaskWords | None:
        """The task of the chosen row."""
        row = self.currentIndex().row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def show_rows(self, rows: Sequence[TaskWords]) -> None:
        """Show other tasks; the chosen one stays chosen, or the one in its place."""
        row, chosen = self.currentIndex().row(), self.chosen
        top = self.verticalScrollBar().value()
        self._rows.show_rows(rows)
        self.painting.measure(rows)
        keys = [words.key for words in rows]
        if chosen is not None and chosen.key in keys:
            row = keys.index(chosen.key)
        if rows:
            self.setCurrentIndex(self._rows.index(min(max(row, 0), len(rows) - 1)))
        self.verticalScrollBar().setValue(top)

    def choose(self, key: tuple[str, int]) -> None:
        """Choose a task, if it is listed."""
        keys = [words.key for words in self.rows]
        if key in keys:
            self.setCurrentIndex(self._rows.index(keys.index(key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button, open the case, or walk along the rows."""
        if event.key() in _ENTER and self.chosen is not None:
            self.step_wanted.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Right and self.chosen is not None:
            self.open_wanted.emit(self.chosen)
        elif event.text().isdigit():
            event.ignore()  # the figure keys are the tiles'
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        super().mouseMoveEvent(event)
        over = self._button_at(event) is not None
        self.painting.pointed = event.position().toPoint() if over else None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button under the mouse."""
        super().mouseReleaseEvent(event)
        words = self._button_at(event)
        if words is not None and event.button() == Qt.MouseButton.LeftButton:
            self.step_wanted.emit(words)

    def _button_at(self, event: QMouseEvent) -> TaskWords | None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return None
        button = self.painting.button_rect(self.visualRect(index))
        return self.rows[index.row()] if button.contains(place) else None

    def _open(self, index: QModelIndex) -> None:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if not self.painting.button_rect(self.visualRect(index)).contains(place):
            self.open_wanted.emit(self.rows[index.row()])
