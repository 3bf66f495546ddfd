"""Looks after the printers while the page is seen, beside the window.

watch = PrinterWatch(bench, wanted, page)  # wanted() -> the printers and sizes that are chosen
watch.told.connect(page.show_printers)     # Printers
"""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk.printers import PrinterError, find_printers, why_not
from shopdesk.printing.sizes import PaperSize
from shopdesk.ui.base.beside import Beside
from shopdesk.ui.pages.printing.places import Printers
from shopdesk.ui.workbench import Workbench

EVERY_MS = 20_000

Chosen = Collection[tuple[str, PaperSize]]


class PrinterWatch(QObject):
    """One look at a time; a printing system that is slow to answer holds nothing up."""

    told = Signal(object)

    def __init__(self, bench: Workbench, wanted: Callable[[], Chosen], parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._is_stale = False
        self._beside = Beside(self, "printers")
        self._failed = bench.operations.failed
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and again and again."""
        self._clock.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._clock.stop()

    def look(self) -> None:
        """Look now, or once more after the look that is under way: it knows other choices."""
        self._is_stale = self._beside.is_running
        if not self._is_stale:
            job = partial(read_printers, tuple(self._wanted()))
            self._beside.start(job, self._take, self._failed.emit)

    def _take(self, found: Printers) -> None:
        self.told.emit(found)
        if self._is_stale:
            QTimer.singleShot(0, self, self.look)


def read_printers(chosen: Chosen) -> Printers:
    """Ask the system for its printers, and the chosen ones for what they take."""
    try:
        rows = tuple(find_printers())
        names = {row.name for row in rows}
        refusals = {
            (name, size.code): why_not(name, size) for name, size in chosen if name in names
        }
    except PrinterError as error:
        return Printers(trouble=error.sentence, is_known=True)
    return Printers(rows, refusals, is_known=True)
