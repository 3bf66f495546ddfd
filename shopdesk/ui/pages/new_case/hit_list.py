"""The orders that were found, under the box; the focus stays in the box."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shopdesk.queries.finder import OrderHit
from shopdesk.ui.pages.new_case.wording import hit_figures, hit_foot, hit_head, joined
from shopdesk.ui.theme import CONTROL_RADIUS_PX, Tone, current_theme

Index = QModelIndex | QPersistentModelIndex

HIT_HEIGHT_PX = 46
_ROWS_SHOWN = 5
_PADDING_PX = 10
_FIGURES_PX = 150
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SELECTED = QStyle.StateFlag.State_Selected
_HOVER = QStyle.StateFlag.State_MouseOver


class HitModel(QAbstractListModel):
    """The found orders; a screen reader gets each as one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[OrderHit] = ()

    def set_hits(self, hits: Sequence[OrderHit]) -> None:
        """Hold other orders."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> OrderHit:
        """Return the order of a row."""
        return self._hits[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many were found."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the whole of a hit as one line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        hit = self._hits[index.row()]
        return joined(hit_head(hit), hit_foot(hit), *hit_figures(hit))


class HitList(QListView):
    """As high as it has rows, up to five."""

    def __init__(self) -> None:
        super().__init__()
        self._model = HitModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HitDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def show_hits(self, hits: Sequence[OrderHit]) -> None:
        """Show what was found, the first chosen; nothing found takes no room."""
        self._model.set_hits(hits)
        self.setFixedHeight(min(_ROWS_SHOWN, len(hits)) * HIT_HEIGHT_PX)
        self.setVisible(bool(hits))
        self.step(0)

    def step(self, by: int) -> None:
        """Choose a row further down or up."""
        rows = self._model.rowCount()
        if rows:
            at = max(0, self.currentIndex().row())
            self.setCurrentIndex(self._model.index(min(rows - 1, max(0, at + by)), 0))

    def hit(self, index: Index | None = None) -> OrderHit:
        """Return the order at an index, or the chosen one."""
        return self._model.hit((index or self.currentIndex()).row())


class HitDelegate(QStyledItemDelegate):
    """Two lines at the left, two figures at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give every hit the same height."""
        return QSize(200, HIT_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one hit."""
        model = index.model()
        if not isinstance(model, HitModel):
            return
        hit = model.hit(index.row())
        painter.save()
        self._ground(painter, option)
        top, foot = _halves(option.rect)
        day, total = hit_figures(hit)
        _write(painter, option.font, top, (hit_head(hit), total), "text")
        _write(painter, option.font, foot, (hit_foot(hit), day), "muted")
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        if option.state & (_SELECTED | _HOVER):
            tone: Tone = "accent" if option.state & _SELECTED else "muted"
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft(tone))
            painter.drawRoundedRect(option.rect, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)


def _halves(rect: QRect) -> tuple[QRect, QRect]:
    inner = rect.adjusted(_PADDING_PX, 4, -_PADDING_PX, -4)
    half = inner.height() // 2
    return (
        QRect(inner.x(), inner.y(), inner.width(), half),
        QRect(inner.x(), inner.y() + half, inner.width(), half),
    )


def _write(painter: QPainter, font: QFont, rect: QRect, texts: tuple[str, str], tone: Tone) -> None:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold if tone == "text" else QFont.Weight.Normal)
    painter.setFont(strong)
    painter.setPen(current_theme().ink(tone))
    words = rect.adjusted(0, 0, -_FIGURES_PX, 0)
    left, right = texts
    shown = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(_LEFT), shown)
    painter.setFont(font)
    painter.drawText(rect, int(_RIGHT), right)
