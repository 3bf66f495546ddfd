"""Write the SQL of a shop as one revision has it: `python -m tests.migrations.dump 0001`.

Run once when a revision lands; the file then stays as it is, for old files do not change either.
"""

import sys
import tempfile
from pathlib import Path

from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.migrations import HISTORY
from shopdesk.storage.migrations.run import run_missing
from tests.migrations.filling import fill, index_statements, row_statements

DATA = Path(__file__).parent / "data"

_OBJECTS = """
SELECT sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY rowid
"""


def dump(name: str) -> str:
    """Return the statements that make the filled file of revision `name`."""
    with tempfile.TemporaryDirectory() as folder:
        connection = connect(Path(folder) / "shop.db")
        run_missing(connection, target=HISTORY.named(name))
        statements = [*_header(connection), *_objects(connection)]
        statements.append(f"INSERT INTO alembic_version VALUES ('{name}')")
        statements += [*row_statements(connection), *index_statements(connection)]
        fill(connection)
        connection.close()
    return "".join(f"{statement};\n" for statement in statements)


def _header(connection: Connection) -> list[str]:
    names = ("application_id", "user_version")
    values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    return [f"PRAGMA {name}={value}" for name, value in zip(names, values, strict=True)]


def _objects(connection: Connection) -> list[str]:
    return [sql for (sql,) in connection.execute(_OBJECTS)]


if __name__ == "__main__":
    (DATA / f"{sys.argv[1]}.sql").write_text(dump(sys.argv[1]), encoding="utf-8")
