"""A table model of any length: the ids of the result, and the rows in view.

    model = IdTableModel(COLUMNS, fetch)           # fetch(ids) -> rows, in any order
    model.set_ids(first_ids)
    model.append_ids(the_rest)
    model.forget_rows()                            # after a change: rows are fetched anew

Rows come in blocks of 100 as they are scrolled into view; each is turned into finished
strings once, so painting asks for nothing but a look into a dictionary.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from shopdesk.i18n import _
from shopdesk.ui.base.columns import Column, Row
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.theme import Tone

BLOCK_ROWS = 100
BLOCKS_KEPT = 12
_LONG_TEXT = 12

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TONE = int(Qt.ItemDataRole.UserRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex
Cell = dict[int, Any]
_NO_CELL: Cell = {}
_ROOT = QModelIndex()


class IdTableModel(QAbstractTableModel, Generic[Row]):
    """Holds eight bytes per found row, and a dozen blocks of rows at most."""

    def __init__(
        self, columns: Sequence[Column[Row]], fetch: Callable[[Sequence[int]], Sequence[Row]]
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._fetch = fetch
        self._ids = array("q")
        self._rows: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._cells: OrderedDict[int, list[tuple[Cell, ...]]] = OrderedDict()
        self._blank: tuple[Cell, ...] = tuple(_NO_CELL for _column in self._columns)

    @property
    def ids(self) -> Sequence[int]:
        """The ids of the result, in the order in which they are shown."""
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show another result."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._drop_blocks()
        self.endResetModel()

    def append_ids(self, ids: Sequence[int]) -> None:
        """Add what was found later, without disturbing what is in view."""
        if not ids:
            return
        start = len(self._ids)
        self._blocks_drop(start // BLOCK_ROWS)
        self.beginInsertRows(_ROOT, start, start + len(ids) - 1)
        self._ids.extend(ids)
        self.endInsertRows()

    def forget_rows(self) -> None:
        """Fetch rows anew when they are next painted; the ids stay."""
        self._drop_blocks()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, record_id: int) -> int:
        """Return where an id stands in the result, or -1."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    def id_at(self, row: int) -> int:
        """Return the id that stands at a place of the result."""
        return self._ids[row]

    def record(self, row: int) -> Row | None:
        """Return the fetched row; None when it is gone from the database."""
        block, offset = divmod(row, BLOCK_ROWS)
        self._block(block)
        return self._rows[block][offset]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are known so far."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns were declared."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - Qt asks for all
        """Return what was made ready for a cell; nothing is made here."""
        row = index.row()
        if row < 0:
            return None
        block, offset = divmod(row, BLOCK_ROWS)
        cells = self._cells.get(block) or self._block(block)
        return cells[offset][index.column()].get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return a column's title and side."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (DISPLAY, ACCESSIBLE):
            return _(column.title)
        if role == ALIGNMENT:
            return _RIGHT if column.right else _LEFT
        return None

    def cell(self, row: int, column: int) -> tuple[str, Tone]:
        """Return text and tone of a cell for whoever paints it."""
        block, offset = divmod(row, BLOCK_ROWS)
        cells = self._cells.get(block) or self._block(block)
        cell = cells[offset][column]
        return cell.get(DISPLAY, ""), cell.get(TONE, "text")

    def _block(self, block: int) -> list[tuple[Cell, ...]]:
        if block in self._cells:
            self._cells.move_to_end(block)
            self._rows.move_to_end(block)
            return self._cells[block]
        self._load(block)
        while len(self._cells) > BLOCKS_KEPT:
            self._cells.popitem(last=False)
            self._rows.popitem(last=False)
        return self._cells[block]

    def _load(self, block: int) -> None:
        ids = self._ids[block * BLOCK_ROWS : (block + 1) * BLOCK_ROWS]
        found = {row.id: row for row in self._fetch(ids)}
        rows = [found.get(record_id) for record_id in ids]
        self._rows[block] = rows
        self._cells[block] = [self._made(row) for row in rows]

    def _made(self, row: Row | None) -> tuple[Cell, ...]:
        if row is None:
            return self._blank
        return tuple(_cell(column, row) for column in self._columns)

    def _drop_blocks(self) -> None:
        self._rows.clear()
        self._cells.clear()

    def _blocks_drop(self, block: int) -> None:
        """Drop the block that ends in the middle: more rows follow in it."""
        self._rows.pop(block, None)
        self._cells.pop(block, None)


def _cell(column: Column[Row], row: Row) -> Cell:
    text = column.text(row)
    cell: Cell = {
        DISPLAY: text,
        ALIGNMENT: _RIGHT if column.right else _LEFT,
        TONE: column.tone(row),
    }
    if len(text) > _LONG_TEXT:
        cell[TOOLTIP] = plain_tooltip(text)
    return cell
