"""The kept files that a shop's file names: which, whether they are what they were, and copies.

Beside every shop's file and beside its backups lies an `att` folder of the same build, so that a
backup adds only files that are not there yet, and a restore finds them beside what it restores.
"""

import logging
import time
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shopdesk.paths import ATTACHMENTS, DataFolder
from shopdesk.storage.attachments import (
    copy_kept,
    is_kept_name,
    kept_names,
    place_of,
    size_of,
    trouble_with,
)
from shopdesk.storage.checks import looking_at
from shopdesk.storage.connection import Connection
from shopdesk.storage.room import require_room

_ROWS = "SELECT DISTINCT sha256, kind, size FROM attachment ORDER BY sha256"

_UNDOABLE = """
    SELECT DISTINCT json_extract(coalesce(before, after), '$.sha256'),
        json_extract(coalesce(before, after), '$.kind'),
        json_extract(coalesce(before, after), '$.size')
    FROM changed_row WHERE table_name = 'attachment'
        AND json_extract(coalesce(before, after), '$.sha256') IS NOT NULL
"""
"""Files whose rows are gone, which an undo of their removal would bring back."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that rows name: `<sha256>.<kind>`, and its size in bytes."""

    file_name: str
    size: int

    @property
    def sha256(self) -> str:
        """The hash of the content that it should have."""
        return self.file_name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a named file; `trouble` is a key of rules.evidence.TROUBLES, or empty."""

    file: NamedFile
    trouble: str


def named_files(path: Path, *, undoable: bool = True) -> list[NamedFile]:
    """Return the files that a shop's file or a backup names, with those that Undo may name.

    A name that is none of ours, in a file that somebody made up, leads nowhere.
    """
    with looking_at(path) as connection:
        if not _has_evidence(connection):
            return []
        rows = connection.execute(_ROWS).fetchall()
        if undoable:
            rows += connection.execute(_UNDOABLE).fetchall()
    found = {f"{sha256}.{kind}": size for sha256, kind, size in rows}
    return [NamedFile(name, size) for name, size in found.items() if is_kept_name(name)]


def verify_all(
    folder: DataFolder, *, rest_s: float = 0, stop: Callable[[], bool] = lambda: False
) -> Iterator[Finding]:
    """Read every named file through, and say of each what is wrong, or that nothing is.

    `rest_s` is the pause after each, to leave the disk to others; `stop` ends the look early.
    """
    for file in named_files(folder.database, undoable=False):
        if stop():
            return
        trouble = trouble_with(folder.attachments, file.file_name, file.size)
        yield Finding(file, trouble)
        time.sleep(rest_s)


def mend(folder: DataFolder, file: NamedFile) -> bool:
    """Bring a file back that a backup still has; False if none does."""
    source = folder.backups / ATTACHMENTS
    return copy_kept(place_of(source, file.file_name), folder.attachments)


def mend_copies(
    folder: DataFolder, *, rest_s: float = 0, stop: Callable[[], bool] = lambda: False
) -> int:
    """Read the backups' copies through and replace rotted ones from whole originals.

    Returns how many were replaced; one whose original is gone too is logged and left.
    """
    copies, mended = folder.backups / ATTACHMENTS, 0
    for name in list(kept_names(copies)):
        if stop():
            break
        if trouble_with(copies, name, size_of(copies, name)):
            mended += _copied((folder.attachments,), copies, name)
        time.sleep(rest_s)
    return mended


def copy_evidence(source: Path, target: Path, files: Sequence[NamedFile]) -> tuple[str, ...]:
    """Copy what is not there yet from one `att` folder to another; returns all that is there.

    What is there is known by its size alone, for each backup asks it. What cannot be read at
    the source, or is not what it was, is left out and logged: it must not keep a shop from its
    backup. Raises StorageError, before anything is copied, if there is no room.
    """
    wanted = [file for file in files if size_of(target, file.file_name) != file.size]
    lacking = set(_copy_all((source,), target, wanted))
    return tuple(sorted(file.file_name for file in files if file.file_name not in lacking))


def count_lacking(path: Path, there: Container[str]) -> int:
    """Count the files that rows of a shop's file name and that are not among those there."""
    named = named_files(path, undoable=False)
    return sum(file.file_name not in there for file in named)


def bring_back(sources: Sequence[Path], target: Path, path: Path) -> int:
    """Copy what a shop's file names and is not there whole from the first that has it whole.

    All are read through. Returns how many named by a row are whole nowhere. Raises StorageError
    as `copy_evidence` does.
    """
    files = named_files(path)
    wanted = [file for file in files if trouble_with(target, file.file_name, file.size)]
    lacking = set(_copy_all(sources, target, wanted))
    return count_lacking(path, {file.file_name for file in files} - lacking)


def evidence_beside(path: Path) -> Path:
    """Return the `att` folder that belongs to a shop's file or to a backup."""
    return path.parent / ATTACHMENTS


def _copy_all(
    sources: Sequence[Path], target: Path, wanted: Sequence[NamedFile]
) -> tuple[str, ...]:
    """Copy files if there is room; returns the names of those that no source has whole."""
    if wanted:
        require_room(target.parent, sum(file.size for file in wanted))
    names = [file.file_name for file in wanted]
    return tuple(name for name in names if not _copied(sources, target, name))


def _copied(sources: Sequence[Path], target: Path, name: str) -> bool:
    done = any(copy_kept(place_of(source, name), target) for source in sources)
    if not done:
        log.warning("evidence %s is missing or changed and was not copied", name)
    return done


def _has_evidence(connection: Connection) -> bool:
    """Tell whether a file is new enough to have evidence."""
    found = "SELECT 1 FROM sqlite_schema WHERE name = 'attachment'"
    return connection.execute(found).fetchone() is not None
