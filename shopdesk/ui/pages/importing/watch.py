"""The thread between long work and the window: how far it is, and whether it shall stop."""

import threading

from PySide6.QtCore import QObject, Signal

from shopdesk.errors import DomainError
from shopdesk.i18n import _


class ImportCancelledError(DomainError):
    """The person stopped the import; all of it is taken back."""


class Watch(QObject):
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
        """Tell how far a write is; raises ImportCancelledError, which takes it back."""
        if self.is_cancelled():
            raise ImportCancelledError(_("The import was cancelled; nothing was changed."))
        self.advanced.emit(done, total)
