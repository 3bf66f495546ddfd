"""Paints the rows of a search: headings, and things with the words that fit marked in them."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shopdesk.rules.spotting import spans
from shopdesk.ui.base.badge import BADGE_HEIGHT_PX, badge_width, paint_badge
from shopdesk.ui.base.id_table import Index
from shopdesk.ui.fonts import sized
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.search.wording import ShownThing
from shopdesk.ui.theme import CONTROL_RADIUS_PX, TEXT_PX, Tone, current_theme

HEADING_PX = 30
THING_PX = 48
_PADDING_PX = 12
_ICON_PX = 17
_TEXT_X_PX = 40
_GAP_PX = 8
_SMALL_PX = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)
_SELECTED = QStyle.StateFlag.State_Selected
_HOVER = QStyle.StateFlag.State_MouseOver


class Row(Protocol):
    """One row of the list."""

    @property
    def height_px(self) -> int:
        """How high it is."""
        ...

    @property
    def spoken(self) -> str:
        """The row in one line."""
        ...

    def paint(self, painter: QPainter, rect: QRect, font: QFont) -> None:
        """Draw it."""
        ...


@dataclass(frozen=True)
class HeadingRow:
    """Names a group, and says at its right if there is more of it."""

    text: str
    note: str
    height_px: int = HEADING_PX

    @property
    def spoken(self) -> str:
        """Both, one after the other."""
        return f"{self.text} ({self.note})" if self.note else self.text

    def paint(self, painter: QPainter, rect: QRect, font: QFont) -> None:
        """Draw it, muted."""
        room = rect.adjusted(_PADDING_PX, 6, -_PADDING_PX, 0)
        painter.setPen(current_theme().ink("muted"))
        painter.setFont(sized(font, _SMALL_PX, bold=True))
        painter.drawText(room, _LEFT, self.text)
        painter.setFont(sized(font, _SMALL_PX))
        painter.drawText(room, _RIGHT, self.note)


@dataclass(frozen=True)
class ThingRow:
    """Something found: two lines, with its state and day at the right."""

    thing: ShownThing
    height_px: int = THING_PX

    @property
    def spoken(self) -> str:
        """All that the row says."""
        return self.thing.spoken

    def paint(self, painter: QPainter, rect: QRect, font: QFont) -> None:
        """Draw icon, lines, badge and day."""
        room = rect.adjusted(_TEXT_X_PX, 5, -_PADDING_PX, -5)
        half = room.height() // 2
        top = QRect(room.x(), room.y(), room.width(), half)
        foot = QRect(room.x(), room.y() + half, room.width(), half)
        if not self.thing.foot:  # one line, in the middle
            top.translate(0, half // 2)
            foot = top
        self._paint_icon(painter, rect.x() + _PADDING_PX, top.center().y())
        painter.setFont(sized(font, _SMALL_PX))
        self._write_right(painter, foot, self.thing.day)
        self._write(painter, QRect(foot), self.thing.foot, "muted")
        self._paint_top(painter, top, font)

    def _paint_icon(self, painter: QPainter, left: int, middle: int) -> None:
        ratio = painter.device().devicePixelRatio()
        name = current_theme().ink_name("muted")
        pixmap = tinted_pixmap(self.thing.icon, name, _ICON_PX, ratio)
        painter.drawPixmap(left, middle - _ICON_PX // 2, pixmap)

    def _paint_top(self, painter: QPainter, room: QRect, font: QFont) -> None:
        painter.setFont(sized(font, _SMALL_PX))
        if self.thing.badge:
            width = badge_width(self.thing.badge, painter.font())
            pill = QRectF(room.right() - width + 1, room.y(), width, BADGE_HEIGHT_PX - 3)
            paint_badge(painter, pill, self.thing.badge, self.thing.tone, current_theme())
            room.setRight(room.right() - width - _GAP_PX)
        painter.setFont(sized(font, TEXT_PX, bold=True))
        self._write(painter, room, self.thing.head, "text")
        painter.setFont(sized(font, TEXT_PX))
        self._write(painter, room, self.thing.about, "text")

    @staticmethod
    def _write_right(painter: QPainter, room: QRect, text: str) -> None:
        """Write at the right end, and leave the rest of the room."""
        if text:
            painter.setPen(current_theme().ink("muted"))
            painter.drawText(room, _RIGHT, text)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(text) - _GAP_PX)

    def _write(self, painter: QPainter, room: QRect, text: str, tone: Tone) -> None:
        """Write at the left with the words marked, and leave the rest of the room."""
        metrics = painter.fontMetrics()
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        for start, end in spans(line, self.thing.words):
            left = room.x() + metrics.horizontalAdvance(line[:start])
            width = metrics.horizontalAdvance(line[:end]) - (left - room.x())
            _mark(painter, QRectF(left - 1, room.y() + 2, width + 2, room.height() - 3))
        painter.setPen(current_theme().ink(tone))
        painter.drawText(room, _LEFT, line)
        room.setLeft(room.left() + metrics.horizontalAdvance(line) + _GAP_PX)


class FoundDelegate(QStyledItemDelegate):
    """Lets each row paint itself over the ground of a chosen or pointed-at one."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give each sort of row its height."""
        return QSize(200, _row(index).height_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = _row(index)
        if isinstance(row, ThingRow) and option.state & (_SELECTED | _HOVER):
            tone: Tone = "accent" if option.state & _SELECTED else "muted"
            _fill(painter, QRectF(option.rect.adjusted(4, 1, -4, -1)), tone)
        row.paint(painter, option.rect, option.font)
        painter.restore()


def _row(index: Index) -> Row:
    found: Row = index.model().rows[index.row()]  # type: ignore[attr-defined]
    return found


def _fill(painter: QPainter, rect: QRectF, tone: Tone) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().soft(tone))
    painter.drawRoundedRect(rect, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)


def _mark(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().soft("wait"))
    painter.drawRoundedRect(rect, 3, 3)
