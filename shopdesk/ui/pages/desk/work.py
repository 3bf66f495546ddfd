"""What is under the answer: the inspection of the return that was scanned last."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from shopdesk.i18n import N_
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # it comes with all that it shows, at the first return
    from shopdesk.ui.pages.inspection.panel import InspectionPanel


class Work(QStackedWidget):
    """Made at the first inspection; the panel keeps what was typed before it shows another."""

    finished = Signal(int)
    """The case whose inspection is done."""

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
        self.addWidget(self._empty)
        self.addWidget(self._card)

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self.panel is not None and self.panel.is_touched

    def open(self, case_id: int) -> None:
        """Show the inspection of a return."""
        self._made().show_case(case_id)
        self.setCurrentWidget(self._card)

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
