"""How a task's row looks: icon, number and buyer, the sentence, when it is due, the button."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.ui.fonts import sized
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import CONTROL_RADIUS_PX, TEXT_PX, Tone, colour, current_theme

if TYPE_CHECKING:
    from shopdesk.ui.pages.today.wording import TaskWords

ROW_PX = 40
_ICON_PX = 17
_PADDING_PX = 14
_GAP_PX = 14
_TITLE_X_PX = 42
_BUTTON_PX = 32
_BUTTON_PADDING_PX = 14
_LEAST_BUTTON_PX, _MOST_BUTTON_PX = 96, 168
_LEAST_DUE_PX = 64
_TITLE_SHARE = 0.28
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)


class TaskDelegate(QStyledItemDelegate):
    """Columns are as wide as the rows that are there need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._button_px = _LEAST_BUTTON_PX
        self._due_px = _LEAST_DUE_PX
        self._title_px = 0
        self.pointed: QPoint | None = None
        """Where the mouse is while it is over a button."""

    def measure(self, rows: "Sequence[TaskWords]") -> None:
        """Fit the columns to other rows."""
        plain = self._view.fontMetrics().horizontalAdvance
        widest = max((plain(words.button) for words in rows), default=0)
        self._button_px = _within(
            _LEAST_BUTTON_PX, widest + 2 * _BUTTON_PADDING_PX, _MOST_BUTTON_PX
        )
        self._due_px = max([_LEAST_DUE_PX, *(plain(words.due) + 4 for words in rows)])
        bold = QFontMetrics(sized(self._view.font(), TEXT_PX, bold=True)).horizontalAdvance
        self._title_px = max((bold(words.title) for words in rows), default=0) + 2

    def button_rect(self, row: QRect) -> QRect:
        """Return where the button of a row stands."""
        top = row.y() + (row.height() - _BUTTON_PX) // 2
        left = row.right() - _PADDING_PX - self._button_px
        return QRect(left, top, self._button_px, _BUTTON_PX)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row the same height."""
        return QSize(100, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        words: TaskWords = index.model().rows[index.row()]  # type: ignore[attr-defined]
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_chosen(painter, rect)
        self._paint_icon(painter, rect, words.icon)
        self._paint_texts(painter, rect, words)
        self._paint_button(painter, self.button_rect(rect), words.button)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, rect: QRect) -> None:
        theme = current_theme()
        ground = theme.accent_soft if self._view.hasFocus() else theme.hover
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)

    @staticmethod
    def _paint_icon(painter: QPainter, rect: QRect, name: str) -> None:
        ratio = painter.device().devicePixelRatio()
        pixmap = tinted_pixmap(name, current_theme().ink_name("muted"), _ICON_PX, ratio)
        painter.drawPixmap(
            rect.x() + _PADDING_PX, rect.y() + (rect.height() - _ICON_PX) // 2, pixmap
        )

    def _paint_texts(self, painter: QPainter, rect: QRect, words: "TaskWords") -> None:
        due_left = self.button_rect(rect).x() - _GAP_PX - self._due_px
        room = due_left - rect.x() - _TITLE_X_PX
        title_px = min(self._title_px, round(max(room * _TITLE_SHARE, 150)))
        left = rect.x() + _TITLE_X_PX
        text_left = left + title_px + _GAP_PX
        self._write(painter, rect, (left, title_px), words.title, "text", bold=True)
        self._write(
            painter, rect, (text_left, due_left - _GAP_PX - text_left), words.sentence, "text"
        )
        self._write(painter, rect, (due_left, self._due_px), words.due, words.tone)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        place: tuple[int, int],
        text: str,
        tone: Tone,
        *,
        bold: bool = False,
    ) -> None:
        left, width = place
        painter.setFont(sized(self._view.font(), TEXT_PX, bold=bold))
        painter.setPen(current_theme().ink(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, rect.y(), width, rect.height()), _LEFT, shown)

    def _paint_button(self, painter: QPainter, rect: QRect, text: str) -> None:
        theme = current_theme()
        over = self.pointed is not None and rect.contains(self.pointed)
        painter.setPen(colour(theme.outline if over else theme.line))
        painter.setBrush(colour(theme.hover if over else theme.surface))
        outline = rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setFont(sized(self._view.font(), TEXT_PX))
        painter.setPen(theme.ink("text"))
        room = rect.width() - _BUTTON_PADDING_PX
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, _CENTRED, shown)


def _within(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
