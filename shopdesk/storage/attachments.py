"""Evidence on disk: kept once by its content, whole before any row names it, never run.

    stored = store_file(desk.folder, path)            # off the window's thread
    desk.write(label, lambda s: services.evidence.attach(s, [stored], place))

A file lies as `att/ab/<sha256>.<kind>`, readable by its owner only. What is written and then named
by no row is swept after a week; see `storage.orphans`.
"""

import errno
import hashlib
import logging
import mmap
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.rules.evidence import (
    KINDS,
    MAX_BYTES,
    MAX_PIXELS,
    MEGABYTE,
    StoredFile,
    ending_of,
    harmless_name,
    kind_of_ending,
    plain_name,
)
from shopdesk.storage.file_kinds import HEAD_BYTES, BrokenFileError, Look, kind_by_head, look_at
from shopdesk.storage.files import (
    UnreadableError,
    move_into_place,
    open_ordinary,
    sync,
    system_errors_as_sentences,
)
from shopdesk.storage.room import require_room

FIELD = "evidence"
"""The field at which a refused file is told of."""

_KEPT_NAME = re.compile(rf"[0-9a-f]{{64}}\.(?:{'|'.join(KINDS)})")

DRAFTS = "incoming-*.tmp"
ABANDONED_AFTER = timedelta(days=1)

log = logging.getLogger(__name__)


def store_file(folder: DataFolder, path: Path) -> StoredFile:
    """Keep a copy of a person's file; takes about a second for 200 MB, on any thread.

    Raises FieldError for what is no evidence: too large, broken, of another kind than its name
    says or than any that is taken; StorageError for trouble with a disk. Nothing is kept then.
    """
    with system_errors_as_sentences():
        if not path.is_file():
            raise _refusal(_("“{name}” is no file. Choose a photo, a film or a PDF."), path.name)
        with path.open("rb") as source:
            return _store(folder, source, path.name)


def store_bytes(folder: DataFolder, data: bytes, name: str) -> StoredFile:
    """Keep what came without a file, such as a pasted picture; refuses as `store_file` does."""
    with system_errors_as_sentences():
        return _store(folder, BytesIO(data), name)


def place_of(root: Path, file_name: str) -> Path:
    """Return where a kept file lies below an `att` folder; `file_name` is `<sha256>.<kind>`."""
    return root / file_name[:2] / file_name


def is_kept_name(name: str) -> bool:
    """Tell whether a name is one that a kept file has."""
    return _KEPT_NAME.fullmatch(name) is not None


def kept_names(root: Path) -> Iterator[str]:
    """Yield the names of all files kept below an `att` folder, in no order."""
    return (path.name for path in root.glob("??/*") if is_kept_name(path.name) and path.is_file())


def trouble_with(root: Path, file_name: str, size: int) -> str:
    """Return a key of rules.evidence.TROUBLES if a kept file is not what it was; else empty."""
    try:
        with open_ordinary(place_of(root, file_name)) as file:
            if os.fstat(file.fileno()).st_size != size:
                return "changed"
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        if error.errno != errno.ENOENT:
            log.warning("evidence %s could not be read: %s", file_name, error)
        return "missing"
    return "" if digest == file_name.partition(".")[0] else "changed"


def size_of(root: Path, file_name: str) -> int:
    """Return how many bytes a kept file has; -1 where no ordinary file has its name."""
    try:
        found = place_of(root, file_name).lstat()
    except OSError:
        return -1
    return found.st_size if stat.S_ISREG(found.st_mode) else -1


def copy_kept(source: Path, root: Path) -> bool:
    """Copy a kept file to another `att` folder; False if it is not there whole, or unreadable."""
    try:
        with open_ordinary(source) as file, _draft_in(root) as draft:
            digest, _size = _copy(file, draft)
            if digest != source.name.partition(".")[0]:
                return False
            _settle(draft, place_of(root, source.name))
    except UnreadableError:
        return False
    return True


def _store(folder: DataFolder, source: BinaryIO, name: str) -> StoredFile:
    head = source.read(HEAD_BYTES)
    if not head:
        raise _refusal(_("“{name}” is empty. Choose another file."), name)
    kind = KINDS.get(kind_by_head(head))
    if kind is None:
        raise _stranger(name)
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    if size > kind.max_bytes:
        raise _too_large(name, kind.max_bytes)
    require_room(folder.root, size)
    with _draft_in(folder.attachments) as draft:
        digest, size = _copy(source, draft)
        look = _look(draft, name)
        _check(look, size, name)
        found = StoredFile(digest, size, look.kind, harmless_name(name, look.kind))
        _keep(folder.attachments, draft, found)
    return found


def _copy(source: BinaryIO, draft: Path) -> tuple[str, int]:
    """Copy and hash in one reading; a source that grows meanwhile does not fill the disk."""
    digest, size = hashlib.sha256(), 0
    with draft.open("wb") as target:
        while size <= MAX_BYTES and (part := _read_on(source)):
            digest.update(part)
            target.write(part)
            size += len(part)
    return digest.hexdigest(), size


def _read_on(source: BinaryIO) -> bytes:
    """Read the next part; trouble with what is read is told apart from trouble with the copy."""
    try:
        return source.read(MEGABYTE)
    except OSError as error:
        raise UnreadableError(*error.args) from error


def _look(draft: Path, name: str) -> Look:
    try:
        with draft.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            found = look_at(data)
    except BrokenFileError as error:
        raise broken(name) from error
    if found is None:
        raise broken(name)
    return found


def _stranger(name: str) -> FieldError:
    """Return what is said of a file whose content is nothing taken, whatever its name says."""
    meant = kind_of_ending(ending_of(name))
    if meant is None:
        return _refusal(
            _("“{name}” cannot be kept as evidence. Use JPEG, PNG, WebP, PDF, MP4 or MOV."), name
        )
    return _refusal(
        _("“{name}” is no {kind}, whatever its name says. Ask for the true file."),
        name,
        kind=meant.name,
    )


def broken(name: str) -> FieldError:
    """Return what is said of a file that cannot be shown."""
    return _refusal(_("“{name}” is broken or cut short. Ask for it again, or photograph it."), name)


def _check(look: Look, size: int, name: str) -> None:
    kind = KINDS[look.kind]
    ending = ending_of(name)
    if ending and ending not in kind.endings:
        raise _refusal(
            _("“{name}” is not what its name says: it is {kind}. Rename it to end in .{ending}."),
            name,
            kind=kind.name,
            ending=kind.code,
        )
    if size > kind.max_bytes:
        raise _too_large(name, kind.max_bytes)
    if look.pixels > MAX_PIXELS:
        raise _refusal(
            _("“{name}” has {pixels} megapixels; make it {most} or less, then add it again."),
            name,
            pixels=-(-look.pixels // 1_000_000),
            most=MAX_PIXELS // 1_000_000,
        )


def _keep(root: Path, draft: Path, found: StoredFile) -> None:
    """Give the draft its name; the same content is there once, and a torn one is mended."""
    if trouble_with(root, found.file_name, found.size):
        _settle(draft, place_of(root, found.file_name))
        return
    # A sweep must not take it for an orphan before the row that is about to name it.
    place_of(root, found.file_name).touch()


def _settle(draft: Path, place: Path) -> None:
    is_new = not place.parent.exists()
    place.parent.mkdir(mode=0o700, exist_ok=True)
    if is_new:
        sync(place.parent.parent)
    _make_way(place)
    move_into_place(draft, place)


def _make_way(place: Path) -> None:
    """Take away a link or a pipe that has a kept file's name; a folder is only set aside."""
    if place.is_symlink():
        place.unlink()
    elif place.is_dir():
        place.replace(place.with_name(f"{place.name}.aside-{time.time_ns()}"))
    elif place.exists() and not place.is_file():
        place.unlink()


@contextmanager
def _draft_in(root: Path) -> Iterator[Path]:
    """Lend an empty file on the same disk, which nobody else can read; gone if not moved."""
    if not root.exists():
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync(root.parent)
    handle, name = tempfile.mkstemp(dir=root, prefix="incoming-", suffix=".tmp")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def sweep_drafts(root: Path) -> None:
    """Drop what a killed program left half written."""
    limit = datetime.now(UTC) - ABANDONED_AFTER
    for path in root.glob(DRAFTS):
        with suppress(OSError):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
                path.unlink()


def _too_large(name: str, max_bytes: int) -> FieldError:
    return _refusal(
        _("“{name}” is too large. Make it {size} MB or less, then add it again."),
        name,
        size=max_bytes // MEGABYTE,
    )


def _refusal(sentence: str, name: str, **values: object) -> FieldError:
    return FieldError(FIELD, sentence.format(name=plain_name(name), **values))
