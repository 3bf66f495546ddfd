"""Papers drawn beside the window: the newest wish only, with progress and a way to stop.

maker = PaperMaker(bench, self)
maker.made.connect(self._show)                 # MadeLot
maker.ask(PaperWanted(...)); maker.stop()
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from shopdesk.errors import ShopDeskError
from shopdesk.printing.making import MadeLot, PaperWanted, make
from shopdesk.ui.base.work_watch import WorkCancelledError, WorkWatch
from shopdesk.ui.desk import Desk
from shopdesk.ui.workbench import Workbench


class PaperMaker(QObject):
    """A newer wish stops the older one, so that nobody waits for what nobody wants."""

    made = Signal(object)
    """A MadeLot, of the newest wish."""
    advanced = Signal(int, int)
    """How many papers are drawn, and of how many."""
    stopped = Signal()
    refused = Signal(object)
    """A ShopDeskError."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._watch = self._new_watch()

    def ask(self, wanted: PaperWanted) -> None:
        """Begin to draw; what was asked before is not answered any more."""
        self._watch.advanced.disconnect(self.advanced)
        self._watch.cancel()
        self._watch = watch = self._new_watch()
        self._bench.operations.work(
            (id(self), "paper"),
            partial(_drawn, self._bench.desk, wanted, watch),
            self._take,
            partial(self._refuse, watch),
        )

    def stop(self) -> None:
        """Draw no further; `stopped` tells."""
        self._watch.cancel()

    def _new_watch(self) -> WorkWatch:
        watch = WorkWatch()
        watch.advanced.connect(self.advanced)
        return watch

    def _take(self, made: MadeLot | None) -> None:
        if made is None:
            self.stopped.emit()
        else:
            self.made.emit(made)

    def _refuse(self, watch: WorkWatch, error: ShopDeskError) -> None:
        if watch is self._watch:
            self.refused.emit(error)


def _drawn(desk: Desk, wanted: PaperWanted, watch: WorkWatch) -> MadeLot | None:
    """Return the papers; None where they were stopped."""
    total = len(wanted.case_ids)
    try:
        with desk.reading() as reader:
            return make(reader, wanted, lambda done: watch.progress_or_stop(done, total))
    except WorkCancelledError:
        return None
