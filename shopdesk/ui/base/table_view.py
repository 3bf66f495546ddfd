"""The table of a list page: whole rows, sorted by the database, found again by their id."""

from collections.abc import Collection, Iterable, Iterator
from typing import Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from shopdesk.i18n import _
from shopdesk.ui.base.columns import Column, Row
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.row_delegate import RowDelegate
from shopdesk.ui.theme import ROW_HEIGHT_PX

_SORT_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ORDERS = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS_TOO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class IdTableView(QTableView, Generic[Row]):
    """Tells which record was chosen, opened, or by which column to sort.

    With `many` several rows can be selected: by Shift or Ctrl and a click or an arrow, all by
    Ctrl+A; Escape goes back to the chosen one. What is selected stays so in a new result.
    """

    record_chosen = Signal(object)
    """The id of the chosen row, or None."""
    selected = Signal()
    """Other rows are selected than before."""
    record_opened = Signal(int)
    """Enter or a double click on a row, by id."""
    sort_wanted = Signal(str, bool)
    """The column's sort key, and whether descending."""

    def __init__(
        self,
        model: IdTableModel[Row],
        columns: tuple[Column[Row], ...],
        name: str,
        *,
        many: bool = False,
    ) -> None:
        super().__init__()
        self._model = model
        self._columns = columns
        self._chosen: int | None = None
        self._kept: tuple[int | None, int] = (None, 0)
        self._kept_ids: frozenset[int] = frozenset()
        self._delegate = RowDelegate(self, columns)
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._set_up_rows(many=many)
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selected.emit())
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> int | None:
        """The id of the chosen row."""
        return self._chosen

    def choose(self, record_id: int | None) -> bool:
        """Choose a row by id and bring it into view; false when the result lacks it."""
        row = -1 if record_id is None else self._model.row_of(record_id)
        if row < 0:
            return False
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ONE_ROW)
        self.scrollTo(index)
        return True

    def choose_many(self, record_ids: Collection[int]) -> None:
        """Select the rows of these records, as far as the result holds them."""
        rows = list(self._rows_of(frozenset(record_ids)))
        if rows:
            self.selectionModel().setCurrentIndex(self._model.index(rows[0], 0), _ONE_ROW)
            self._select(rows)
            self.scrollTo(self._model.index(rows[0], 0))

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(len(rows) for rows in self._selected_rows())

    def selected_ids(self) -> list[int]:
        """Return the ids of all selected rows, in the order of the table."""
        ids = self._model.ids
        found: list[int] = []
        for rows in sorted(self._selected_rows(), key=lambda rows: rows.start):
            found.extend(ids[rows.start : rows.stop])
        return found

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Show in the header by what the rows are sorted."""
        at = next((n for n, column in enumerate(self._columns) if column.sort == key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(at, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter; sort with Ctrl+Shift and an arrow."""
        if event.key() == Qt.Key.Key_Escape and self.selected_count > 1:
            self.choose(self._chosen)
            return
        if event.key() in _ENTER and self._chosen is not None:
            self.record_opened.emit(self._chosen)
            return
        if event.modifiers() == _SORT_KEYS and self._sort_by_key(Qt.Key(event.key())):
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in view where the table becomes lower and it was seen."""
        super().resizeEvent(event)
        chosen = self.currentIndex()
        was_seen = 0 <= self.visualRect(chosen).top() < event.oldSize().height()
        if was_seen and event.size().height() < event.oldSize().height():
            self.scrollTo(chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_delegate"):
            self._delegate.refresh()

    def _set_up_rows(self, *, many: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT_PX)
        rows.setMinimumSectionSize(ROW_HEIGHT_PX)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName(_("Columns"))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(48)
        for n, column in enumerate(self._columns):
            if column.stretch:
                header.setSectionResizeMode(n, QHeaderView.ResizeMode.Stretch)
            header.resizeSection(n, column.width_px)
        header.sectionClicked.connect(self._sort_by)

    def _sort_by(self, section: int) -> None:
        column = self._columns[section]
        header = self.horizontalHeader()
        if not column.sort:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sort_wanted.emit(column.sort, descending)

    def _sort_by_key(self, key: Qt.Key) -> bool:
        """Go to the next sortable column with left and right, turn the order with up and down."""
        header = self.horizontalHeader()
        section, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        sortable = [n for n, column in enumerate(self._columns) if column.sort]
        if key in _ORDERS:
            order = _ORDERS[key]
        elif key in _STEPS and sortable:
            at = sortable.index(section) if section in sortable else -1
            section = sortable[(at + _STEPS[key]) % len(sortable)]
        else:
            return False
        header.setSortIndicator(section, order)
        self._sort_by(section)
        return True

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._chosen = self._model.id_at(current.row()) if current.isValid() else None
        self.record_chosen.emit(self._chosen)

    def _open(self, index: QModelIndex) -> None:
        self.record_opened.emit(self._model.id_at(index.row()))

    def _selected_rows(self) -> list[range]:
        """Return the selected rows as ranges, so that twenty thousand cost no more than one."""
        return [range(r.top(), r.bottom() + 1) for r in self.selectionModel().selection().toList()]

    def _rows_of(self, record_ids: frozenset[int]) -> Iterator[int]:
        return (row for row, found in enumerate(self._model.ids) if found in record_ids)

    def _select(self, rows: Iterable[int]) -> None:
        """Select rows besides those that are selected; `rows` go up."""
        last_column = self._model.columnCount() - 1
        selection = QItemSelection()
        for run in _runs(rows):
            first = self._model.index(run.start, 0)
            last = self._model.index(run.stop - 1, last_column)
            selection.append(QItemSelectionRange(first, last))
        self.selectionModel().select(selection, _ROWS_TOO)

    def _remember(self) -> None:
        self._kept = (self._chosen, self.verticalScrollBar().value())
        many = self.selected_count > 1
        self._kept_ids = frozenset(self.selected_ids()) if many else frozenset()

    def _choose_again(self) -> None:
        """Choose the same records in the new result and stay where the eye was."""
        record_id, scrolled = self._kept
        self._chosen = None
        row = -1 if record_id is None else self._model.row_of(record_id)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), _ONE_ROW)
        if self._kept_ids:
            self._choose_many_again(self._kept_ids, row)
        self.verticalScrollBar().setValue(scrolled)

    def _choose_many_again(self, record_ids: frozenset[int], chosen_row: int) -> None:
        rows = list(self._rows_of(record_ids))
        if rows and chosen_row < 0:
            self.selectionModel().setCurrentIndex(self._model.index(rows[0], 0), _ONE_ROW)
        self._select(rows)
        self.selected.emit()  # what was selected before went without a word


def _runs(rows: Iterable[int]) -> Iterator[range]:
    """Yield rows that go up as ranges of neighbours."""
    start = stop = -1
    for row in rows:
        if row != stop:
            if stop > start:
                yield range(start, stop)
            start = row
        stop = row + 1
    if stop > start:
        yield range(start, stop)
