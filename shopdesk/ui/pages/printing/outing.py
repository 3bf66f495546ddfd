"""Lots on their way to their printers: asked for, followed and ended in the page's line."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.printers import PrintCancelledError, PrintUnsureError
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.ui.pages.printing.run_bar import RunBar
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.papers.lots import PrintLot
from shopdesk.ui.papers.run import PrintRun
from shopdesk.ui.workbench import Workbench

BUSY = N_("Something is being printed. Wait until it is out, or cancel it.")
_SEPARATOR = " · "


class Outing(QObject):
    """One run at a time; nothing is marked here, for the run marks what is out."""

    changed = Signal()
    """It began or ended."""

    def __init__(self, bench: Workbench, bar: RunBar, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._bar, self._page = bench, bar, page
        self._run: PrintRun | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return self._run is not None

    def ask(self, lots: Sequence[PrintLot], sentence: str) -> None:
        """Say what goes where, and print it if that is right."""
        count = sum(len(lot.case_ids) for lot in lots)
        words = ngettext("Print {n}", "Print {n}", count).format(n=count)
        self._bar.ask(sentence, words, lambda: self.start(lots))

    def start(self, lots: Sequence[PrintLot]) -> None:
        """Print lots, each on its own printer."""
        run = PrintRun(self._bench, lots, self._page)
        run.progressed.connect(self._bar.advance)
        run.finished.connect(self._end)
        run.refused.connect(self._refuse)
        self._run = run
        self._bar.tell(_("Printing…"), run.cancel)
        self.changed.emit()
        run.start()

    def _end(self) -> None:
        self._run = None
        self._bar.put_away()
        self.changed.emit()

    def _refuse(self, error: ShopDeskError) -> None:
        self._end()
        if isinstance(error, PrintUnsureError) or not self._page.isVisible():
            return  # the run tells of it
        messages = self._bench.messages
        tell = messages.remark if isinstance(error, PrintCancelledError) else messages.refuse
        tell(error.sentence)


def destinations(state: QueueState, documents: Sequence[str]) -> str:
    """Return in one line what goes where, such as "34 packing slips on Zebra"."""
    return _SEPARATOR.join(_destination(state, code) for code in documents)


def _destination(state: QueueState, document: str) -> str:
    counted = DOCUMENTS[document].counted(len(state.ticked(document)))
    said = _("{papers} on {printer}").format(papers=counted, printer=state.place(document).printer)
    sheets = state.sheets(document)
    if not sheets:
        return said
    lain = ngettext("{n} label sheet", "{n} label sheets", sheets).format(n=sheets)
    return _("{papers}, {sheets}").format(papers=said, sheets=lain)
