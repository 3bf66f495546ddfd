"""The kept files that a shop's file names: which, whether they are what they were, and copies.

Beside every shop's file and beside its backups lies an `att` folder of the same build, so that a
backup adds only files that are not there yet, and a restore finds them beside what it restores.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shopdesk.paths import ATTACHMENTS, DataFolder
from shopdesk.storage.attachments import copy_kept, is_kept_name, place_of, trouble_with
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


def copy_evidence(source: Path, target: Path, files: Sequence[NamedFile]) -> tuple[str, ...]:
    """Copy what is not there yet from one `att` folder to another; returns all that is there.

    What is missing or changed at the source is left out and logged: it must not keep a shop
    from its backup. Raises StorageError, before anything is copied, if there is no room.
    """
    wanted = [file for file in files if not _is_there(target, file)]
    if wanted:
        require_room(target.parent, sum(file.size for file in wanted))
    lacking = {file.file_name for file in wanted if not _copied(source, target, file)}
    return tuple(sorted(file.file_name for file in files if file.file_name not in lacking))


def evidence_beside(path: Path) -> Path:
    """Return the `att` folder that belongs to a shop's file or to a backup."""
    return path.parent / ATTACHMENTS


def _is_there(root: Path, file: NamedFile) -> bool:
    place = place_of(root, file.file_name)
    return place.is_file() and place.stat().st_size == file.size


def _copied(source: Path, target: Path, file: NamedFile) -> bool:
    done = copy_kept(place_of(source, file.file_name), target)
    if not done:
        log.warning("evidence %s is missing or changed and was not copied", file.file_name)
    return done


def _has_evidence(connection: Connection) -> bool:
    """Tell whether a file is new enough to have evidence."""
    found = "SELECT 1 FROM sqlite_schema WHERE name = 'attachment'"
    return connection.execute(found).fetchone() is not None
