"""Putting a backup in the place of the shop's file: a kill at any point leaves old or new whole.

The checked copy is renamed to `shop.db.restored-<serial>`; from that moment the restore counts.
Then the old file moves aside with its journal, and the copy takes its name. A start that finds
such a copy finishes the move, so the old journal never meets the new file.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _
from shopdesk.paths import ATTACHMENTS, DataFolder
from shopdesk.storage.backups import contents_of, write_copy
from shopdesk.storage.checks import DamagedFileError, looking_at
from shopdesk.storage.evidence_files import bring_back, evidence_beside
from shopdesk.storage.files import (
    digest_of,
    move_into_place,
    replace_patiently,
    sync,
    system_errors_as_sentences,
)
from shopdesk.storage.manifests import Contents, Manifest, manifest_path
from shopdesk.storage.migrations import HISTORY, History
from shopdesk.storage.reader import Reader
from shopdesk.storage.room import require_room
from shopdesk.storage.shape import REFUSALS, shape_of

DAMAGED = N_("This backup is damaged. Choose an earlier one.")

DRAFT = "shop.db.restoring"
READY = "shop.db.restored-"
ASIDE = "set-aside-"
PARTS = ("", "-wal", "-shm")
"""SQLite's file and what belongs to it; they stay together."""


@dataclass(frozen=True, slots=True)
class LostChange:
    """A write that a restore would take back."""

    at: datetime
    person: str
    label: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What was written after a backup: how many writes, and the newest of them first."""

    total: int
    newest: tuple[LostChange, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the file that was there is kept; how many files of evidence are nowhere whole."""

    aside: Path
    lacking: int


def restore(folder: DataFolder, source: Path, history: History = HISTORY) -> Restored:
    """Put a backup, or any shop's file, in the place of the shop's own file.

    The caller holds the folder's lock and has closed the database. Evidence that is not there
    whole comes from beside `source`, or from the shop's own backups. Raises StorageError, with
    the old file untouched, if the source is not a sound ShopDesk file that this program can read,
    or there is no room for it.
    """
    folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder.root / DRAFT
    with system_errors_as_sentences(), _damage_of_the_backup():
        check_restorable(source, history)
        require_room(folder.root, source.stat().st_size)
        draft.unlink(missing_ok=True)
        write_copy(source, draft)
        # Before the restore counts: what a kill leaves behind is files that nothing names.
        sources = (evidence_beside(source), folder.backups / ATTACHMENTS)
        lacking = bring_back(sources, folder.attachments, draft)
        move_into_place(draft, folder.root / f"{READY}{_next_serial(folder):06}")
        return Restored(finish_restore(folder) or folder.root, lacking)


def finish_restore(folder: DataFolder) -> Path | None:
    """Finish a restore that was cut short; returns where the old file is, None if none was.

    Safe to repeat, and cheap where there is nothing to do. The caller holds the folder's lock.
    """
    (folder.root / DRAFT).unlink(missing_ok=True)
    ready = next(folder.root.glob(f"{READY}*"), None)
    if ready is None:
        return None
    aside = folder.root / f"{ASIDE}{ready.name.removeprefix(READY)}"
    aside.mkdir(mode=0o700, exist_ok=True)
    for part in PARTS:
        old = folder.root / f"{folder.database.name}{part}"
        if old.exists():
            replace_patiently(old, aside / old.name)
    sync(aside)
    move_into_place(ready, folder.database)
    return aside


def check_restorable(source: Path, history: History = HISTORY) -> Contents:
    """Return what a file holds, or raise StorageError with the reason why it cannot be restored.

    A backup is held against its manifest; SQLite's own check comes with the copy.
    """
    if not source.is_file():
        raise StorageError(_("There is no such backup. Choose another."))
    with system_errors_as_sentences(), _damage_of_the_backup():
        with looking_at(source) as connection:
            refusal = REFUSALS.get(shape_of(connection, history))
        if refusal:
            raise StorageError(_(refusal))
        manifest = Manifest.load(manifest_path(source))
        if manifest and manifest.sha256 != digest_of(source):
            raise StorageError(_(DAMAGED))
        return contents_of(source)


@contextmanager
def _damage_of_the_backup() -> Iterator[None]:
    try:
        yield
    except DamagedFileError as error:
        raise StorageError(_(DAMAGED)) from error


def changes_since(folder: DataFolder, source: Path, *, limit: int = 50) -> ChangesSince | None:
    """Return what a restore of `source` would take back.

    None where the two cannot be compared: the shop's file does not have the backup's last
    change, because it went on from another backup. Raises StorageError if a file is damaged.
    """
    last = contents_of(source)
    reader = Reader(folder.database)
    try:
        return _changes_after(reader, last, limit)
    finally:
        reader.close()


def _changes_after(reader: Reader, last: Contents, limit: int) -> ChangesSince | None:
    at = reader.value("SELECT at FROM change WHERE id = ?", (last.last_change_id,))
    if last.last_change_id and at != last.last_change_at:
        return None
    total = reader.value("SELECT count(*) FROM change WHERE id > ?", (last.last_change_id,))
    rows = reader.rows(
        'SELECT at, person, label, "values" FROM change WHERE id > ? ORDER BY id DESC LIMIT ?',
        (last.last_change_id, limit),
    )
    return ChangesSince(total, tuple(_lost_change(*row) for row in rows))


def _lost_change(at: int, person: str, label: str, values: str) -> LostChange:
    return LostChange(datetime.fromtimestamp(at, UTC), person, label, json.loads(values))


def _next_serial(folder: DataFolder) -> int:
    serials = [path.name.removeprefix(ASIDE) for path in folder.root.glob(f"{ASIDE}*")]
    return max((int(serial) for serial in serials if serial.isdecimal()), default=0) + 1
