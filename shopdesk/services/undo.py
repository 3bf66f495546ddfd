"""Taking a change back: every row as it was, unless something was built on it since."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, delete, select, text
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Base, Change, ChangedRow
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of
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
    gone = {(row.table_name, row.row_id) for row in rows if row.before is None}
    for row in reversed(rows):
        _check_untouched(session, row)
    for row in reversed(rows):
        _restore(session, row)
    for key in gone:
        _check_unneeded(session, key)
    unit_of(session).undoes = change.id


def _current(session: Session, table: Table, row_id: int) -> Values | None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    found = session.execute(
        text(f"SELECT {columns} FROM {table.name} WHERE id = :id"), {"id": row_id}
    )
    row = found.mappings().first()
    return None if row is None else dict(row)


def _check_untouched(session: Session, row: ChangedRow) -> None:
    """Refuse where the row no longer is what the change made of it."""
    table = table_named(row.table_name)
    now = _current(session, table, row.row_id)
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


def _restore(session: Session, row: ChangedRow) -> None:
    table = table_named(row.table_name)
    now = _current(session, table, row.row_id)
    key = (row.table_name, row.row_id)
    if row.before is None:
        _run(session, delete(table).where(table.c.id == row.row_id))
        recorder_of(session).record(key, now, None)
    elif now is None:
        _run(session, text(_insert_sql(table, row.before)), row.before)
        recorder_of(session).record(key, None, row.before)
    else:
        before = _without_version(row.before)
        _run(session, text(_update_sql(table, before)), {**before, "id": row.row_id})
        recorder_of(session).record(key, {name: now[name] for name in before}, before)


def _run(session: Session, statement: Any, values: Values | None = None) -> None:  # noqa: ANN401
    session.connection().execute(statement, values or {})


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


def _check_unneeded(session: Session, key: RowKey) -> None:
    """Refuse to take away a row that a later one points to."""
    name, row_id = key
    for table in Base.metadata.tables.values():
        if table.name in UNRECORDED:
            continue
        for foreign in table.foreign_keys:
            if foreign.column.table.name != name:
                continue
            sql = f"SELECT 1 FROM {table.name} WHERE {foreign.parent.name} = :id LIMIT 1"
            if session.execute(text(sql), {"id": row_id}).first():
                raise DomainError(
                    _("Something that came later needs this, so it cannot be undone.")
                )
