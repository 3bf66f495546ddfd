"""The last scans of this session, the newest first; a click opens what one led to."""

from collections import deque
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.i18n import _
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.pages.desk.answers import ICONS, Answer, taken_back
from shopdesk.ui.scanner_keys import is_sign
from shopdesk.ui.theme import CONTROL_RADIUS_PX, current_theme

MOST_KEPT = 200
"""A day's scans go on for hours; further back is the timeline's."""

ROW_PX = 46
_ICON_PX = 18
_PADDING_PX = 10
_EDGE_PX = 4
_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_VCENTER = Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer and when it was given, in words; it may be undone by now."""

    time: str
    given: Answer
    is_undone: bool = False

    @property
    def answer(self) -> Answer:
        """What is true of it now."""
        return taken_back(self.given) if self.is_undone else self.given


class HistoryModel(QAbstractListModel):
    """Bounded: the oldest makes room."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: deque[Heard] = deque()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many are kept."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a row in words, for a screen reader."""
        heard = self._rows[index.row()]
        words = (heard.time, heard.answer.headline, heard.answer.sentence)
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return " ".join(word for word in words if word) if role in shown else None

    def heard(self, row: int) -> Heard:
        """Return one entry."""
        return self._rows[row]

    def turn(self, answer: Answer) -> Heard | None:
        """Mark an answer as undone, or as done again; None if it is no longer in the list."""
        for row, heard in enumerate(self._rows):
            if heard.given is answer:
                self._rows[row] = turned = replace(heard, is_undone=not heard.is_undone)
                self.dataChanged.emit(self.index(row), self.index(row))
                return turned
        return None

    def add(self, heard: Heard) -> None:
        """Put an entry at the top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.appendleft(heard)
        self.endInsertRows()
        if len(self._rows) > MOST_KEPT:
            last = len(self._rows) - 1
            self.beginRemoveRows(QModelIndex(), last, last)
            self._rows.pop()
            self.endRemoveRows()


class History(QListView):
    """Two lines for each answer."""

    opened = Signal(object)
    """The Answer that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = HistoryModel()
        self.received_count = 0
        self.setModel(self.rows)
        self.setItemDelegate(_HeardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Scans of this session"))
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def add(self, answer: Answer, time: str) -> None:
        """Put an answer at the top, and when it was given, in words."""
        self.rows.add(Heard(time, answer))
        self.received_count += len(answer.received)

    def turn(self, answer: Answer) -> bool:
        """Follow an answer that was undone, or done again; returns whether it is undone now."""
        turned = self.rows.turn(answer)
        is_undone = turned is None or turned.is_undone
        if turned is not None:
            self.received_count += len(answer.received) * (-1 if is_undone else 1)
        return is_undone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list; signs are the box's."""
        if is_sign(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        self.opened.emit(self.rows.heard(index.row()).answer)


class _HeardDelegate(QStyledItemDelegate):
    """An icon in the answer's colour, its large word, its sentence, the time."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, HistoryModel):
            return
        painter.save()
        self._ground(painter, option)
        self._write(painter, option, model.heard(index.row()))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & _MARKED:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current_theme().soft("muted"))
            painter.drawRoundedRect(option.rect, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)

    @staticmethod
    def _write(painter: QPainter, option: QStyleOptionViewItem, heard: Heard) -> None:
        answer, theme = heard.answer, current_theme()
        room = option.rect.adjusted(_EDGE_PX, 4, -_EDGE_PX, -4)
        ratio = painter.device().devicePixelRatio()
        icon = tinted_pixmap(ICONS[answer.tone], theme.ink_name(answer.tone), _ICON_PX, ratio)
        painter.drawPixmap(room.left(), room.top() + 2, icon)
        left = room.left() + _ICON_PX + _PADDING_PX
        half = room.height() // 2
        top = QRect(left, room.top(), room.right() - left, half)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(theme.ink("text"))
        room_of_time = option.fontMetrics.horizontalAdvance(heard.time) + _PADDING_PX
        _elided(painter, top.adjusted(0, 0, -room_of_time, 0), answer.headline)
        painter.setFont(option.font)
        painter.setPen(theme.ink("muted"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignRight | _VCENTER), heard.time)
        _elided(painter, top.translated(0, half), answer.sentence)


def _elided(painter: QPainter, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | _VCENTER), shown)
