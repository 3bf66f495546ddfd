"""Whether a sample shop is of these days, or was made its own by somebody."""

import shutil
from datetime import datetime
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.sample.plan import make_plan
from shopdesk.storage.reader import Reader

MAKING = "Sample shop"
"""The label of the changes that making a sample is recorded as."""


def is_outdated(path: Path, now: datetime) -> bool:
    """Tell whether a sample may be made anew: of an earlier day, and nobody changed anything.

    Its recorded changes are those of the making, the first one at the first midnight of its plan.
    Raises StorageError if the file cannot be read.
    """
    reader = Reader(path)
    try:
        changes = reader.rows("SELECT at, label FROM change ORDER BY id")
    finally:
        reader.close()
    labels = {label for _at, label in changes}
    return labels == {MAKING} and changes[0][0] != make_plan(now, None).start_s


def keep_off_shops(folder: DataFolder) -> None:
    """Refuse to take a folder for a sample's that holds somebody's shop.

    Raises DomainError, or StorageError if the file cannot be read.
    """
    if folder.database.exists() and not _is_sample(folder.database):
        raise DomainError(
            _("{folder} holds a shop of its own. Name an empty folder for the sample shop.").format(
                folder=folder.root
            )
        )


def _is_sample(path: Path) -> bool:
    """Tell whether the first change of a file was the making of a sample."""
    reader = Reader(path)
    try:
        return bool(reader.value("SELECT label FROM change ORDER BY id LIMIT 1") == MAKING)
    finally:
        reader.close()


def discard(path: Path) -> None:
    """Take an outdated sample away, with its photos and the files that SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    shutil.rmtree(DataFolder(path.parent).attachments, ignore_errors=True)
