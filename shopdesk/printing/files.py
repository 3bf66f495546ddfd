"""Files that are written whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _

_SENTENCES = {
    errno.ENOSPC: N_("{path} was not written: the disk is full. Free some space and try again."),
    errno.EDQUOT: N_("{path} was not written: the disk is full. Free some space and try again."),
    errno.ENOENT: N_("{path} was not written: its folder is not there. Choose another folder."),
    errno.ENOTDIR: N_("{path} was not written: its folder is not there. Choose another folder."),
    errno.EISDIR: N_("{path} was not written: it is a folder. Choose another name."),
    errno.EACCES: N_(
        "{path} was not written: writing there is not allowed. Choose another folder."
    ),
    errno.EPERM: N_("{path} was not written: writing there is not allowed. Choose another folder."),
    errno.EROFS: N_("{path} was not written: writing there is not allowed. Choose another folder."),
    errno.ENAMETOOLONG: N_("{path} was not written: the name is too long. Choose a shorter one."),
}
_OTHERWISE = N_("{path} was not written ({reason}). Choose another folder or try again.")


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; on any trouble the file that was there stays.

    Raises:
        StorageError: the system refused; its sentence names the file and what to do.
    """
    try:
        _replace(path, content)
    except OSError as trouble:
        sentence = _(_SENTENCES.get(trouble.errno or 0, _OTHERWISE))
        raise StorageError(sentence.format(path=path, reason=trouble.strerror)) from trouble


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".shopdesk-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_usual_mode(name)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _take_usual_mode(name: str) -> None:
    """Give a temporary file, which only its owner may read, the mode of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
