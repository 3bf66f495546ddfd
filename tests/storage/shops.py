"""Shops on a real disk for the tests of this folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from shopdesk.paths import DataFolder
from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.upgrade import create
from tests.migrations.filling import fill


def make_shop(root: Path) -> DataFolder:
    """Return a folder with a small filled shop."""
    folder = DataFolder(root)
    root.mkdir(parents=True, exist_ok=True)
    folder.database.write_bytes(_filled_file())
    return folder


@lru_cache(maxsize=1)
def _filled_file() -> bytes:
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "shop.db"
        create(path)
        with opened(path) as connection:
            fill(connection)
        return path.read_bytes()


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """Lend a writing connection for the block."""
    connection = connect(path)
    try:
        yield connection
    finally:
        connection.close()


def change(folder: DataFolder, words: str, *, at: int = 1_790_000_000) -> None:
    """Record one write."""
    with opened(folder.database) as connection:
        connection.execute(
            'INSERT INTO change (at, person, label, "values") VALUES (?, ?, ?, ?)',
            (at, "Li", words, "{}"),
        )


def labels(path: Path) -> list[str]:
    """Return what was recorded, oldest first, beyond what every shop begins with."""
    with opened(path) as connection:
        rows = connection.execute("SELECT label FROM change WHERE id > 3 ORDER BY id").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return [label for (label,) in rows]
