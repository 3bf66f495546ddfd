"""Backups: whole copies of the shop's file, each one checked before it counts.

A backup is taken beside a working writer and never holds it up. It gets its name only after
SQLite has looked it through and the disk has it; its manifest follows. What is thinned out, and
why, is in `thinning`.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import (
    BackupRow,
    BackupState,
    backup_names,
    list_backups,
    names_with,
)
from shopdesk.storage.checks import DamagedFileError, find_damage, looking_at, revision_of
from shopdesk.storage.connection import Connection
from shopdesk.storage.evidence_files import (
    copy_evidence,
    count_lacking,
    evidence_beside,
    named_files,
)
from shopdesk.storage.files import (
    digest_of,
    keep_off,
    move_into_place,
    sync,
    system_errors_as_sentences,
)
from shopdesk.storage.manifests import (
    BackupName,
    BackupReason,
    Contents,
    Manifest,
    manifest_path,
)
from shopdesk.storage.thinning import spare
from shopdesk.storage.troubles import driver_errors_as_sentences

ABANDONED_AFTER = timedelta(days=1)
COUNTED_TABLES = ("orders", "cases", "customer")

log = logging.getLogger(__name__)


def make_backup(folder: DataFolder, reason: BackupReason, at: datetime | None = None) -> BackupRow:
    """Copy the shop's file to its backups, check the copy, and drop the backups it replaces.

    Evidence that earlier backups do not have yet is copied beside it; what cannot be read is
    counted as lacking and does not keep the shop from its backup. Takes seconds for a large
    shop; any thread may do it. Raises StorageError, and leaves the earlier backups as they are,
    if the disk is full or the file is damaged.
    """
    with _trouble_told(folder), _numbered_draft(folder) as (serial, draft):
        contents = write_copy(folder.database, draft)
        evidence = _copy_evidence(folder.database, draft)
        lacking = count_lacking(draft, evidence)
        name = BackupName(serial, _whole_seconds(at), reason)
        path = folder.backups / str(name)
        manifest = Manifest(
            serial=serial,
            made_at=int(name.made_at.timestamp()),
            reason=reason,
            size_bytes=draft.stat().st_size,
            sha256=digest_of(draft),
            contents=contents,
            evidence=evidence,
        )
        move_into_place(draft, path)
        manifest.save(manifest_path(path))
    thin_out(folder)
    return BackupRow(path, name, BackupState.GOOD, manifest.size_bytes, contents, lacking)


def back_up_if_changed(
    folder: DataFolder, reason: BackupReason, at: datetime | None = None
) -> BackupRow | None:
    """Make a backup if anything was written since the newest good one."""
    newest = next((row for row in list_backups(folder) if row.state is BackupState.GOOD), None)
    with looking_at(folder.database) as connection:
        now = _last_change(connection)
    if newest and newest.contents and _change_in(newest.contents) == now:
        return None
    return make_backup(folder, reason, at)


def write_copy(source: Path, target: Path) -> Contents:
    """Copy a shop's file as it is at this moment; `target` must be missing or empty.

    Raises DamagedFileError if the copy is not sound. What is at `target` meanwhile is half a copy.
    """
    with driver_errors_as_sentences(target), looking_at(source) as connection:
        connection.execute("PRAGMA query_only=OFF")  # still a reader: the copy is what is written
        connection.execute("VACUUM INTO ?", (str(target),))
    damage = find_damage(target, thorough=True)
    if damage:
        log.error("a copy of %s is damaged: %s", source, damage)
        raise DamagedFileError
    sync(target)
    return contents_of(target)


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """What a copy holds; `lacking` counts the files of evidence that could not be read."""

    contents: Contents
    lacking: int


def save_copy(source: Path, target: Path) -> SavedCopy:
    """Write a checked copy to a file of the person's choice; what had the name stays until then.

    Evidence goes to a folder `att` beside it, where a restore finds it.
    Raises StorageError if the copy is not sound, the disk has no room, or the name is one of the
    shop's own files.
    """
    keep_off(DataFolder(source.parent), target)
    draft = target.with_name(f"{target.name}.tmp")
    with system_errors_as_sentences():
        draft.unlink(missing_ok=True)
        try:
            contents = write_copy(source, draft)
            lacking = count_lacking(draft, _copy_evidence(source, draft))
            move_into_place(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    return SavedCopy(contents, lacking)


def contents_of(path: Path) -> Contents:
    """Count what a shop's file holds."""
    with looking_at(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        rows = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in COUNTED_TABLES
            if table in tables
        }
        return Contents(revision_of(connection), *_last_change(connection), rows)


def thin_out(folder: DataFolder) -> None:
    """Drop the backups that newer ones stand for; none while the shop's own file is damaged."""
    rows = {row.name: row for row in list_backups(folder) if row.state is BackupState.GOOD}
    doomed = spare(rows)
    if not doomed or find_damage(folder.database, thorough=False):
        return
    for name in doomed:
        # The copy goes first: a manifest alone takes no room and is not listed.
        for path in (rows[name].path, manifest_path(rows[name].path)):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _copy_evidence(source: Path, copy: Path) -> tuple[str, ...]:
    """Copy the files that a copy names to beside it; returns the names of those that are there."""
    files = named_files(copy)
    return copy_evidence(evidence_beside(source), evidence_beside(copy), files)


def _whole_seconds(at: datetime | None) -> datetime:
    return (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)


def _last_change(connection: Connection) -> tuple[int, int]:
    found = connection.execute("SELECT id, at FROM change ORDER BY id DESC LIMIT 1").fetchone()
    return found or (0, 0)


def _change_in(contents: Contents) -> tuple[int, int]:
    return contents.last_change_id, contents.last_change_at


@contextmanager
def _numbered_draft(folder: DataFolder) -> Iterator[tuple[int, Path]]:
    """Lend an empty file whose number nobody else has; gone afterwards unless it was moved."""
    folder.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(folder)
    serial = max((name.serial for name in backup_names(folder)), default=0) + 1
    while True:
        draft = folder.backups / f"{serial:06}.tmp"
        with suppress(FileExistsError):
            draft.touch(mode=0o600, exist_ok=False)
            break
        serial += 1
    try:
        yield serial, draft
    finally:
        draft.unlink(missing_ok=True)


def _sweep(folder: DataFolder) -> None:
    """Drop drafts that a killed program left behind."""
    limit = datetime.now(UTC) - ABANDONED_AFTER
    for name in names_with(folder, ".tmp"):
        path = folder.backups / name
        with suppress(OSError):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
                path.unlink()


@contextmanager
def _trouble_told(folder: DataFolder) -> Iterator[None]:
    with system_errors_as_sentences(), driver_errors_as_sentences(folder.backups / "x"):
        yield
