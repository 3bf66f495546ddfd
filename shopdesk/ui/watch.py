"""What goes on beside the work while the window is open: backups, and other writers."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.rules.sentences import time_span
from shopdesk.storage.backup_list import BackupRow, last_backup_at
from shopdesk.ui.desk import Desk

LOOK_MS = 3_000
MINUTE_MS = 60_000
HALF_HOUR_MS = 30 * MINUTE_MS

log = logging.getLogger(__name__)


class Watch(QObject):
    """Backs the shop up every half hour of changes, and notices writes of other programs."""

    written_elsewhere = Signal()
    """Another program, such as the command line, wrote to the shop."""
    backup_told = Signal(str)
    """How old the newest backup is, in words, each time that changes."""
    refused = Signal(str)
    """A backup could not be made, or the file not be read; the sentence says what to do."""

    evidence_lacking = Signal()
    """A backup met evidence that it could not read."""

    _ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="backup")
        self._ended.connect(self._backed_up)
        self._last_change = self._newest_change()
        self._timers = [
            self._every(LOOK_MS, self._look),
            self._every(MINUTE_MS, self.tell),
            self._every(HALF_HOUR_MS, self._back_up),
        ]

    def own_write(self) -> None:
        """Know of a write of this window, so that it is not taken for somebody else's."""
        self._last_change = self._newest_change()

    def tell(self) -> None:
        """Say how old the newest backup is."""
        made_at = last_backup_at(self._desk.folder)
        if made_at is None:
            self.backup_told.emit(_("No backup yet"))
            return
        age = time_span(datetime.now(UTC) - made_at)
        self.backup_told.emit(_("Backed up {time} ago").format(time=age))

    def close(self) -> None:
        """Stop looking; a backup that runs is waited for."""
        for timer in self._timers:
            timer.stop()
        self._worker.shutdown(wait=True)

    def _every(self, interval_ms: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval_ms)
        timer.timeout.connect(do)
        timer.start()
        return timer

    def _newest_change(self) -> int:
        with self._desk.reading() as reader:
            return int(reader.value("SELECT coalesce(max(id), 0) FROM change"))

    def _look(self) -> None:
        try:
            newest = self._newest_change()
        except ShopDeskError as error:
            self.refused.emit(error.sentence)
            return
        if newest != self._last_change:
            self._last_change = newest
            self.written_elsewhere.emit()

    def _back_up(self) -> None:
        future = self._worker.submit(_back_up, self._desk.folder)
        future.add_done_callback(self._ended.emit)

    def _backed_up(self, future: "Future[BackupRow | None]") -> None:
        error = future.exception()
        if isinstance(error, ShopDeskError):
            log.warning("no backup was made: %s", error.sentence)
            self.refused.emit(error.sentence)
        elif error is not None:
            raise error
        elif (made := future.result()) is not None and made.lacking:
            self.evidence_lacking.emit()
        self.tell()


def _back_up(folder: DataFolder) -> BackupRow | None:
    from shopdesk.storage.backups import back_up_if_changed
    from shopdesk.storage.manifests import BackupReason

    return back_up_if_changed(folder, BackupReason.REGULAR)
