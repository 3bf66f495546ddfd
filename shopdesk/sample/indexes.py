"""Indexes taken off while rows come in by the million, and put on again after."""

from collections.abc import Iterator
from contextlib import contextmanager

from shopdesk.storage.connection import Connection

_MADE_BY_US = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"


@contextmanager
def without_indexes(connection: Connection) -> Iterator[None]:
    """Drop every index but those of keys for the block, then make them: sorted once, not per row.

    The SQL is SQLite's own record of each one, so that they come back as they were.
    """
    found = connection.execute(_MADE_BY_US).fetchall()
    for name, _sql in found:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _name, sql in found:
        connection.execute(sql)
