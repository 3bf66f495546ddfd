"""All that a shop's file holds, for saying that it is as it was."""

from shopdesk.desk import Desk
from shopdesk.models import Base

KEPT = {"change", "changed_row", "number_counter"}
"""What no undo takes back: the record itself, and numbers that were given."""

Rows = dict[str, list[tuple[object, ...]]]

_NAMES = {
    name: ", ".join(f'"{each.name}"' for each in table.columns if each.name != "version")
    for name, table in Base.metadata.tables.items()
    if name not in KEPT
}


def everything(desk: Desk) -> Rows:
    """Return all rows of all tables, without versions, which only grow."""
    with desk.reading() as reader:
        return {
            table: list(reader.rows(f"SELECT {names} FROM {table} ORDER BY 1"))
            for table, names in _NAMES.items()
        }


def without_copies(rows: Rows) -> Rows:
    """Return the rows but for the notes of words that were copied, which Ctrl+Z passes over."""
    kept = [row for row in rows["timeline_entry"] if "copied" not in row]
    return {**rows, "timeline_entry": kept}
