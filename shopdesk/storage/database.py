"""The one writer of the shop's file, and its unit of work.

`with database.write(label, by=person) as unit:` is one transaction and one recorded change:
all of it is kept, durably, when the block ends, or none of it if anything raises.
"""

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection as EngineConnection
from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import StaticPool

from shopdesk.errors import StaleError, StorageError
from shopdesk.i18n import _
from shopdesk.models import Change
from shopdesk.storage.connection import connect
from shopdesk.storage.indexing import index_all, index_rows
from shopdesk.storage.recording import (
    RecordedSession,
    Recorder,
    insert_row,
    save_rows,
    table_named,
)
from shopdesk.storage.troubles import SENTENCES, sentence_of

_CHANGES = table_named("change")


@dataclass(slots=True)
class WriteUnit:
    """One write while it runs; afterwards `change_id` is its record, or None if nothing changed."""

    session: Session
    label: str
    by: str
    at: datetime
    values: Mapping[str, Any]
    undoes: int | None = None
    change_id: int | None = None

    def open_change(self) -> int:
        """Return the id under which this write is recorded."""
        if self.change_id is None:
            row = {
                "at": self.at,
                "person": self.by,
                "label": self.label,
                "values": dict(self.values),
                "undoes": self.undoes,
            }
            self.change_id = insert_row(self.session.connection(), _CHANGES, row)
        return self.change_id


class Database:
    """The shop's file, opened for writing by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._engine = _writer_engine(path)
        with self._translated():
            self._engine.connect().close()
        self._place = _place_of(path)

    @contextmanager
    def write(
        self,
        label: str,
        *,
        by: str,
        at: datetime | None = None,
        values: Mapping[str, Any] | None = None,
        undoes: int | None = None,
    ) -> Iterator[WriteUnit]:
        """Run the block as one transaction and one recorded change.

        `label` names the change in English and is translated where it is shown, with `values`
        filled in. Raises StaleError if a row was changed by somebody else since it was read,
        StorageError for trouble with the disk or another program; nothing is written then.
        """
        moment = at or datetime.now(UTC)
        with (
            self._lock,
            self._translated(),
            RecordedSession(self._engine, expire_on_commit=False) as session,
        ):
            unit = WriteUnit(session, label, by, moment, values or {}, undoes)
            recorder = Recorder()
            session.info["recorder"] = recorder
            session.info["unit"] = unit
            yield unit
            session.flush()
            if recorder.is_empty:
                unit.change_id = None
                return
            connection = session.connection()
            save_rows(connection, unit.open_change(), recorder.rows.items())
            index_rows(connection, recorder.rows)
            self._check_place()
            self._commit(unit)

    def checkpoint(self) -> None:
        """Move the journal into the file and let SQLite look after its statistics."""
        with self._lock, self._translated(), self._engine.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("PRAGMA optimize")

    def renew_search(self) -> None:
        """Write every search text anew that is not what its record says."""
        with self._lock, self._translated(), self._engine.begin() as connection:
            index_all(connection)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._engine.dispose()

    def _commit(self, unit: WriteUnit) -> None:
        """Commit; after an error, look whether it was kept before calling it lost."""
        try:
            unit.session.commit()
        except DBAPIError:
            unit.session.rollback()
            if not self._was_kept(unit):
                raise

    def _was_kept(self, unit: WriteUnit) -> bool:
        with Session(self._engine) as session:
            found = session.execute(
                select(Change.at, Change.label).where(Change.id == unit.change_id)
            ).first()
        return found == (unit.at.replace(microsecond=0), unit.label)

    def _check_place(self) -> None:
        """Refuse to write into a file that was moved away: the write would be lost with it."""
        if _place_of(self.path) != self._place:
            raise StorageError(_(SENTENCES["SQLITE_READONLY_DBMOVED"]))

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except StaleDataError as error:
            raise StaleError(stale_sentence()) from error
        except UnicodeDecodeError as error:  # damage that SQLite quotes in its complaint
            raise StorageError(_(SENTENCES["SQLITE_CORRUPT"])) from error
        except (DBAPIError, driver.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            sentence = sentence_of(cause, self.path) if cause else None
            if sentence is None:
                raise
            raise StorageError(sentence) from error


def unit_of(session: Session) -> WriteUnit:
    """Return the write that a session belongs to: who writes, and when."""
    found = session.info["unit"]
    assert isinstance(found, WriteUnit)  # noqa: S101 - put there by Database.write
    return found


def stale_sentence() -> str:
    """Return what is said when an edit was based on an old state."""
    return _("Somebody else changed this meanwhile. Look at it again, then repeat your change.")


def _writer_engine(path: Path) -> Engine:
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: connect(path), poolclass=StaticPool
    )

    @event.listens_for(engine, "begin")
    def begin(connection: EngineConnection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _place_of(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - the bare call costs microseconds at each save
    except OSError:
        return None
    return found.st_dev, found.st_ino
