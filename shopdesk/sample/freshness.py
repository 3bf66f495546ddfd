"""Whether a sample shop is of these days, or was made its own by somebody."""

import shutil
from datetime import datetime
from pathlib import Path

from shopdesk.paths import DataFolder
from shopdesk.sample.plan import make_plan
from shopdesk.storage.reader import Reader


def is_outdated(path: Path, now: datetime) -> bool:
    """Tell whether a sample may be made anew: of an earlier day, and nobody changed anything.

    Its one recorded change is the making, at the first midnight of its plan. Raises StorageError
    if the file cannot be read.
    """
    reader = Reader(path)
    try:
        changes = reader.rows("SELECT at FROM change LIMIT 2")
    finally:
        reader.close()
    return len(changes) == 1 and changes[0][0] != make_plan(now, None).start_s


def discard(path: Path) -> None:
    """Take an outdated sample away, with its photos and the files that SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    shutil.rmtree(DataFolder(path.parent).attachments, ignore_errors=True)
