"""Reading and writing off the GUI thread, solved once for every page.

    operations.query("returns.facts", load, self.show)      # a late answer is dropped
    operations.write(N_("Return declined"), lambda s: decline_return(s, number), self.declined)
    operations.work("reports.pdf", draw, self.show_pdf)     # a PDF, a backup: no connection

`load` gets a `Reader`, the second a session. Callbacks come back on the GUI thread, and
never to a widget that is gone. Whoever wants to follow all writes listens to `changed`.
`history` holds what can be taken back; it outlives the pages, so a switch of language too.
"""

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from shopdesk.errors import AlreadyUndoneError, ShopDeskError
from shopdesk.ui.desk import Change, Desk, Reader, Session
from shopdesk.ui.undo_stack import UndoStack, UndoStep

T = TypeVar("T")
Refused = Callable[[ShopDeskError], None]


@dataclass(frozen=True, slots=True)
class _Query:
    """One asked question; `serial` tells it from a newer one of the same key."""

    key: Hashable
    serial: int
    part: Callable[[Any], None]
    ended: Callable[[], None]


class Operations(QObject):
    """A reader, a writer and a worker thread, and the way back to the window."""

    changed = Signal(object)
    """A `Change` was written; open pages read again."""
    refused = Signal(object)
    """A `ShopDeskError` that no form took; its sentence is shown in the message bar."""
    failed = Signal(object)
    """An exception that is our bug; it is logged and told honestly."""

    _back = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.history = UndoStack()
        self._serials: dict[Hashable, int] = {}
        self._lock = threading.Lock()
        self._running: tuple[Hashable, Reader] | None = None
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._writers = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._workers = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._is_open = True
        self._is_closing = False
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def query(self, key: Hashable, work: Callable[[Reader], T], done: Callable[[T], None]) -> None:
        """Read in the background; only the newest question of a `key` is answered."""
        self.stream(key, lambda reader: iter((work(reader),)), done)

    def stream(
        self,
        key: Hashable,
        work: Callable[[Reader], Iterator[T]],
        part: Callable[[T], None],
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        """Read in the background and hand over each part as soon as it is there.

        A page that asks while the window closes gets no answer.
        """
        self.drop(key)
        if self._is_closing:
            return
        asked = _Query(key, self._serials[key], part, ended)
        future = self._readers.submit(self._read, asked, work)
        future.add_done_callback(lambda f: self._back.emit(partial(self._end_read, asked, f)))

    def drop(self, key: Hashable) -> None:
        """Forget the open question of a `key`, and stop it if it is being answered."""
        self._serials[key] = self._serials.get(key, 0) + 1
        with self._lock:
            if self._running is not None and self._running[0] == key:
                self._running[1].interrupt()

    def drop_all(self) -> None:
        """Forget every open question: those who asked are going."""
        for key in list(self._serials):
            self.drop(key)

    def write(
        self,
        label: str,
        work: Callable[[Session], T],
        done: Callable[[T, Change], None] | None = None,
        refused: Refused | None = None,
        values: Mapping[str, Any] | None = None,
        *,
        undoable: bool = True,
    ) -> None:
        """Do a use case on the writer thread; a refusal goes to `refused` or to the message bar.

        `label` names the change, marked with `N_`, as in "Return declined"; `values` fill it.
        What is not `undoable` is a note that Ctrl+Z passes over.
        """
        future = self._writers.submit(self._desk.write, label, work, values)
        end = partial(self._end_write, label, done, refused, undoable)
        future.add_done_callback(lambda f: self._back.emit(partial(end, f)))

    def work(
        self,
        key: Hashable,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: Refused | None = None,
    ) -> None:
        """Do what needs no connection of the desk, such as a backup or a PDF.

        Jobs run one after the other; only the newest of a `key` is answered.
        """
        asked = self._ask(key, done)
        future = self._workers.submit(job)
        end = partial(self._end_work, asked, refused)
        future.add_done_callback(lambda f: self._back.emit(partial(end, f)))

    def undo(
        self,
        change: Change,
        done: Callable[[object, Change], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Take a change back, also one that took another back; that is a recorded change too."""
        if change.id is None:
            return
        undone = self.history.is_undone(change)
        step = self.history.take(change)
        future = self._writers.submit(self._desk.undo, change.id)
        end = partial(self._end_undo, step, undone, done, refused)
        future.add_done_callback(lambda f: self._back.emit(partial(end, f)))

    def after_writes(self, action: Callable[[], None]) -> None:
        """Do something on the GUI thread once all that is being written now is written."""
        future = self._writers.submit(lambda: None)
        future.add_done_callback(lambda _f: self._back.emit(action))

    def close(self) -> None:
        """Let the running write and job end, forget all else, and end the threads."""
        self._is_closing = True
        self.drop_all()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._workers.shutdown(wait=True, cancel_futures=True)
        self._writers.shutdown(wait=True, cancel_futures=False)
        self._is_open = False

    def _call(self, action: Callable[[], None]) -> None:
        """Hand over an answer; one that comes back after the end is for nobody."""
        if self._is_open:
            action()

    def _ask(
        self,
        key: Hashable,
        part: Callable[[Any], None],
        ended: Callable[[], None] = lambda: None,
    ) -> _Query:
        serial = self._serials.get(key, 0) + 1
        self._serials[key] = serial
        return _Query(key, serial, part, ended)

    def _newest(self, asked: _Query) -> bool:
        return self._serials[asked.key] == asked.serial

    def _read(self, asked: _Query, work: Callable[[Reader], Iterator[Any]]) -> None:
        """Run on the reader thread; stops between parts once a newer question is asked."""
        if not self._newest(asked):
            return
        with self._desk.reading() as reader, self._interruptible(asked.key, reader):
            for part in work(reader):
                if not self._newest(asked):
                    return
                self._back.emit(partial(self._hand_over, asked, part))

    @contextmanager
    def _interruptible(self, key: Hashable, reader: Reader) -> Iterator[None]:
        """Let `drop` stop this reader while, and only while, it works on this key."""
        with self._lock:
            self._running = (key, reader)
        try:
            yield
        finally:
            with self._lock:
                self._running = None

    def _hand_over(self, asked: _Query, part: object) -> None:
        if self._newest(asked) and is_alive(asked.part):
            asked.part(part)

    def _end_read(self, asked: _Query, future: Future[None]) -> None:
        if future.cancelled() or not self._newest(asked):
            return  # a stopped reading fails, and nobody waits for it any more
        error = future.exception()
        if error is not None:
            self._tell(error, None)
        if is_alive(asked.ended):
            asked.ended()

    def _end_work(self, asked: _Query, refused: Refused | None, future: Future[Any]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self._tell(error, refused)
        else:
            self._hand_over(asked, future.result())

    def _end_write(
        self,
        label: str,
        done: Callable[[Any, Change], None] | None,
        refused: Refused | None,
        undoable: bool,  # noqa: FBT001 - bound by `write`
        future: Future[Any],
    ) -> None:
        error = future.exception()
        if error is not None:
            self._tell(error, refused)
            return
        written = future.result()
        change = Change(written.change_id, label, written.values)
        if undoable and change.id is not None:
            self.history.push(change)
        self._tell_written(done, written.value, change)

    def _end_undo(
        self,
        step: UndoStep,
        undone: bool,  # noqa: FBT001 - bound by `undo`
        done: Callable[[object, Change], None] | None,
        refused: Refused | None,
        future: Future[Any],
    ) -> None:
        error = future.exception()
        if error is not None:
            if not isinstance(error, AlreadyUndoneError):
                self.history.put_back(step, undone=undone)
            self._tell(error, refused)
            return
        change = replace(step.change, id=future.result().change_id)
        self.history.took_back(step, change, undone=undone)
        self._tell_written(done, None, change)

    def _tell_written(
        self, done: Callable[[Any, Change], None] | None, value: object, change: Change
    ) -> None:
        if done is not None and is_alive(done):
            done(value, change)
        if change.id is not None:
            self.changed.emit(change)

    def _tell(self, error: BaseException, refused: Refused | None) -> None:
        if not isinstance(error, ShopDeskError):
            self.failed.emit(error)
        elif refused is not None and is_alive(refused):
            refused(error)
        else:
            self.refused.emit(error)


def is_alive(callback: Callable[..., None]) -> bool:
    """Tell whether the widget that a callback belongs to still exists.

    A plain object counts as alive: what draws in a widget is a QObject that is its child.
    """
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
