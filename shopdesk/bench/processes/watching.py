"""Seeing when something is painted for the first time, and telling it to the bench."""

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QMainWindow

from shopdesk.bench.processes.peak import peak_kib


class PaintWatch(QObject):
    """Calls `painted` and then `filled`, each once: the window is painted, then a list's rows."""

    def __init__(self, painted: Callable[[], None], filled: Callable[[], None]) -> None:
        super().__init__()
        self._waiting = [(_is_window, painted), (_is_filled_list, filled)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events; what follows is called once the painting is over."""
        if event.type() == QEvent.Type.Paint and self._waiting:
            awaited, tell = self._waiting[0]
            if awaited(watched):
                self._waiting.pop(0)
                QTimer.singleShot(0, tell)
        return False


class Diary:
    """Notes moments, and ends the process with all of them on stdout."""

    def __init__(self) -> None:
        self.notes: dict[str, object] = {}

    def note(self, name: str) -> None:
        """Remember that something happened now."""
        self.notes[name] = time.monotonic()

    def end(self) -> None:
        """Tell everything and end at once, without the work of a good end."""
        self.notes["peak_kib"] = peak_kib()
        sys.stdout.write(json.dumps(self.notes))
        sys.stdout.flush()
        os._exit(0)


def watch(painted: Callable[[], None], filled: Callable[[], None]) -> PaintWatch:
    """Watch the whole application from now on."""
    made = PaintWatch(painted, filled)
    application = QCoreApplication.instance()
    if application:
        application.installEventFilter(made)
    return made


def _is_window(watched: QObject) -> bool:
    return isinstance(watched, QMainWindow)


def _is_filled_list(watched: QObject) -> bool:
    view = watched.parent()
    return isinstance(view, QAbstractItemView) and view.model().rowCount() > 0
