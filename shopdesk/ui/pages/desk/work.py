"""What is under the answer: the inspection of what was scanned last, or the parcel just kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from shopdesk.i18n import N_
from shopdesk.queries.shelf import ShelfRow, load_shelf_parcel
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pages.desk.shelf_detail import ShelfDetail
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # it comes with all that it shows, at the first return
    from shopdesk.ui.pages.inspection.panel import InspectionPanel


class Work(QStackedWidget):
    """Made at the first inspection; the panel keeps what was typed before it shows another."""

    finished = Signal(int)
    """The case whose inspection is done."""
    matched = Signal(object)
    """A Matched: the kept parcel that is shown has found its return."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.panel: InspectionPanel | None = None
        self._empty = Empty(
            "scan-barcode",
            N_(
                "The return that is scanned is inspected here: count, choose the condition, next."
                " Scanning the goods themselves counts them."
            ),
        )
        self._card = Card()
        self._parcel: ShelfDetail | None = None
        self.addWidget(self._empty)
        self._parcel_card = Card(padding_px=1)
        self.addWidget(self._card)
        self.addWidget(self._parcel_card)
        bench.operations.changed.connect(self._follow)

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self.panel is not None and self.panel.is_touched

    @property
    def is_open(self) -> bool:
        """Whether an inspection or a kept parcel is shown."""
        return self.currentWidget() is not self._empty

    def open(self, case_id: int) -> None:
        """Show the inspection of a return."""
        self._made().show_case(case_id)
        self.setCurrentWidget(self._card)

    def show_parcel(self, row: ShelfRow) -> None:
        """Show a kept parcel, for its note and photos; an inspection that is typed in stays."""
        if self.is_touched:
            return
        if self._parcel is None:
            self._parcel = ShelfDetail(self._bench, self.matched.emit)
            self._parcel_card.body.addWidget(self._parcel)
        self._parcel.show_row(row)
        self.setCurrentWidget(self._parcel_card)

    @property
    def strip(self) -> EvidenceStrip | None:
        """Where photos of what is shown go; None while there is nothing."""
        if self._parcel is not None and self.currentWidget() is self._parcel_card:
            return self._parcel.strip
        panel = self._shown
        return panel.strip if panel is not None and panel.case_id is not None else None

    def lead_in(self) -> None:
        """Give the keyboard to the inspection."""
        if self._shown is not None:
            self._shown.setFocus()

    def count_goods(self, code: str) -> bool:
        """Count one unit of the goods with a scanned number; False if they are not of here."""
        panel = self._shown
        return panel is not None and panel.count_code(code)

    def finish(self) -> None:
        """Finish the inspection that is shown."""
        if self._shown is not None:
            self._shown.finish()

    def keep(self) -> None:
        """Keep what is typed for later."""
        if self._shown is not None:
            self._shown.keep()

    def put_away(self) -> None:
        """Show nothing, unless something typed would go with it."""
        if not self.is_touched:
            self.setCurrentWidget(self._empty)

    def _follow(self, _change: object) -> None:
        """Read the kept parcel anew after a write; it may be on the shelf no longer."""
        row = self._parcel.row if self._parcel is not None else None
        if row is not None and self.currentWidget() is self._parcel_card:
            self._bench.operations.query(
                (id(self), "parcel"),
                lambda reader: load_shelf_parcel(reader, row.id),
                self._renew,
            )

    def _renew(self, row: ShelfRow | None) -> None:
        if self.currentWidget() is not self._parcel_card or self._parcel is None:
            return
        if row is None:
            self.setCurrentWidget(self._empty)
        elif self._parcel.row is not None and row.id == self._parcel.row.id:
            self._parcel.show_row(row)

    @property
    def _shown(self) -> "InspectionPanel | None":
        return self.panel if self.currentWidget() is self._card else None

    def _made(self) -> "InspectionPanel":
        if self.panel is None:
            from shopdesk.ui.pages.inspection.panel import InspectionPanel

            self.panel = InspectionPanel(self._bench)
            self.panel.finished.connect(self.finished)
            self._card.body.addWidget(self.panel)
        return self.panel
