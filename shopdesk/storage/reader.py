"""Reading with plain SQL: what lists and start-up use, because it needs no heavy import."""

import logging
import queue
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakSet

import sqlcipher3.dbapi2 as driver

from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.troubles import driver_errors_as_sentences

Params = Sequence[Any] | Mapping[str, Any]
Row = tuple[Any, ...]

log = logging.getLogger(__name__)


class Reader:
    """A read-only look at the shop's file; each statement sees the last committed state."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with driver_errors_as_sentences(path):
            self._connection: Connection = connect(path, read_only=True)
        self._streams: WeakSet[Generator[Row]] = WeakSet()

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """Return all rows of a query."""
        with driver_errors_as_sentences(self.path):
            return self._fetch(sql, params)

    def row(self, sql: str, params: Params = ()) -> Row | None:
        """Return the first row, if there is one."""
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> Any:  # noqa: ANN401 - as SQL gives it
        """Return the first column of the first row, or None."""
        found = self.row(sql, params)
        return found[0] if found else None

    def stream(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """Return rows as they are read, for results that should not be held in memory.

        One that is not read to its end holds the state that it began with, until `end_streams`.
        """
        rows = self._row_by_row(sql, params)
        self._streams.add(rows)
        return rows

    def end_streams(self) -> None:
        """End what was read in part: what is read next sees the last committed state again."""
        for rows in list(self._streams):
            rows.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries inside see the same state, whatever is written meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Stop a query that runs in another thread; it raises there."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self.end_streams()
        self._connection.close()

    def _row_by_row(self, sql: str, params: Params) -> Generator[Row]:
        with driver_errors_as_sentences(self.path):
            yield from self._connection.execute(sql, params)

    def _fetch(self, sql: str, params: Params) -> list[Row]:
        try:
            found: list[Row] = self._connection.execute(sql, params).fetchall()
        except driver.OperationalError as error:
            if "Could not decode" not in str(error):
                raise
            log.warning("damaged text in the database was read with marks in its place: %s", error)
            self._connection.text_factory = _decode_leniently
            found = self._connection.execute(sql, params).fetchall()
        return found


def _decode_leniently(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


class ReaderPool:
    """Readers for any thread: taken, used and given back, so that none is shared at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: queue.SimpleQueue[Reader] = queue.SimpleQueue()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Lend a reader to one thread for the block; what it streams ends with it."""
        try:
            reader = self._idle.get_nowait()
        except queue.Empty:
            reader = Reader(self.path)
        try:
            yield reader
        finally:
            reader.end_streams()
            self._idle.put(reader)

    def close(self) -> None:
        """Close every idle reader."""
        while True:
            try:
                self._idle.get_nowait().close()
            except queue.Empty:
                return
