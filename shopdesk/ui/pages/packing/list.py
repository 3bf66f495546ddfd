"""All parcels to pack, one card each, under the courier that will likely take them."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Signal

from shopdesk.i18n import _
from shopdesk.queries.packing import PackRow
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.packing.card import PackCard


class PackList(ScrollColumn):
    """One card is chosen as long as there are any; it is scrolled to."""

    moved_to = Signal(int)

    def __init__(self, take: Callable[[int], None]) -> None:
        super().__init__(padding_px=0)
        self._take = take
        self.cards: list[PackCard] = []
        self._chosen: int | None = None

    @property
    def chosen(self) -> PackRow | None:
        """The parcel that Enter acts on."""
        return next((card.row for card in self.cards if card.row.id == self._chosen), None)

    def show_rows(self, rows: Sequence[PackRow]) -> None:
        """Show other parcels; the chosen one stays so, or its place goes to the next."""
        at = self._place()
        clear(self.body)
        self.cards = []
        for heading, group in groupby(rows, _heading):
            parcels = list(group)
            self.body.addWidget(plain_label(f"{heading} · {len(parcels)}", "heading"))
            for row in parcels:
                self._add(row)
        ids = [card.row.id for card in self.cards]
        if self._chosen not in ids:
            self._chosen = ids[min(at, len(ids) - 1)] if ids else None
        self.choose(self._chosen)

    def choose(self, case_id: int | None) -> None:
        """Choose a parcel and bring it into view."""
        self._chosen = case_id
        for card in self.cards:
            card.set_chosen(chosen=card.row.id == case_id)
            if card.row.id == case_id:
                self.ensureWidgetVisible(card)

    def step(self, by: int) -> None:
        """Choose the next parcel or the one before; the ends are ends."""
        if self.cards:
            at = min(max(self._place() + by, 0), len(self.cards) - 1)
            self.choose(self.cards[at].row.id)

    def _add(self, row: PackRow) -> None:
        card = PackCard(row, self._take)
        card.chosen.connect(self.choose)
        self.cards.append(card)
        self.body.addWidget(card)

    def _place(self) -> int:
        ids = [card.row.id for card in self.cards]
        return ids.index(self._chosen) if self._chosen in ids else 0


def _heading(row: PackRow) -> str:
    if row.wait_note:
        return _("Cannot be packed yet")
    return courier_name(row.courier, row.courier_name) or _("Any courier")
