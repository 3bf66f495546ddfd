"""Taking a change back: every row as it was, unless something was built on it since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, select, text
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Base, Change, ChangedRow
from shopdesk.services.left import check_units
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of
from shopdesk.storage.indexing import chunks
from shopdesk.storage.recording import UNRECORDED, RowKey, Values, recorder_of, table_named


def undo_change(session: Session, change_id: int) -> None:
    """Restore every row of a change to what it was before; is itself a change, so undoable.

    Raises DomainError if it was undone already, or a row was changed again or is needed by a
    later one.
    """
    change = fetch(session, Change, change_id)
    if session.scalar(select(Change.id).where(Change.undoes == change.id)):
        raise DomainError(_("This was already undone."))
    rows = list(change.rows)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    now = _current_rows(session, [(row.table_name, row.row_id) for row in rows])
    for row in rows:
        _check_untouched(row, now.get((row.table_name, row.row_id)))
    for row in reversed(rows):
        key = (row.table_name, row.row_id)
        _restore(session, row, now.get(key))
        now[key] = None if row.before is None else {**(now.get(key) or {}), **row.before}
    _check_unneeded(session, [key for key, values in now.items() if values is None])
    check_units(session, _by_table(now).get("cases", ()))
    unit_of(session).undoes = change.id


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


def _check_untouched(row: ChangedRow, now: Values | None) -> None:
    """Refuse where the row no longer is what the change made of it."""
    expected = row.after
    same = (
        now is None
        if expected is None
        else now is not None and _differing(_without_version(expected), now) == set()
    )
    if not same:
        raise DomainError(
            _("This was changed again since, so it cannot be undone. Undo the later change first.")
        )


def _differing(expected: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    return {name for name, value in expected.items() if now.get(name) != value}


def _without_version(values: Values) -> Values:
    return {name: value for name, value in values.items() if name != "version"}


def _restore(session: Session, row: ChangedRow, now: Values | None) -> None:
    table = table_named(row.table_name)
    key = (row.table_name, row.row_id)
    if row.before is None:
        _run(session, f"DELETE FROM {table.name} WHERE id = :id", {"id": row.row_id})
        recorder_of(session).record(key, now, None)
    elif now is None:
        _run(session, _insert_sql(table, row.before), row.before)
        recorder_of(session).record(key, None, row.before)
    else:
        before = _without_version(row.before)
        _run(session, _update_sql(table, before), {**before, "id": row.row_id})
        recorder_of(session).record(key, {name: now[name] for name in before}, before)


def _run(session: Session, sql: str, values: Values) -> None:
    """Run a statement straight on the driver: an import's undo has tens of thousands."""
    session.connection().exec_driver_sql(sql, dict(values))


def _insert_sql(table: Table, values: Values) -> str:
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f":{name}" for name in values)
    return f"INSERT INTO {table.name} ({names}) VALUES ({places})"


def _update_sql(table: Table, values: Values) -> str:
    """Return an update that also counts the version on, so that open forms notice."""
    sets = [f'"{name}" = :{name}' for name in values]
    if "version" in table.c:
        sets.append("version = version + 1")
    return f"UPDATE {table.name} SET {', '.join(sets)} WHERE id = :id"


def _check_unneeded(session: Session, gone: Sequence[RowKey]) -> None:
    """Refuse to take away rows that a later one points to."""
    ids = _by_table(gone)
    for table in Base.metadata.tables.values():
        if table.name in UNRECORDED:
            continue
        for foreign in table.foreign_keys:
            for chunk in chunks(ids.get(foreign.column.table.name, ())):
                if _points_to_any(session, foreign.parent, chunk):
                    raise DomainError(
                        _("Something that came later needs this, so it cannot be undone.")
                    )


def _points_to_any(session: Session, column: Column[Any], ids: Sequence[int]) -> bool:
    sql = (
        f"SELECT 1 FROM {column.table} WHERE {column.name}"
        " IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    found = session.connection().exec_driver_sql(sql, (json.dumps(ids),))
    return found.first() is not None
