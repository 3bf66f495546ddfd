"""Taking a change back: every row as it was, unless something was built on it since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, select, text
from sqlalchemy.orm import Session

from shopdesk.errors import AlreadyUndoneError, DomainError
from shopdesk.i18n import _
from shopdesk.models import Base, Change
from shopdesk.services.left import check_units
from shopdesk.services.records import fetch
from shopdesk.services.undo_refusals import changed_since
from shopdesk.storage.database import unit_of
from shopdesk.storage.indexing import chunks
from shopdesk.storage.recording import (
    UNRECORDED,
    Recorder,
    RowKey,
    Values,
    recorder_of,
    table_named,
)

_ROWS = """
    SELECT table_name, row_id, coalesce(before, 'null'), coalesce(after, 'null')
    FROM changed_row WHERE change_id = ? ORDER BY id
"""

_COPIES = """
    SELECT id FROM timeline_entry
    WHERE event = 'copied' AND case_id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class _ChangedRow:
    """One row of a change, as stored; None where it was not there."""

    key: RowKey
    before: Values | None
    after: Values | None


def undo_change(session: Session, change_id: int) -> None:
    """Restore every row of a change to what it was before; is itself a change, so undoable.

    Raises AlreadyUndoneError if it was, DomainError, which says who did what, if a row was changed
    again or is needed by a later one.
    """
    change = fetch(session, Change, change_id)
    if session.scalar(select(Change.id).where(Change.undoes == change.id)):
        raise AlreadyUndoneError(_("This was already undone."))
    rows = _changed_rows(session, change.id)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    now = _current_rows(session, [row.key for row in rows])
    for row in rows:
        if not _is_untouched(row, now.get(row.key)):
            raise DomainError(changed_since(session, change.id, row.key))
    _restore(session, rows, now)
    gone = [key for key, values in now.items() if values is None]
    _take_copies_along(session, _by_table(gone).get("cases", ()))
    needing = _needing(session, gone)
    if needing is not None:
        raise DomainError(changed_since(session, change.id, needing))
    check_units(session, _by_table(now).get("cases", ()))
    unit_of(session).undoes = change.id


def _take_copies_along(session: Session, gone: Sequence[int]) -> None:
    """Let the notes of words that were copied go with their case: nobody takes them back alone."""
    found = session.connection().exec_driver_sql(_COPIES, (json.dumps(gone),))
    notes = [_ChangedRow(("timeline_entry", row_id), None, {}) for (row_id,) in found]
    _restore(session, notes, _current_rows(session, [note.key for note in notes]))


def _changed_rows(session: Session, change_id: int) -> list[_ChangedRow]:
    """Return the rows of a change in their order; objects would take half of the time."""
    found = session.connection().exec_driver_sql(_ROWS, (change_id,))
    return [
        _ChangedRow((table, row_id), json.loads(before), json.loads(after))
        for table, row_id, before, after in found
    ]


def _current_rows(session: Session, keys: Iterable[RowKey]) -> dict[RowKey, Values | None]:
    """Return what rows hold now; those that are not there are left out."""
    found: dict[RowKey, Values | None] = {}
    for name, ids in _by_table(keys).items():
        columns = [column.name for column in table_named(name).columns]
        listed = ", ".join(f'"{column}"' for column in columns)
        for chunk in chunks(ids):
            rows = session.connection().exec_driver_sql(
                f"SELECT {listed} FROM {name} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(chunk),),
            )
            for row in rows:
                values = dict(zip(columns, row, strict=True))
                found[name, values["id"]] = values
    return found


def _by_table(keys: Iterable[RowKey]) -> dict[str, list[int]]:
    ids: dict[str, list[int]] = defaultdict(list)
    for name, row_id in keys:
        ids[name].append(row_id)
    return ids


_PASSED_OVER = frozenset({"version", "reminded_at"})
"""What changes by itself beside a record: it keeps nothing from being taken back."""


def _is_untouched(row: _ChangedRow, now: Values | None) -> bool:
    """Tell whether a row still is what the change made of it."""
    if row.after is None:
        return now is None
    return now is not None and _lasting(row.after).items() <= now.items()


def _lasting(values: Values) -> Values:
    return {name: value for name, value in values.items() if name not in _PASSED_OVER}


def _restore(
    session: Session, rows: Sequence[_ChangedRow], now: dict[RowKey, Values | None]
) -> None:
    """Take rows back, the last first; `now` is kept in step.

    Neighbours that need the same statement share it: an import has tens of thousands.
    """
    recorder = recorder_of(session)
    for sql, group in groupby(_restoring(rows, now, recorder), itemgetter(0)):
        session.connection().exec_driver_sql(sql, [values for _sql, values in group])


def _restoring(
    rows: Sequence[_ChangedRow], now: dict[RowKey, Values | None], recorder: Recorder
) -> Iterator[tuple[str, Values]]:
    for row in reversed(rows):
        held = now.get(row.key)
        yield _statement(row, held)
        now[row.key] = None if row.before is None else {**(held or {}), **row.before}
        if row.before is None or held is None:
            recorder.record(row.key, held, row.before)
        else:
            before = _lasting(row.before)
            recorder.record(row.key, {name: held[name] for name in before}, before)


def _statement(row: _ChangedRow, held: Values | None) -> tuple[str, Values]:
    """Return the statement that takes a row back, and its values."""
    table, row_id = row.key
    if row.before is None:
        return f"DELETE FROM {table} WHERE id = :id", {"id": row_id}
    if held is None:
        return _insert_sql(table, tuple(row.before)), row.before
    before = _lasting(row.before)
    return _update_sql(table, tuple(before)), {**before, "id": row_id}


@cache
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({columns}) VALUES ({places})"


@cache
def _update_sql(table: str, names: tuple[str, ...]) -> str:
    """Return an update that also counts the version on, so that open forms notice."""
    sets = [f'"{name}" = :{name}' for name in names]
    if "version" in table_named(table).c:
        sets.append("version = version + 1")
    return f"UPDATE {table} SET {', '.join(sets)} WHERE id = :id"


def _needing(session: Session, gone: Sequence[RowKey]) -> RowKey | None:
    """Return a later row that points to one which is to be taken away; None if there is none."""
    ids = _by_table(gone)
    for table in Base.metadata.tables.values():
        if table.name in UNRECORDED:
            continue
        for foreign in table.foreign_keys:
            for chunk in chunks(ids.get(foreign.column.table.name, ())):
                row_id = _pointing(session, foreign.parent, chunk)
                if row_id is not None:
                    return table.name, row_id
    return None


def _pointing(session: Session, column: Column[Any], ids: Sequence[int]) -> int | None:
    sql = (
        f"SELECT id FROM {column.table} WHERE {column.name}"
        " IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    found = session.connection().exec_driver_sql(sql, (json.dumps(ids),)).first()
    return None if found is None else found[0]
