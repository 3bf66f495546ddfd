"""Rows for any shape of the file, made from the shape alone, so that it works for every revision.

Every table gets ROWS rows with ids from 1; a reference points at the row of the same number, so
foreign keys hold whatever the order of tables.
"""

from collections.abc import Iterator

from shopdesk.storage.connection import Connection
from tests.migrations.shape import OWN_TABLES

ROWS = 3
WORDS = ('O\'Brien "Max"', "张三，上海市", "50 % off; --\nsecond line")
SHADOWS = ("_fts_", "alembic_version")


def fill(connection: Connection) -> None:
    """Write the rows in one transaction; both search indexes are fed from their texts."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys=ON")
    for statement in (*row_statements(connection), *index_statements(connection)):
        connection.execute(statement)
    connection.execute("COMMIT")


def row_statements(connection: Connection) -> Iterator[str]:
    """Yield one INSERT for each row."""
    tables = [name for name, _ in connection.execute(OWN_TABLES) if not _is_shadow(name)]
    for table in tables:
        columns = connection.execute(
            "SELECT name, type FROM pragma_table_info(?)", (table,)
        ).fetchall()
        for number in range(1, ROWS + 1):
            values = ", ".join(_value(table, name, kind, number) for name, kind in columns)
            names = ", ".join(f'"{name}"' for name, _ in columns)
            yield f'INSERT INTO "{table}" ({names}) VALUES ({values})'


def index_statements(connection: Connection) -> Iterator[str]:
    """Yield what fills each full-text index from the texts of the same name."""
    for (name,) in connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'virtual' ORDER BY name"
    ).fetchall():
        yield f"INSERT INTO {name}(rowid, g) SELECT id, doc FROM {name.removesuffix('_fts')}_doc"


def _is_shadow(table: str) -> bool:
    return any(mark in table for mark in SHADOWS)


def _value(table: str, column: str, kind: str, number: int) -> str:
    if column == "id" or column.endswith("_id"):
        return str(number)
    if kind == "INTEGER":
        return "NULL" if column == "undoes" else str(1_780_000_000 + number)
    text = f"{table}.{column} {WORDS[number - 1]}".replace("'", "''")
    return (
        f"'{text}'"
        if column not in {"values", "advice", "before", "after", "rules", "content"}
        else "'{}'"
    )
