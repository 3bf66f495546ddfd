"""The rows of one document, each with a tick: what is ticked is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from shopdesk.i18n import _
from shopdesk.queries.print_queue import QueueRow
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.id_table import IdTableModel, Index
from shopdesk.ui.base.row_delegate import RowDelegate
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import colour, current_theme

TICK = 0
"""The column of the ticks."""
_BOX_PX = 16
_RADIUS_PX = 4


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A row of the queue as it is listed; `since` and `courier` are already in words."""

    row: QueueRow
    is_ticked: bool
    since: str
    courier: str

    @property
    def id(self) -> int:
        """The case: a document waits for it once."""
        return self.row.case_id


Fetch = Callable[[int], QueueLine | None]
"""Gives the line of a case; None where it is gone."""


def tick_column() -> Column[QueueLine]:
    """Return the column that TickTable paints as boxes; its words are for a screen reader."""
    return Column(
        "tick",
        "",
        44,
        lambda line: _("ticked") if line.is_ticked else _("left out"),
        lambda line: "accent" if line.is_ticked else "muted",
    )


class TickTable(IdTableView[QueueLine]):
    """Space ticks what is selected, a click on the box one row, on its head all."""

    toggled = Signal(object)
    """The ids whose ticks are to be turned, as a list."""
    back_wanted = Signal()
    """The keys are wanted by the documents at the left."""

    def __init__(self, columns: tuple[Column[QueueLine], ...], fetch: Fetch) -> None:
        model: IdTableModel[QueueLine] = IdTableModel(columns, partial(_lines, fetch))
        super().__init__(model, columns, _("What is printed"), many=True)
        self._lines = model
        self.setItemDelegateForColumn(TICK, _TickDelegate(self, columns))
        self.horizontalHeader().sectionClicked.connect(self._turn_all)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other rows; what was selected stays so."""
        if list(ids) == list(self._lines.ids):
            self._lines.forget_rows()
        else:
            self._lines.set_ids(ids)
        if self.chosen is None and ids:
            self.choose(ids[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the ticks of what is selected."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self.toggled.emit(self.selected_ids())
        elif event.key() == Qt.Key.Key_Left:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the tick that is under the mouse."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and index.column() == TICK and plain:
            self.toggled.emit([self._lines.id_at(index.row())])

    def _turn_all(self, section: int) -> None:
        if section == TICK:
            self.toggled.emit(list(self._lines.ids))


def _lines(fetch: Fetch, ids: Sequence[int]) -> list[QueueLine]:
    return [line for line in map(fetch, ids) if line is not None]


class _TickDelegate(RowDelegate):
    """A box instead of the words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, IdTableModel):
            return
        theme = current_theme()
        rect: QRect = option.rect
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.soft("accent"))
        text, tone = model.cell(index.row(), TICK)
        if text:
            _paint_box(painter, rect, is_ticked=tone == "accent")


def _paint_box(painter: QPainter, rect: QRect, *, is_ticked: bool) -> None:
    theme = current_theme()
    box = QRect(0, 0, _BOX_PX, _BOX_PX)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(theme.accent if is_ticked else theme.outline))
    painter.setBrush(colour(theme.accent if is_ticked else theme.surface))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
    if is_ticked:
        ratio = painter.device().devicePixelRatio()
        check = tinted_pixmap("check", theme.on_accent, _BOX_PX - 4, ratio)
        painter.drawPixmap(box.adjusted(2, 2, 0, 0).topLeft(), check)
    painter.restore()
