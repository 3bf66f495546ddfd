"""The frame of a list page: where title, chips, buttons, table, detail and foot line stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.progress import BusyLine

DETAIL_MIN_PX = 300
DETAIL_PX = 320
TABLE_MIN_PX = 260
_HANDLE_PX = 14


class PageFrame(QWidget):
    """Places; put buttons of the page into `buttons` with `addWidget`.

    `many` stands in the detail's place, empty as that may be, while several records are selected.
    """

    def __init__(
        self,
        title: str,
        chips: Sequence[Chip],
        table: QWidget,
        empty: Empty,
        detail: QWidget | None,
        *,
        many: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.busy = BusyLine()
        self.chips = ChipRow(chips, _("Show"))
        self.empty = empty
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self._table = table
        self._foot = plain_label("", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(empty)
        self._sides = QStackedWidget()
        self._has_detail = detail is not None
        self._detail = self._in_card(detail, many) if detail or many else None
        self._split = self._make_split()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._make_head(title))
        layout.addWidget(self._split, 1)
        layout.addWidget(self._foot)
        self._foot.hide()
        self.show_many(shown=False)

    def set_foot(self, sentence: str) -> None:
        """Change the line under the table; an empty one takes no room."""
        self._foot.setText(sentence)
        self._foot.setVisible(bool(sentence))

    def show_table(self, *, shown: bool) -> None:
        """Show the table, or the empty page in its place."""
        self._stack.setCurrentWidget(self._table if shown else self.empty)
        if self._detail is not None:
            has_one = self._has_detail or self._shows_many
            self._detail.setVisible(shown and has_one)

    def widen_detail(self, width_px: int) -> None:
        """Begin with more room for the detail than lists usually give it."""
        self._split.setSizes([10_000, width_px])

    def show_many(self, *, shown: bool) -> None:
        """Show what is there for many records, or the detail of one in its place."""
        self._shows_many = shown
        if self._has_detail:
            self._sides.setCurrentIndex(int(shown))
        elif self._detail is not None:
            self._detail.setVisible(shown)

    def _in_card(self, *sides: QWidget | None) -> Card:
        for side in sides:
            if side is not None:
                self._sides.addWidget(side)
        card = Card(padding_px=1)
        card.setMinimumWidth(DETAIL_MIN_PX)
        card.body.addWidget(self._sides)
        return card

    def _make_head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(plain_label(title, "title"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.chips, 1)
        head.addLayout(self.buttons)
        head.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(_HANDLE_PX)
        card = Card(padding_px=1)
        card.body.setContentsMargins(1, 3, 1, 7)  # clear of the round corners
        card.body.setSpacing(0)
        card.body.addWidget(self.busy)
        card.body.addWidget(self._stack)
        card.setMinimumWidth(TABLE_MIN_PX)
        split.addWidget(card)
        if self._detail is not None:
            split.addWidget(self._detail)
            split.setSizes([10_000, DETAIL_PX])
            split.setStretchFactor(0, 1)
            split.setStretchFactor(1, 0)
        split.setCollapsible(0, False)
        return split
