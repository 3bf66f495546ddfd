"""The people who work at the desk."""

from dataclasses import dataclass

from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who can have work."""

    id: int
    name: str


_person = RowsOf(PersonRow)


def load_person_rows(reader: Reader) -> tuple[PersonRow, ...]:
    """Return those who are there now, who came first standing first."""
    found = reader.rows("SELECT id, name FROM person WHERE archived_at IS NULL ORDER BY id")
    return tuple(map(_person, found))
