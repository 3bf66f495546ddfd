"""Papers on their way to their printers, beside the window.

    run = PrintRun(bench, [PrintLot("packing_slip", ids, choice), ...], parent=self)
    run.progressed.connect(...)                # PrintedSoFar
    run.finished.connect(...)                  # everything is out and marked as printed
    run.refused.connect(...)                   # ShopDeskError; what came out before is marked
    run.start(); run.cancel()

A toast tells of the end with its Undo. A refusal is told in the window's bar where `parent`
is not on the screen any more.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.ui.papers.lots import PrintLot
from shopdesk.ui.workbench import Workbench


class PrintRun(QObject):
    """Prints lots one after the other; lives with the window, however early `parent` goes."""

    progressed = Signal(object)
    finished = Signal()
    refused = Signal(object)

    def __init__(self, bench: Workbench, lots: Sequence[PrintLot], parent: QWidget) -> None:
        super().__init__(bench.operations)
        self._bench = bench
        self._lots = tuple(lots)
        self._parent = parent

    def start(self) -> None:
        """Begin with the first lot, on a thread of its own."""

    def cancel(self) -> None:
        """Take back what the printer has not printed yet; what is out stays marked."""
