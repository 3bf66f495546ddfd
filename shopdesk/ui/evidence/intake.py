"""Files on their way onto a shelf: copied off the window's thread, told of, and waited for."""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal

from shopdesk.ui.evidence.shelf import Shelf
from shopdesk.ui.evidence.taking import Offered, Taken, take
from shopdesk.ui.workbench import Workbench


class Intake(QObject):
    """Copies what is offered; each lot goes to the shelf that it was offered to."""

    busy = Signal(int)
    """How many files are being copied."""
    refused = Signal(str)
    """What was said of the files of one lot that are no evidence, a line for each."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._serials = count()
        self._running: dict[int, int] = {}
        self._waiting: list[Callable[[], None]] = []

    def take(self, offered: Offered, shelf: Shelf) -> None:
        """Copy files in the background, then put them on a shelf."""
        serial = next(self._serials)
        self._running[serial] = len(offered)
        self._tell()
        self._bench.operations.work(
            ("evidence", id(self), serial),
            partial(take, self._bench.desk.folder, offered),
            partial(self._taken, serial, shelf),
        )

    def when_done(self, do: Callable[[], None]) -> None:
        """Do something now, or once nothing is being copied any more."""
        if self._running:
            self._waiting.append(do)
        else:
            do()

    def _taken(self, serial: int, shelf: Shelf, taken: Taken) -> None:
        del self._running[serial]
        self._tell()
        if taken.refusals:
            self.refused.emit("\n".join(taken.refusals))
        if taken.files:
            shelf.add(taken.files, taken.refusals)
        elif taken.refusals:
            self._bench.messages.toast(taken.refusals[0])
        if not self._running:
            self._end()

    def _end(self) -> None:
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()

    def _tell(self) -> None:
        self.busy.emit(sum(self._running.values()))
