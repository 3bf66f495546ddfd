"""The backups that are there: what a window lists, and which of them can be relied on."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from shopdesk.paths import DataFolder
from shopdesk.storage.checks import find_damage, looking_at
from shopdesk.storage.files import digest_of, system_errors_as_sentences
from shopdesk.storage.manifests import BackupName, Contents, Manifest, manifest_path
from shopdesk.storage.migrations import HISTORY, History
from shopdesk.storage.shape import REFUSALS, shape_of


class BackupState(Enum):
    """How far a backup can be relied on, as far as its size and manifest tell."""

    GOOD = "good"
    UNVERIFIED = "unverified"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup as a list shows it; `contents` is None where nothing vouches for them.

    `lacking` counts the files of evidence that could not be read when it was made; 0 in a list.
    """

    path: Path
    name: BackupName
    state: BackupState
    size_bytes: int
    contents: Contents | None
    lacking: int = 0


def list_backups(folder: DataFolder) -> list[BackupRow]:
    """Return the backups, newest first, by their own serial and not by any clock."""
    rows = [_row_of(folder.backups / str(name), name) for name in backup_names(folder)]
    return sorted(rows, key=lambda row: row.name.serial, reverse=True)


def last_backup_at(folder: DataFolder) -> datetime | None:
    """Return when the newest backup with a manifest was made; reads file names only."""
    manifests = (BackupName.parse(f"{name[:-5]}.db") for name in names_with(folder, ".json"))
    return max(((name.serial, name.made_at) for name in manifests if name), default=(0, None))[1]


def is_intact(row: BackupRow) -> bool:
    """Read a backup through: its bytes are those that were verified, and SQLite agrees."""
    manifest = Manifest.load(manifest_path(row.path))
    with system_errors_as_sentences():
        if manifest and manifest.sha256 != digest_of(row.path):
            return False
    return find_damage(row.path, thorough=True) is None


def newest_intact(folder: DataFolder, history: History = HISTORY) -> BackupRow | None:
    """Return the newest backup that this program can restore, after reading it through."""
    rows = (row for row in list_backups(folder) if row.state is not BackupState.DAMAGED)
    return next((row for row in rows if is_intact(row) and _is_known(row, history)), None)


def backup_names(folder: DataFolder) -> list[BackupName]:
    """Return the names of all backups, in no order."""
    return [name for name in map(BackupName.parse, names_with(folder, ".db")) if name]


def names_with(folder: DataFolder, suffix: str) -> list[str]:
    """Return the names of the files in the backups' folder that end so.

    Raises StorageError for a folder that may not be read: it is not taken for an empty one.
    """
    with system_errors_as_sentences():
        try:
            return [path.name for path in folder.backups.iterdir() if path.suffix == suffix]
        except (FileNotFoundError, NotADirectoryError):
            return []


def _is_known(row: BackupRow, history: History) -> bool:
    with looking_at(row.path) as connection:
        return shape_of(connection, history) not in REFUSALS


def _row_of(path: Path, name: BackupName) -> BackupRow:
    manifest = Manifest.load(manifest_path(path))
    size_bytes = path.stat().st_size
    if manifest is None:
        return BackupRow(path, name, BackupState.UNVERIFIED, size_bytes, None)
    state = BackupState.GOOD if manifest.size_bytes == size_bytes else BackupState.DAMAGED
    return BackupRow(path, name, state, size_bytes, manifest.contents)
