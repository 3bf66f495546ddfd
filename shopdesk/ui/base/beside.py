"""A job on a thread of its own, and the way back to the window: for what may wait for long.

    beside = Beside(self, "printers")
    beside.start(find_printers, self._show, self._refuse)
    beside.post(partial(self._advance, 12))    # from within the job

Operations have one thread for all short work; a printer that waits for paper must not hold that
up. The window looks for answers itself, so a job that outlives it talks to nobody.
"""

import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from shopdesk.ui.operations import is_alive

T = TypeVar("T")
_LOOK_MS = 30


class Beside(QObject):
    """One job at a time; all callbacks come on the window's thread, none to a widget that went."""

    def __init__(self, parent: QObject, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self._thread: threading.Thread | None = None
        self._told: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether the job has not ended, or not all that it told was heard."""
        return self._clock.isActive()

    def start(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Begin a job; call it only while none is running."""
        told = self._told

        def run() -> None:
            try:
                value = job()
            except Exception as error:  # noqa: BLE001 - `failed` tells trouble from our bugs
                told.put(partial(_call, failed, error))
            else:
                told.put(partial(_call, done, value))

        self._thread = threading.Thread(target=run, name=self._name, daemon=True)
        self._thread.start()
        self._clock.start()

    def post(self, call: Callable[[], object]) -> None:
        """Have something done on the window's thread; the job calls this."""
        self._told.put(call)

    def wait(self, seconds: float) -> None:
        """Wait for the end of the job, no longer than so, and hear what it told."""
        if self._thread is not None:
            self._thread.join(seconds)
        self._look()

    def _look(self) -> None:
        thread = self._thread
        ended = thread is None or not thread.is_alive()  # asked first: it tells before it ends
        while True:
            try:
                call = self._told.get_nowait()
            except Empty:
                break
            call()
        if ended and thread is self._thread:
            self._clock.stop()


def _call(callback: Callable[[T], None], value: T) -> None:
    if is_alive(callback):
        callback(value)
