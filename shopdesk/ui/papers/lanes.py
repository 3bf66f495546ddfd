"""Lots on their way to several printers at once; knows no widget.

lanes = Lanes(lots, printer.print_lot, hear=post_progress, take_out=post_printed, stop)
lanes.print_all()                          # returns when all is out, or raises what was wrong
"""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from shopdesk.errors import ShopDeskError
from shopdesk.printers import PrintCancelledError, PrinterError, Step
from shopdesk.ui.papers.lots import LotUnsureError, PrintedLot, PrintedSoFar, PrintLot

IsCancelled = Callable[[], bool]
PrintOne = Callable[[PrintLot, Callable[[Step], object], IsCancelled], PrintedLot]


class _Lane:
    """The lots of one printer, which come out one after the other."""

    def __init__(self, lots: Sequence[PrintLot]) -> None:
        self.lots = lots
        self.done = 0
        self.waits = ""
        self.error: Exception | None = None


class Lanes:
    """One printer that waits for a person holds no other up; each stops at its own trouble."""

    def __init__(
        self,
        lots: Sequence[PrintLot],
        print_one: PrintOne,
        hear: Callable[[PrintedSoFar], object],
        take_out: Callable[[PrintedLot], object],
        is_cancelled: IsCancelled,
    ) -> None:
        self._lanes = [_Lane(part) for part in _by_printer(lots)]
        self._total = sum(lot.count for lot in lots)
        self._print_one, self._is_cancelled = print_one, is_cancelled
        self._hear, self._take_out = hear, take_out
        self._lock = threading.Lock()

    def print_all(self) -> None:
        """Return once everything is out; the gravest trouble is raised when all have ended."""
        threads = [
            threading.Thread(target=self._run, args=(lane,), name="printing", daemon=True)
            for lane in self._lanes[1:]
        ]
        for thread in threads:
            thread.start()
        for lane in self._lanes[:1]:
            self._run(lane)
        for thread in threads:
            thread.join()
        errors = [lane.error for lane in self._lanes if lane.error is not None]
        if errors:
            raise _gravest(errors)

    def _run(self, lane: _Lane) -> None:
        try:
            self._print(lane)
        except Exception as error:  # noqa: BLE001 - raised again where all lanes end
            lane.error = error
        self._say(lane, lane.done, "")

    def _print(self, lane: _Lane) -> None:
        before = 0
        for lot in lane.lots:
            if self._is_cancelled():
                raise PrintCancelledError
            tell = partial(self._tell, lane, before, lot.count)
            self._take_out(self._print_one(lot, tell, self._is_cancelled))
            before += lot.count

    def _tell(self, lane: _Lane, before: int, count: int, step: Step) -> None:
        """Hear how far a lot is; copies and second pages make no more papers."""
        self._say(lane, before + count * step.done // max(1, step.total), step.waits)

    def _say(self, lane: _Lane, done: int, waits: str) -> None:
        """Tell how far all are, and each sentence about what is waited for once."""
        with self._lock:
            lane.done, lane.waits = done, waits
            sentences = dict.fromkeys(one.waits for one in self._lanes if one.waits)
            done = sum(one.done for one in self._lanes)
            self._hear(PrintedSoFar(done, self._total, "\n".join(sentences)))


def _by_printer(lots: Sequence[PrintLot]) -> list[list[PrintLot]]:
    """Return the lots of each printer, in their order; the system's dialog knows its own."""
    keyed = sorted(lots, key=lambda lot: lot.choice.printer)
    return [list(part) for _name, part in groupby(keyed, lambda lot: lot.choice.printer)]


def _gravest(errors: Sequence[Exception]) -> Exception:
    """Return our own mistake, or what a person must look into, or all that was said, in one."""
    told = [error for error in errors if isinstance(error, ShopDeskError)]
    bugs = [error for error in errors if error not in told]
    unsure = [error for error in told if isinstance(error, LotUnsureError)]
    wrong = [error for error in told if not isinstance(error, PrintCancelledError)]
    said = dict.fromkeys(error.sentence for error in wrong)
    if len(said) > 1 and not bugs and not unsure:
        return PrinterError("\n".join(said))
    return [*bugs, *unsure, *wrong, *told][0]
