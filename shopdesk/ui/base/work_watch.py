"""The thread between long work and the window: how far it is, and whether it shall stop.

watch = WorkWatch()
watch.advanced.connect(progress.advance)
operations.write(label, lambda session: take_in(session, watch.progress_or_stop), ...)
"""

import threading

from PySide6.QtCore import QObject, Signal

from shopdesk.errors import DomainError
from shopdesk.i18n import _


class WorkCancelledError(DomainError):
    """The person stopped the work; all of it is taken back."""


class WorkWatch(QObject):
    """Belongs to the window's thread; `progress` and `is_cancelled` are for the working one."""

    advanced = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Tell whether to stop."""
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        self.advanced.emit(done, total)

    def progress_or_stop(self, done: int, total: int) -> None:
        """Tell how far a write is; raises WorkCancelledError, which takes it back."""
        if self.is_cancelled():
            raise WorkCancelledError(_("Cancelled; nothing was changed."))
        self.advanced.emit(done, total)
