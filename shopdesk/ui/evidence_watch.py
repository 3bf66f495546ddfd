"""The weekly look at all evidence, beside the work: what is missing or changed is noticed and said.

What a backup still has is brought back at once; the rest is marked where it is shown.
"""

import logging
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, ngettext
from shopdesk.paths import DataFolder
from shopdesk.ui.desk import Desk, Session
from shopdesk.ui.operations import Operations

WEEK = timedelta(days=7)
HOUR_MS = 3_600_000
FIRST_MS = 600_000
"""The first look waits until a morning's first work is done."""

REST_S = 0.05
"""The pause after each file, so that the disk is there for the work."""

LOOKED = N_("Evidence looked through.")
Troubles = Mapping[str, str]

log = logging.getLogger(__name__)


class EvidenceWatch(QObject):
    """Looks once a week, at some hour at which the window is open."""

    told = Signal(str)
    """A sentence for what is missing or changed."""

    _ended = Signal(object)

    def __init__(self, desk: Desk, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._stopping = threading.Event()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="evidence")
        self._running: Future[Troubles] | None = None
        self._ended.connect(self._write)
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self.look_if_due)
        self._timer.start()

    def look_if_due(self) -> None:
        """Begin a look if the last one is a week old; the next question comes in an hour."""
        self._timer.setInterval(HOUR_MS)
        if self._is_due():
            self.look()

    def look(self) -> None:
        """Look now, unless a look is going on: a backup has met what it could not read."""
        if self._running is None:
            self._running = self._worker.submit(_look, self._desk.folder, self._stopping)
            self._running.add_done_callback(self._ended.emit)

    def close(self) -> None:
        """Stop looking; a file that is being read is waited for."""
        self._timer.stop()
        self._stopping.set()
        self._worker.shutdown(wait=True)

    def _is_due(self) -> bool:
        last = self._desk.settings.now.evidence_looked_at
        with suppress(ValueError):
            return not last or datetime.now(UTC) - datetime.fromisoformat(last) >= WEEK
        return True

    def _write(self, future: "Future[Troubles]") -> None:
        """Mark what was found where it is shown, and say how much it is."""
        self._running = None
        if self._stopping.is_set():
            return
        error = future.exception()
        if error is not None:
            self._take(error)
            return
        found = future.result()
        self._operations.write(LOOKED, partial(_mark, found=found))
        with suppress(ShopDeskError):  # then the next look only comes sooner
            self._desk.settings.change(evidence_looked_at=datetime.now(UTC).isoformat())
        count = sum(map(bool, found.values()))
        if count:
            self.told.emit(_sentence(count))

    def _take(self, error: BaseException) -> None:
        if not isinstance(error, ShopDeskError):
            raise error
        log.warning("the evidence could not be looked through: %s", error.sentence)


def _look(folder: DataFolder, stopping: threading.Event) -> Troubles:
    from shopdesk.storage.evidence_files import mend, mend_copies, verify_all
    from shopdesk.storage.orphans import sweep_orphans

    found: dict[str, str] = {}
    for finding in verify_all(folder, rest_s=REST_S, stop=stopping.is_set):
        mended = finding.trouble and mend(folder, finding.file)
        found[finding.file.sha256] = "" if mended else finding.trouble
    mend_copies(folder, rest_s=REST_S, stop=stopping.is_set)
    if not stopping.is_set():
        sweep_orphans(folder)
    return found


def _mark(session: Session, found: Troubles) -> None:
    services.evidence.note_troubles(session, found)


def _sentence(count: int) -> str:
    return ngettext(
        "{n} file of the evidence is missing or changed. Its return shows since when.",
        "{n} files of the evidence are missing or changed. Their returns show since when.",
        count,
    ).format(n=count)
