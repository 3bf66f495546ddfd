"""The goods of one line, or goods that nobody expected, in as many conditions as they came in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.services.drafts import ReceivedDraft
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import bring_into_view
from shopdesk.ui.pages.inspection.entry_row import EntryRow

OriginOf = Callable[[ReceivedDraft], str]
"""Says who kept an item, when and from which parcel; empty for what is new."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a card begins with: what was kept, what a new row says, who kept what."""

    items: Sequence[ReceivedDraft]
    blank: ReceivedDraft
    origin_of: OriginOf


_TITLE_LENGTH = 200
_PADDING_PX = 12


class GoodsCard(Card):
    """Rows of one kind of goods under a head that a subclass makes."""

    changed = Signal()
    emptied = Signal()

    def __init__(self, name: str, start: Start) -> None:
        super().__init__(padding_px=_PADDING_PX)
        self.setAccessibleName(name)
        self.rows: list[EntryRow] = []
        self._name = name
        self._start = start
        self.head = QVBoxLayout()
        self.head.setSpacing(2)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self.body.addLayout(self.head)
        self.body.addLayout(self._body)

    @property
    def units(self) -> int:
        """How many are counted."""
        return sum(row.units for row in self.rows)

    def drafts(self) -> list[ReceivedDraft]:
        """Return an item for each row, in their order."""
        return [row.draft() for row in self.rows]

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in its order."""
        return [stop for row in self.rows for stop in row.stops()]

    def begin(self) -> None:
        """Show what was kept, or one empty row."""
        for item in self._start.items or (self._start.blank,):
            self.add_row(item)
        self.follow()

    def add_row(self, item: ReceivedDraft) -> EntryRow:
        """Add a row at the end."""
        row = EntryRow(self._name, item, self._start.origin_of(item))
        row.changed.connect(self._tell)
        row.split.connect(lambda: self._split(row))
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._body.addWidget(row)
        row.show()
        return row

    def count_one(self) -> EntryRow:
        """Count one unit more, in a row that is still to be judged."""
        open_rows = [row for row in self.rows if not row.draft().condition]
        row = open_rows[0] if open_rows else self.add_row(self._start.blank)
        row.counter.set_value(row.units + 1)
        self.follow()
        return row

    def refuse(self, row: EntryRow, name: str, sentence: str) -> None:
        """Say what is wrong with an attribute of a row's item."""
        row.refuse(name, sentence)

    def follow(self) -> None:
        """Show what follows from the counts."""
        for row in self.rows:
            row.set_removable(on=len(self.rows) > 1)

    def _split(self, row: EntryRow) -> None:
        """Give one unit of a row to a new one, which is judged for itself."""
        moved = 1 if row.units > 1 else 0
        row.counter.set_value(row.units - moved)
        made = self.add_row(replace(self._start.blank, quantity=moved))
        self._tell()
        made.chips.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: EntryRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.emptied.emit()
        self._tell()

    def _tell(self) -> None:
        self.follow()
        self.changed.emit()


class OtherGoodsCard(GoodsCard):
    """Goods that are none of the return's; a person says what they are."""

    def __init__(self, start: Start) -> None:
        super().__init__(_("Other goods"), start)
        self.title = LineField(_TITLE_LENGTH, _("What is it?"))
        self.title.setAccessibleName(_("What the other goods are"))
        self.title.set_value(start.items[0].title)
        self.title.changed.connect(self._tell)
        self.refusal = plain_label("", "error", wrap=True)
        self.refusal.hide()
        heads: tuple[QWidget, ...] = (
            plain_label(_("Other goods"), "strong"),
            self.title,
            self.refusal,
        )
        for widget in heads:
            self.head.addWidget(widget)
        self.begin()

    def drafts(self) -> list[ReceivedDraft]:
        """Return the items with what a person called them."""
        return [replace(item, title=self.title.value()) for item in super().drafts()]

    def stops(self) -> list[QWidget]:
        """Begin with the name."""
        return [self.title, *super().stops()]

    def refuse(self, row: EntryRow, name: str, sentence: str) -> None:
        """Ask for the name at its field."""
        if name != "title":
            super().refuse(row, name, sentence)
            return
        self.refusal.setText(sentence)
        self.refusal.show()
        self.title.setFocus()
        bring_into_view(self.title, self.refusal)

    def follow(self) -> None:
        """Let every row be taken away: the card goes with its last one."""
        self.refusal.hide()
        for row in self.rows:
            row.set_removable(on=True)
