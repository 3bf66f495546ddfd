"""All goods of an inspection: a card for each line, and one for each kind of other goods."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.inspection import ExpectedLine, Inspection
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.rules.inspecting import WRONG_GOODS, Found, found_in
from shopdesk.services.drafts import ReceivedDraft
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.scroll import bring_into_view
from shopdesk.ui.pages.inspection.entry_row import EntryRow
from shopdesk.ui.pages.inspection.goods_card import GoodsCard, OriginOf, OtherGoodsCard, Start
from shopdesk.ui.pages.inspection.kept import kept_drafts
from shopdesk.ui.pages.inspection.line_card import LineCard
from shopdesk.ui.pages.inspection.line_photos import LinePhotos
from shopdesk.ui.pages.inspection.scan_box import is_of
from shopdesk.ui.workbench import Workbench


class InspectionSheet(QWidget):
    """Says what was found as items, and shows the refusal of an item at its place."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.lines: list[LineCard] = []
        self.others: list[OtherGoodsCard] = []
        self._parcel_id: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_inspection(self, seen: Inspection, origin_of: OriginOf) -> None:
        """Show what was kept in place of what stands there."""
        clear(self._column)
        self.lines, self.others = [], []
        self._parcel_id = seen.parcel_id
        items = kept_drafts(seen)
        for line in seen.lines:
            self._add_line(
                seen,
                line,
                Start(
                    [item for item in items if item.line_id == line.id],
                    ReceivedDraft(0, line.id, parcel_id=self._parcel_id),
                    origin_of,
                ),
            )
        for item in items:
            if item.line_id is None:
                self._add_other(item, origin_of)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in its order."""
        return [stop for card in self._cards() for stop in card.stops()]

    def items(self) -> list[ReceivedDraft]:
        """Return an item for each row, in the order of the rows."""
        return [item for card in self._cards() for item in card.drafts()]

    def rows(self) -> list[EntryRow]:
        """Return the rows in the order of their items."""
        return [row for card in self._cards() for row in card.rows]

    @property
    def found(self) -> Found:
        """What is counted so far, added up."""
        return found_in({card.line.id: card.line.quantity for card in self.lines}, self.items())

    @property
    def is_all_to_do(self) -> bool:
        """Whether nothing was said of the parcel that is open now, though units are missing."""
        said = any(
            item.quantity or item.note
            for item in self.items()
            if item.id is None or item.parcel_id == self._parcel_id
        )
        return not said and self.found.short > 0

    def take_rest(self, condition: str) -> None:
        """Count all that is missing, in one condition."""
        for card in self.lines:
            card.take_rest(condition)

    def count_code(self, code: str) -> bool:
        """Count one unit of the goods with a number; the first line that misses one goes first."""
        known = [card for card in self.lines if is_of(card.line, code)]
        if not known:
            return False
        card = next((card for card in known if card.counted.short), known[0])
        bring_into_view(card.count_one())
        return True

    def call_empty(self) -> None:
        """Say at the first line that the parcel was empty, for a person to say it better."""
        if self.lines:
            note = self.lines[0].rows[0].note
            note.set_value(_("Empty parcel"))
            note.setFocus()
            note.selectAll()

    def add_other(self, title: str = "") -> None:
        """Add goods that nobody expected."""
        card = self._add_other(self._other(title, 1), lambda _item: "")
        card.title.setFocus()
        bring_into_view(card)
        self.changed.emit()

    def refuse(self, at: int, name: str, sentence: str) -> None:
        """Say what is wrong with an attribute of an item, at its place."""
        place = 0
        for card in self._cards():
            for row in card.rows:
                if place == at:
                    card.refuse(row, name, sentence)
                place += 1

    def _cards(self) -> Iterator[GoodsCard]:
        yield from self.lines
        yield from self.others

    def _other(self, title: str = "", units: int = 0) -> ReceivedDraft:
        return ReceivedDraft(units, None, WRONG_GOODS, "to_buyer", title, parcel_id=self._parcel_id)

    def _add_line(self, seen: Inspection, line: ExpectedLine, start: Start) -> None:
        place = EvidencePlace(seen.found.id, line.id)
        photos = LinePhotos(self._bench, place, line.photos)
        card = LineCard(line, seen.condition_rule(line), photos, start)
        card.begin()
        self.lines.append(card)
        self._add(card)

    def _add_other(self, item: ReceivedDraft, origin_of: OriginOf) -> OtherGoodsCard:
        card = OtherGoodsCard(Start((item,), self._other(), origin_of))
        card.emptied.connect(lambda: self._drop(card))
        self.others.append(card)
        self._add(card)
        return card

    def _drop(self, card: OtherGoodsCard) -> None:
        self.others.remove(card)
        card.hide()
        card.deleteLater()

    def _add(self, card: GoodsCard) -> None:
        card.changed.connect(self.changed)
        self._column.addWidget(card)
