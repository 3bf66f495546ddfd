"""How the forms for new cases are laid out: typed at the left, told at the right over the foot."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.ui.base.scroll import ScrollColumn

_RIGHT_PX = 340
_GAP_PX = 14


def two_columns(typed: Iterable[QWidget], told: Iterable[QWidget], foot: QWidget) -> QWidget:
    """Return the cards in two columns that scroll by themselves; the foot stays in sight."""
    left, right = _column(typed), _column(told)
    right.setMinimumWidth(_RIGHT_PX)
    right.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # chips wrap
    side = QVBoxLayout()
    side.setSpacing(_GAP_PX)
    side.addWidget(right, 1)
    foot.setContentsMargins(0, 0, right.verticalScrollBar().sizeHint().width(), 0)
    side.addWidget(foot)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP_PX)
    row.addWidget(left, 1)
    row.addLayout(side)
    return holder


def _column(cards: Iterable[QWidget]) -> ScrollColumn:
    """Return a column that keeps the room of its bar, so that chips never wrap anew."""
    made = ScrollColumn(padding_px=0)
    for card in cards:
        made.body.addWidget(card)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = made.verticalScrollBar()
    bar.setEnabled(False)
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
    return made
