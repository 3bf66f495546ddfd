"""Before and after of every row that a write changes, gathered while it runs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, event, inspect
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.types import TypeDecorator

from shopdesk.models import (
    Base,
    CaseDoc,
    Change,
    ChangedRow,
    CustomerDoc,
    NumberCounter,
    OrderDoc,
)

Values = dict[str, Any]
RowKey = tuple[str, int]
Images = tuple[Values | None, Values | None]
"""What a row held before and after, as stored; None where it is not there."""

# Derived or never taken back, so not part of what a person changed.
UNRECORDED = {
    table.__tablename__
    for table in (Change, ChangedRow, NumberCounter, CaseDoc, OrderDoc, CustomerDoc)
}


_SAVE = """
    INSERT INTO changed_row (change_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)
"""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class RecordedSession(Session):
    """The session of one write: its recorder hears of every flush."""


class Recorder:
    """What one write has done so far, by row; several edits of a row become one."""

    def __init__(self) -> None:
        self.rows: dict[RowKey, Images] = {}
        self.bulk_rows = 0
        self._held: dict[RowKey, Images | None] | None = None

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Forget what the block recorded if it raises; blocks do not stand in each other."""
        self._held = {}
        try:
            yield
        except BaseException:
            for key, images in self._held.items():
                self._put(key, images)
            raise
        finally:
            self._held = None

    def record(self, key: RowKey, before: Values | None, after: Values | None) -> None:
        """Add one change of one row; `None` stands for a row that is not there."""
        if self._held is not None:
            self._held.setdefault(key, self.rows.get(key))
        if key in self.rows:
            before, after = _joined(self.rows[key], before, after)
        self._put(key, (before, after))

    def _put(self, key: RowKey, images: Images | None) -> None:
        """Keep what a row was and is; nothing of one that neither was nor is there."""
        if images is None or images == (None, None):
            self.rows.pop(key, None)
        else:
            self.rows[key] = images

    @property
    def is_empty(self) -> bool:
        """Whether the write has changed nothing."""
        return not self.rows and not self.bulk_rows

    def note_flush(self, session: Session) -> None:
        """Add all that a flush has just written."""
        for instance in session.new:
            self._note(instance, None, _all_values(instance))
        for instance in session.dirty:
            before, after = _changed_values(instance)
            if after:
                self._note(instance, before, after)
        for instance in session.deleted:
            self._note(instance, _all_values(instance), None)

    def _note(self, instance: object, before: Values | None, after: Values | None) -> None:
        table = inspect(type(instance)).local_table
        if table.name not in UNRECORDED:
            self.record((table.name, instance.id), before, after)  # type: ignore[attr-defined]


@event.listens_for(RecordedSession, "after_flush")
def _hear(session: Session, _context: UOWTransaction) -> None:
    recorder_of(session).note_flush(session)


def recorder_of(session: Session) -> Recorder:
    """Return the recorder of the write that a session belongs to."""
    found = session.info["recorder"]
    assert isinstance(found, Recorder)  # noqa: S101 - put there by the write unit
    return found


@contextmanager
def savepoint(session: Session) -> Iterator[None]:
    """Write a block whole or not at all, without giving up the rest of the write.

    Not for bulk writing, whose records are saved as they come.
    """
    session.flush()  # what came before the block stays
    with recorder_of(session).holding(), session.begin_nested():
        yield


def add_row(session: Session, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row that is never edited, recorded like any other; returns its id.

    `values` are Python's, of all columns but the id; no object is made for it.
    """
    kept = stored(table, values)
    row_id = _insert(session.connection(), table, kept)
    recorder_of(session).record((table.name, row_id), None, {"id": row_id, **kept})
    return row_id


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row that is part of no record, of Python's values; returns its id."""
    return _insert(connection, table, stored(table, values))


def _insert(connection: Connection, table: Table, kept: Values) -> int:
    names = ", ".join(f'"{name}"' for name in kept)
    sql = f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(kept))})"
    return connection.exec_driver_sql(sql, tuple(kept.values())).lastrowid


def change_row(session: Session, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
    """Change columns of a row that no object stands for, recorded like any other.

    `values` are Python's; what the row held in their columns is read from the row itself.
    """
    kept = stored(table, values)
    held = _held(session, table, row_id, tuple(kept))
    changed = {name: value for name, value in kept.items() if value != held[name]}
    if not changed:
        return
    places = ", ".join(f'"{name}" = ?' for name in changed)
    sql = f"UPDATE {table.name} SET {places} WHERE id = ?"
    session.connection().exec_driver_sql(sql, (*changed.values(), row_id))
    recorder_of(session).record(
        (table.name, row_id), {name: held[name] for name in changed}, changed
    )


def delete_row(session: Session, table: Table, row_id: int) -> None:
    """Delete a row that no object stands for, recorded like any other."""
    held = _held(session, table, row_id, _names(table))
    session.connection().exec_driver_sql(f"DELETE FROM {table.name} WHERE id = ?", (row_id,))
    recorder_of(session).record((table.name, row_id), held, None)


def _held(session: Session, table: Table, row_id: int, names: Sequence[str]) -> Values:
    """Return what a row holds in some columns, as stored."""
    listed = ", ".join(f'"{name}"' for name in names)
    sql = f"SELECT {listed} FROM {table.name} WHERE id = ?"
    return dict(zip(names, session.connection().exec_driver_sql(sql, (row_id,)).one(), strict=True))


def save_rows(connection: Connection, change_id: int, rows: Iterable[tuple[RowKey, Images]]) -> int:
    """Write what rows were and became as those of a change; returns how many."""
    records = [
        (change_id, table, row_id, _json(before), _json(after))
        for (table, row_id), (before, after) in rows
    ]
    if records:
        connection.exec_driver_sql(_SAVE, records)
    return len(records)


def _json(values: Values | None) -> str | None:
    return None if values is None else _encode(values)


def stored(table: Table, values: Mapping[str, Any]) -> Values:
    """Return Python values as they lie in the table's columns."""
    converters = _converters(table)
    return {
        name: converters[name](value, None) if name in converters else value
        for name, value in values.items()
    }


@cache
def _converters(table: Table) -> Mapping[str, Callable[[Any, Any], Any]]:
    """Return, for columns that hold their value in another form, what gives that form."""
    return {
        column.name: column.type.process_bind_param
        for column in table.columns
        if isinstance(column.type, TypeDecorator)
    }


@cache
def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


def _all_values(instance: object) -> Values:
    state = inspect(instance)
    table = state.mapper.local_table
    return stored(table, {name: state.dict.get(name) for name in _names(table)})


def _changed_values(instance: object) -> tuple[Values, Values]:
    state = inspect(instance)
    table = state.mapper.local_table
    same = state.unmodified
    before, after = {}, {}
    for name in (name for name in _names(table) if name not in same):
        history = state.attrs[name].history
        if history.added and history.added != history.deleted:
            # A row that this very write added has nothing before where nothing was set.
            before[name] = history.deleted[0] if history.deleted else None
            after[name] = history.added[0]
    return stored(table, before), stored(table, after)


def _joined(earlier: Images, before: Values | None, after: Values | None) -> Images:
    """Make one change of two that follow each other on the same row."""
    first, second = earlier
    if first is None:
        return None, None if after is None else {**(second or {}), **after}
    if after is None:
        return {**(before or {}), **first}, None
    return {**(before or {}), **first}, {**(second or {}), **after}


def table_named(name: str) -> Table:
    """Return a table of the models by its name."""
    return Base.metadata.tables[name]
