"""Files of old revisions, from their frozen SQL."""

from collections.abc import Mapping
from pathlib import Path

from shopdesk.storage.connection import Connection, connect
from tests.migrations.dump import DATA
from tests.migrations.shape import OWN_TABLES

LANDED = sorted(path.stem for path in DATA.glob("*.sql"))

MOVED = {
    "shop": {"policy"},
    "return_case": {"policy", "refund_method", "refund_reference"}
    | {"buyer_name", "buyer_phone", "buyer_handle", "order_number"},
    "reshipment": {"origin_id"},
}
"""Columns whose contents a revision took to other tables; it has tests of its own."""


def load(name: str, path: Path) -> None:
    """Write the shop of revision `name` to `path`."""
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript((DATA / f"{name}.sql").read_text(encoding="utf-8"))
    connection.close()


def contents(connection: Connection) -> dict[str, list[dict[str, object]]]:
    """Return every row of every table by column name."""
    tables = [name for name, _ in connection.execute(OWN_TABLES).fetchall() if "_fts_" not in name]
    return {table: _rows(connection, table) for table in tables}


def _rows(connection: Connection, table: str) -> list[dict[str, object]]:
    cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY id')
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def assert_kept(
    before: dict[str, list[dict[str, object]]], after: dict[str, list[dict[str, object]]]
) -> None:
    """Every row is there, and every column that has not moved has what it had.

    Search texts are left out: an upgrade makes them anew from the rows.
    """
    kept = {table: rows for table, rows in before.items() if not table.endswith("_doc")}
    for table, rows in kept.items():
        stays = rows[0].keys() - MOVED.get(table, set())
        wanted = [{name: row[name] for name in stays} for row in rows]
        assert [{name: row[name] for name in stays} for row in after[table]] == wanted, table


def insert(connection: Connection, table: str, values: Mapping[str, object]) -> None:
    """Add a row; what is not given and must be something is empty or zero."""
    described = connection.execute(f"PRAGMA table_info({table})").fetchall()
    blank: dict[str, object] = {"INTEGER": 0, "TEXT": ""}
    row = {name: blank[kind] for _, name, kind, needed, _, key in described if needed and not key}
    row |= values
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row.values()))
