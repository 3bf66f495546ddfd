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


def find_person_id(reader: Reader, name: str) -> int | None:
    """Return the id of the person with a name; None if nobody has it."""
    found: int | None = reader.value("SELECT id FROM person WHERE name = ?", (name,))
    return found


def load_owner_name(reader: Reader, case_id: int) -> str:
    """Return whose case it is; empty where nobody has it."""
    found = reader.value(
        "SELECT person.name FROM cases JOIN person ON person.id = cases.owner_id"
        " WHERE cases.id = ?",
        (case_id,),
    )
    return str(found or "")
