"""Papers on their way to their printers, beside the window.

    run = PrintRun(bench, [PrintLot("packing_slip", ids, choice), ...], parent=self)
    run.progressed.connect(...)                # PrintedSoFar
    run.finished.connect(...)                  # everything is out
    run.refused.connect(...)                   # ShopDeskError; what came out before is marked
    run.start(); run.cancel()

Each lot is marked as printed when it is out. A toast tells of the end, with its Undo. A refusal
and what a printer waits for are told in the window's bar where `parent` is not on the screen
any more; that nobody can tell whether a lot came out is told there always, with the way to mark
it.
"""

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _, current_language
from shopdesk.printers import PrintCancelledError, PrinterError
from shopdesk.ui.base.beside import Beside
from shopdesk.ui.base.long_work import LongWork
from shopdesk.ui.papers.lanes import Lanes
from shopdesk.ui.papers.lot_printer import LotPrinter
from shopdesk.ui.papers.lots import LotUnsureError, PrintedLot, PrintedSoFar, PrintLot
from shopdesk.ui.papers.telling import PrintTeller, tell_out
from shopdesk.ui.workbench import Workbench

_END_SECONDS = 10.0


class PrintRun(LongWork):
    """Prints on all printers at once; lives with the window, however early `parent` goes."""

    progressed = Signal(object)
    waiting = Signal(str)
    """What the printer waits for now; empty when it goes on."""
    finished = Signal()
    refused = Signal(object)

    def __init__(self, bench: Workbench, lots: Sequence[PrintLot], parent: QWidget) -> None:
        super().__init__(bench.operations)
        self._bench = bench
        self._lots = tuple(lots)
        self._parent = parent
        self._stop = threading.Event()
        self._beside = Beside(self, "printing")
        self._teller = PrintTeller(bench)
        self.so_far = PrintedSoFar(0, sum(lot.count for lot in lots))

    @property
    def is_running(self) -> bool:
        """Whether something may still come out."""
        return self._beside.is_running

    @property
    def question(self) -> str:
        """What is asked before the window is closed."""
        if not self.is_running:
            return ""
        sentence = _("{done} of {total} papers are printed. Stop printing and close?")
        return sentence.format(done=self.so_far.done, total=self.so_far.total)

    def start(self) -> None:
        """Begin with the first lot, on a thread of its own."""
        now = self._bench.desk.settings.now
        printer = LotPrinter(self._bench.desk, current_language(), now.starts)
        self._beside.start(partial(self._print_all, printer), self._finish, self._refuse)

    def cancel(self) -> None:
        """Take back what the printer has not printed yet; lots that are out stay marked."""
        self._stop.set()

    def end(self) -> None:
        """Cancel, and wait for the printing system to have heard it."""
        self.cancel()
        self._beside.wait(_END_SECONDS)

    def _print_all(self, printer: LotPrinter) -> None:
        """Run on the thread of its own, which tells the window's of all that it hears."""
        Lanes(
            self._lots,
            printer.print_lot,
            lambda so_far: self._beside.post(partial(self._advance, so_far)),
            lambda printed: self._beside.post(partial(self._take_out, printed)),
            self._stop.is_set,
        ).print_all()

    def tell_wait(self, sentence: str) -> None:
        """Tell in the window's bar what the printer waits for, and that it goes on again."""
        messages = self._bench.messages
        if not isValid(messages):
            return
        if sentence:
            messages.remind(sentence, [(_("Cancel printing"), self.cancel)])
        else:
            messages.note(_("The printer goes on."))

    def _advance(self, so_far: PrintedSoFar) -> None:
        before, self.so_far = self.so_far, so_far
        if so_far != before:
            self.progressed.emit(so_far)
        if so_far.waits != before.waits:
            self.waiting.emit(so_far.waits)
            if not self._is_watched:
                self.tell_wait(so_far.waits)

    def _take_out(self, printed: PrintedLot) -> None:
        self._teller.take_out(printed)

    def _finish(self, _none: None) -> None:
        self._teller.tell()
        self.finished.emit()
        self.deleteLater()

    def _refuse(self, error: Exception) -> None:
        self._teller.tell()
        if not isinstance(error, ShopDeskError):
            self._bench.operations.failed.emit(error)
            error = PrinterError(_("Printing stopped by a mistake of ShopDesk."))
        elif isinstance(error, LotUnsureError) and error.printed.made is not None:
            self._offer_mark(error.sentence, error.printed)
        elif not self._is_watched and isValid(self._bench.messages):
            self._tell_end(error)
        self.refused.emit(error)
        self.deleteLater()

    def _offer_mark(self, sentence: str, printed: PrintedLot) -> None:
        """Let the person who has looked at the printer say that the lot is out."""
        if isValid(self._bench.messages):
            mark_out = partial(tell_out, self._bench, printed)
            step = (_("They came out: mark as printed"), mark_out)
            self._bench.messages.remind(sentence, [step])

    def _tell_end(self, error: ShopDeskError) -> None:
        messages = self._bench.messages
        cancelled = isinstance(error, PrintCancelledError)
        (messages.toast if cancelled else messages.refuse)(error.sentence)

    @property
    def _is_watched(self) -> bool:
        return isValid(self._parent) and self._parent.isVisible()
