"""The shop's file through time: every shape that it has had, and the steps from one to the next.

To change the schema:

1. Change the models.
2. Add `versions/v000N_what_it_does.py` with `revision`, `down_revision` (the one before) and
   `upgrade()`, in plain `op.…` calls and those of `tables`; never import the models, which
   will change again. Rebuild a table with `op.batch_alter_table`; foreign keys are off
   meanwhile and checked after. There are no downgrades: the way back is the backup that every
   upgrade makes first.
3. Append a line to REVISIONS; `pytest tests/migrations` says the fingerprint that belongs there
   and names each column that differs from the models.
4. `python -m tests.migrations.dump 000N` writes a shop of the new shape to its data folder,
   from which every later revision is tried.
5. Ship the `versions` folder as files: Alembic reads them by their place.

This module stays free of Alembic and SQLAlchemy, because every start asks it.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from shopdesk.storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Revision:
    """One shape of the file; `fingerprint` is what its tables, indexes and triggers come to."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of a file, oldest first, and the folders that hold their modules."""

    revisions: tuple[Revision, ...]
    folders: tuple[Path, ...]

    @property
    def head(self) -> Revision:
        """The shape that this program reads and writes."""
        return self.revisions[-1]

    def number_of(self, revision: Revision) -> int:
        """Return the running number, from 1, that the file's header has as `user_version`."""
        return self.revisions.index(revision) + 1

    def named(self, name: str) -> Revision | None:
        """Return a revision by its name, or None if this program does not know it."""
        return next((r for r in self.revisions if r.name == name), None)


REVISIONS = (
    Revision("0001", "8a169be3f73b83cb"),
    Revision("0002", "18135670a2a30e9c"),
    Revision("0003", "0519b731b8ab2585"),
    Revision("0004", "b3501ba96528e58e"),
)

HISTORY = History(REVISIONS, (Path(__file__).parent / "versions",))

# SQLite's own tables and those that an index keeps for itself follow the library's version.
_SCHEMA = """
SELECT type, name, sql FROM sqlite_schema
WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL
  AND tbl_name NOT IN (
    SELECT name FROM pragma_table_list WHERE type = 'shadow'
  )
ORDER BY type, name
"""


def fingerprint(connection: Connection) -> str:
    """Return a short digest of a file's schema; a trigger or view of others' changes it."""
    lines = (
        f"{kind} {name} {' '.join(sql.split())}" for kind, name, sql in connection.execute(_SCHEMA)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
