"""New files, and old files brought to the shape that this program knows."""

from datetime import datetime
from pathlib import Path

from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import BackupRow
from shopdesk.storage.backups import make_backup
from shopdesk.storage.connection import connect
from shopdesk.storage.files import move_into_place, system_errors_as_sentences
from shopdesk.storage.manifests import BackupReason
from shopdesk.storage.migrations import HISTORY, History
from shopdesk.storage.room import require_room
from shopdesk.storage.troubles import driver_errors_as_sentences

ROOM_FACTOR = 3
"""An upgrade may rebuild every table, in the journal and in the file, beside the backup."""


def create(path: Path, history: History = HISTORY) -> None:
    """Write an empty shop's file at `path`, whole or not at all.

    Raises FileExistsError if something is there, StorageError for trouble with the disk.
    """
    if path.exists():
        raise FileExistsError(path)
    draft = path.with_name(f"{path.name}.new")
    with system_errors_as_sentences():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _bring_to_head(draft, history)
        move_into_place(draft, path)


def upgrade(
    folder: DataFolder, at: datetime | None = None, history: History = HISTORY
) -> BackupRow:
    """Bring an older file to this program's shape, behind a backup that is returned.

    All of it happens or nothing, also in a power cut. The caller holds the folder's lock and
    has the database closed. Raises StorageError with the file untouched if there is no room.
    """
    require_room(folder.root, ROOM_FACTOR * folder.database.stat().st_size)
    backup = make_backup(folder, BackupReason.UPGRADE, at)
    _bring_to_head(folder.database, history)
    return backup


def _bring_to_head(path: Path, history: History) -> None:
    from shopdesk.storage.indexing import index_all
    from shopdesk.storage.migrations.run import run_missing

    with driver_errors_as_sentences(path):
        connection = connect(path)
        try:
            run_missing(connection, history, then=index_all)
        finally:
            connection.close()
