"""New files, and old files brought to the shape that this program knows."""

from pathlib import Path

from shopdesk.storage.connection import connect
from shopdesk.storage.files import move_into_place
from shopdesk.storage.troubles import driver_errors_as_sentences


def create(path: Path) -> None:
    """Write an empty shop's file at `path`, whole or not at all.

    Raises FileExistsError if something is there, StorageError for trouble with the disk.
    """
    if path.exists():
        raise FileExistsError(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    _bring_to_head(draft)
    move_into_place(draft, path)


def _bring_to_head(path: Path) -> None:
    from shopdesk.storage.migrations.run import run_missing

    with driver_errors_as_sentences(path):
        connection = connect(path)
        try:
            run_missing(connection)
        finally:
            connection.close()
