"""The printers of this computer as the window knows them: looked for beside it, kept, refreshed.

printers = PrinterList(bench, self)
printers.changed.connect(self._show)           # printers.rows, printers.trouble
printers.refresh()
printers.ask_fit("Zebra", size)                # fit_known(sentence), empty where it fits
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.printers import PrinterRow, find_printers, why_not
from shopdesk.printing.sizes import PaperSize
from shopdesk.ui.base.beside import Beside
from shopdesk.ui.workbench import Workbench


class PrinterList(QObject):
    """A system that does not answer leaves what was known, and says so as `trouble`."""

    changed = Signal()
    fit_known = Signal(str)
    """Why the printer that was asked about last cannot take its paper; empty where it can."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.rows: tuple[PrinterRow, ...] = ()
        self.trouble = ""
        self.is_known = False
        """Whether the system has answered once."""
        self._search = Beside(self, "printers")
        self._fitting = Beside(self, "fit")
        self._asked: tuple[str, PaperSize] | None = None

    def refresh(self) -> None:
        """Look for them again, unless that is under way."""
        if not self._search.is_running:
            self._search.start(find_printers, self._take, self._refuse)

    def row(self, name: str) -> PrinterRow | None:
        """Return the printer that the system calls so; None where there is none, or none yet."""
        return next((row for row in self.rows if row.name == name), None)

    def trouble_of(self, name: str) -> str:
        """Return what is the matter with a printer now; empty while nobody knows."""
        row = self.row(name)
        if row is not None:
            return row.trouble
        return gone(name) if self.is_gone(name) else ""

    def is_gone(self, name: str) -> bool:
        """Tell whether a chosen printer is none of those that the system knows."""
        return bool(name) and self.is_known and not self.trouble and self.row(name) is None

    def ask_fit(self, name: str, size: PaperSize) -> None:
        """Ask whether a printer takes a paper; only the last question is answered."""
        self._asked = (name, size)
        if not self._fitting.is_running:
            self._ask()

    def forget_fit(self) -> None:
        """Leave the question unanswered: another printer was chosen."""
        self._asked = None

    def _ask(self) -> None:
        asked = self._asked
        if asked is not None:
            job = partial(why_not, *asked)
            self._fitting.start(job, partial(self._answer, asked), self._refuse)

    def _answer(self, asked: tuple[str, PaperSize], sentence: str) -> None:
        if asked == self._asked:
            self._asked = None
            self.fit_known.emit(sentence)
        self._ask()

    def _take(self, rows: list[PrinterRow]) -> None:
        self.rows, self.trouble, self.is_known = tuple(rows), "", True
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ShopDeskError):
            self._bench.operations.failed.emit(error)
            return
        self.trouble = error.sentence
        self.changed.emit()


def gone(name: str) -> str:
    """Return what is said of a printer that was chosen once and is not there."""
    return _("{printer} is not there any more. Choose another printer.").format(printer=name)
