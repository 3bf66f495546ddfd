"""Paints the cells of an id table: text in its tone, a pill for a state, the chosen row tinted."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.ui.base.badge import BADGE_HEIGHT_PX, badge_pixmap
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.id_table import IdTableModel, Index
from shopdesk.ui.theme import ROW_HEIGHT_PX, TONES, Theme, Tone, current_theme

PADDING_PX = 12
_ELIDE = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


class RowDelegate(QStyledItemDelegate):
    """One call per cell, straight from the model's ready strings to the painter."""

    def __init__(self, view: QAbstractItemView, columns: tuple[Column[Any], ...]) -> None:
        super().__init__(view)
        self._view = view
        self._flags = tuple(_RIGHT if column.right else _LEFT for column in columns)
        self._badges = tuple(column.badge for column in columns)
        self._theme: Theme = current_theme()
        self._inks = {tone: self._theme.ink(tone) for tone in TONES}

    def refresh(self) -> None:
        """Take over the theme that the window wears now."""
        self._theme = current_theme()
        self._inks = {tone: self._theme.ink(tone) for tone in TONES}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(80, ROW_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, IdTableModel):
            return
        rect: QRect = option.rect
        if self._view.selectionModel().isSelected(index):  # cheaper to ask than the option
            painter.fillRect(rect, self._theme.soft("accent"))
        column = index.column()
        text, tone = model.cell(index.row(), column)
        if not text:
            return
        if self._badges[column]:
            self._paint_badge(painter, rect, text, tone, option)
            return
        inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        painter.setPen(self._inks[tone])
        metrics = option.fontMetrics
        painter.drawText(
            inner, self._flags[column], metrics.elidedText(text, _ELIDE, inner.width())
        )

    @staticmethod
    def _paint_badge(
        painter: QPainter,
        rect: QRect,
        text: str,
        tone: Tone,
        option: QStyleOptionViewItem,
    ) -> None:
        room = rect.width() - PADDING_PX
        metrics = option.fontMetrics
        shown = metrics.elidedText(text, _ELIDE, room - 2 * PADDING_PX)
        ratio = painter.device().devicePixelRatio()
        pixmap = badge_pixmap(shown, tone, option.font, ratio)
        top = rect.y() + (rect.height() - BADGE_HEIGHT_PX) // 2
        painter.drawPixmap(rect.x() + PADDING_PX // 2, top, pixmap)
