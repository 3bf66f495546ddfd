"""A file's shape in lines that a person can compare."""

from collections.abc import Iterator

from shopdesk.storage.connection import Connection

OWN_TABLES = """
SELECT name, strict FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  AND name <> 'alembic_version'
ORDER BY name
"""


def shape_of(connection: Connection) -> set[str]:
    """Return one line for each table, column, reference, unique rule and index."""
    tables = connection.execute(OWN_TABLES).fetchall()
    return {line for name, strict in tables for line in _table_lines(connection, name, strict)}


def _table_lines(connection: Connection, table: str, strict: int) -> Iterator[str]:
    yield f"table {table}{' STRICT' if strict else ''}"
    for _, name, kind, required, default, key, hidden in connection.execute(
        "SELECT * FROM pragma_table_xinfo(?)", (table,)
    ):
        null = "NOT NULL" if required else "NULL"
        yield f"column {table}.{name} {kind} {null} default={default} key={key} hidden={hidden}"
    for row in connection.execute("SELECT * FROM pragma_foreign_key_list(?)", (table,)):
        _, _, parent, child_column, parent_column, on_update, on_delete, _ = row
        yield f"{table}.{child_column} refers to {parent}.{parent_column} {on_update} {on_delete}"
    yield from _index_lines(connection, table)


def _index_lines(connection: Connection, table: str) -> Iterator[str]:
    rows = connection.execute(
        "SELECT l.name, l.[unique], l.origin, s.sql FROM pragma_index_list(?) l"
        " LEFT JOIN sqlite_schema s ON s.name = l.name",
        (table,),
    ).fetchall()
    for name, unique, origin, sql in rows:
        columns = connection.execute("SELECT name FROM pragma_index_info(?)", (name,)).fetchall()
        names = ", ".join(str(column) for (column,) in columns)
        kind = "unique" if unique else "index"
        text = " ".join((sql or "").replace('"', "").split())
        yield f"{kind} {table}({names}) {origin} {text}"
