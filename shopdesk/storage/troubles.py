"""What the database driver complains about, as sentences that say what to do.

The environment's trouble becomes a StorageError; everything else is our bug and goes on as it
is, to the log and the one honest dialog.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _

LOW_SPACE_BYTES = 20 * 1024 * 1024

# Names as SQLite gives them; the longest that the error's name starts with is taken.
SENTENCES = {
    "SQLITE_BUSY": N_(
        "Another program is using the shop's file. Nothing was saved; try again in a moment."
    ),
    "SQLITE_LOCKED": N_(
        "Another program is using the shop's file. Nothing was saved; try again in a moment."
    ),
    "SQLITE_READONLY": N_(
        "The shop's file cannot be written. Allow writing to its folder, then try again."
    ),
    "SQLITE_READONLY_DBMOVED": N_(
        "The shop's file was moved or replaced while ShopDesk was open. Nothing was saved;"
        " close ShopDesk, put the file back and start again."
    ),
    "SQLITE_CANTOPEN": N_("The shop's file cannot be opened. Check that its folder is there."),
    "SQLITE_FULL": N_("The disk is full. Nothing was saved; free some space, then try again."),
    "SQLITE_IOERR": N_(
        "The disk did not answer. Nothing was saved; check the disk, then try again."
    ),
    "SQLITE_CORRUPT": N_(
        "The shop's file is damaged. Restore the newest backup: Settings, Backups."
    ),
    "SQLITE_NOTADB": N_("This is not a ShopDesk file, or it is damaged. Restore a backup."),
    "SQLITE_TOOBIG": N_("A text is too long to be saved. Make it shorter."),
    "SQLITE_NOMEM": N_("There is not enough memory. Close other programs, then try again."),
}


DAMAGE_WORDS = ("unsupported file format", "Could not decode to UTF-8")
"""What SQLite and its driver say of some damage without giving it a name of its own."""


def sentence_of(error: BaseException, path: Path) -> str | None:
    """Return what a driver's error means for a person, or None where it is our bug."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if any(words in str(error) for words in DAMAGE_WORDS):
        name = "SQLITE_CORRUPT"
    known = [key for key in SENTENCES if name.startswith(key)]
    if not known:
        return None
    if name.startswith("SQLITE_IOERR") and _space_is_low(path):
        return _(SENTENCES["SQLITE_FULL"])
    return _(SENTENCES[max(known, key=len)])


def _space_is_low(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < LOW_SPACE_BYTES
    except OSError:
        return False


@contextmanager
def driver_errors_as_sentences(path: Path) -> Iterator[None]:
    """Raise StorageError for trouble of the environment met inside the block."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite tells of damage in the damaged words themselves
        raise StorageError(_(SENTENCES["SQLITE_CORRUPT"])) from error
    except driver.Error as error:
        sentence = sentence_of(error, path)
        if sentence is None:
            raise
        raise StorageError(sentence) from error
