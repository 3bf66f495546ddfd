"""Writing many rows in one statement, recorded like any other change."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table
from sqlalchemy.orm import Session

from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import Images, Values, recorder_of, save_rows


@dataclass(frozen=True, slots=True)
class RowUpdate:
    """Columns of one row that change, as stored, with what they were."""

    id: int
    before: Values
    after: Values


class BulkWriter:
    """Inserts and updates for imports; values are as SQLite stores them, all rows alike.

    Ids are counted on from the table's last: the write holds the file's only write lock.
    """

    def __init__(self, session: Session) -> None:
        self._connection: Connection = session.connection()
        self._recorder = recorder_of(session)
        self._change_id = unit_of(session).open_change()
        self._last_ids: dict[str, int] = {}

    def rows(self, sql: str, params: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return what a query gives inside this write."""
        return [tuple(row) for row in self._connection.exec_driver_sql(sql, tuple(params))]

    def next_id(self, table: Table) -> int:
        """Return the id for a row that will be inserted in this write; none is used again."""
        self._last_ids[table.name] = self._last_id(table) + 1
        return self._last_ids[table.name]

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Add rows, each with its `id` from next_id; all name the same columns."""
        if not rows:
            return
        names = list(rows[0])
        self._many(
            f"INSERT INTO {table.name} ({', '.join(_quoted(names))})"
            f" VALUES ({', '.join('?' * len(names))})",
            [tuple(row[name] for name in names) for row in rows],
        )
        self._record(table, ((row["id"], (None, row)) for row in rows))

    def update(self, table: Table, updates: Sequence[RowUpdate]) -> None:
        """Change rows, each in its own columns, and count their versions on."""
        counted = ["version = version + 1"] if "version" in table.c else []
        for change in updates:
            sets = ", ".join([*(f"{name} = ?" for name in _quoted(change.after)), *counted])
            self._many(
                f"UPDATE {table.name} SET {sets} WHERE id = ?",
                [(*change.after.values(), change.id)],
            )
        self._record(table, ((u.id, (u.before, u.after)) for u in updates))

    def delete(self, table: Table, ids: Sequence[int]) -> None:
        """Take rows away; what they were is kept in the record."""
        self._last_id(table)
        names = [column.name for column in table.columns]
        found = self.rows(
            f"SELECT {', '.join(_quoted(names))} FROM {table.name}"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        gone: list[Values] = [dict(zip(names, row, strict=True)) for row in found]
        self._many(f"DELETE FROM {table.name} WHERE id = ?", [(row["id"],) for row in gone])
        self._record(table, ((row["id"], (row, None)) for row in gone))

    def _last_id(self, table: Table) -> int:
        if table.name not in self._last_ids:
            found = self.rows(f"SELECT coalesce(max(id), 0) FROM {table.name}")
            self._last_ids[table.name] = int(str(found[0][0]))
        return self._last_ids[table.name]

    def _record(self, table: Table, rows: Iterable[tuple[int, Images]]) -> None:
        keyed = (((table.name, row_id), images) for row_id, images in rows)
        self._recorder.bulk_rows += save_rows(self._connection, self._change_id, keyed)

    def _many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(sql, list(rows))


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]
