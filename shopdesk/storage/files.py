"""Files that are there whole after a power loss, or not at all."""

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder

HELD_S = 2.5
"""How long a virus scanner may hold a fresh file on Windows before it counts as trouble."""

SENTENCES = {
    errno.ENOSPC: N_("The disk is full. Free some space, then try again."),
    errno.EDQUOT: N_("The disk is full. Free some space, then try again."),
    errno.EFBIG: N_("The disk takes no file of this size. Choose another disk."),
    errno.EACCES: N_("This folder cannot be written. Allow writing to it, or choose another."),
    errno.EPERM: N_("This folder cannot be written. Allow writing to it, or choose another."),
    errno.EROFS: N_("This disk is read-only. Choose a folder on another disk."),
    errno.ENOTDIR: N_("The file or its folder is gone. Check that the disk is connected."),
    errno.ENOENT: N_("The file or its folder is gone. Check that the disk is connected."),
    errno.EISDIR: N_("A folder has this name already. Choose another name."),
    errno.ENAMETOOLONG: N_("This name is too long. Choose a shorter one."),
}
OTHER = N_("The disk did not answer. Check the disk, then try again.")


_NEVER_WAITING = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
)
"""Opens no link, and comes back at once from a pipe that nobody writes into."""


class UnreadableError(OSError):
    """A file that should be read is gone, may not be read, or is no ordinary file."""


def open_ordinary(path: Path) -> BufferedReader:
    """Open a file of our own for reading; raises UnreadableError for all but an ordinary file."""
    try:
        descriptor = os.open(path, _NEVER_WAITING)
    except OSError as error:
        raise UnreadableError(*error.args) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableError(errno.EINVAL, "no ordinary file", str(path))
    return os.fdopen(descriptor, "rb")


def sync(path: Path) -> None:
    """Wait until the disk holds a file, or a folder's list of names where systems need that."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_into_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, in the place of what had it; both lie in one folder.

    Raises StorageError where a device or a pipe has the name: a file would take its place.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise StorageError(
            _("“{name}” is no ordinary file. Choose another name.").format(name=path.name)
        )
    sync(draft)
    replace_patiently(draft, path)
    sync(path.parent)


def keep_off(folder: DataFolder, path: Path) -> None:
    """Refuse to write an answer over a file that the shop lives by."""
    if folder.owns(path):
        raise StorageError(
            _("“{name}” belongs to the shop itself. Choose another name.").format(name=path.name)
        )


def replace_patiently(source: Path, target: Path) -> None:
    """Rename; where another program holds the file for a moment, wait for it."""
    deadline = time.monotonic() + HELD_S
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def system_errors_as_sentences() -> Iterator[None]:
    """Raise StorageError for what the operating system refuses inside the block."""
    try:
        yield
    except OSError as error:
        sentence = SENTENCES.get(error.errno or 0, OTHER)
        raise StorageError(_(sentence)) from error
