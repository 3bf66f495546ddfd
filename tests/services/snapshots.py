"""All that a shop's file holds, for saying that it is as it was."""

from shopdesk.desk import Desk
from shopdesk.models import Base
from shopdesk.storage.reader import Reader

KEPT = {"change", "changed_row", "number_counter"}
"""What no undo takes back: the record itself, and numbers that were given."""

Rows = dict[str, list[tuple[object, ...]]]


def everything(desk: Desk) -> Rows:
    """Return all rows of all tables, without versions, which only grow."""
    with desk.reading() as reader:
        return {table: _rows(reader, table) for table in Base.metadata.tables if table not in KEPT}


def without_copies(rows: Rows) -> Rows:
    """Return the rows but for the notes of words that were copied, which Ctrl+Z passes over."""
    kept = [row for row in rows["timeline_entry"] if "copied" not in row]
    return {**rows, "timeline_entry": kept}


def _rows(reader: Reader, table: str) -> list[tuple[object, ...]]:
    names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})") if row[1] != "version"]
    columns = ", ".join(f'"{name}"' for name in names)
    return list(reader.rows(f"SELECT {columns} FROM {table} ORDER BY 1"))
