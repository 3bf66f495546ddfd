"""What a file from outside may be, looked at before anything is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shopdesk.errors import DomainError, StorageError
from shopdesk.i18n import _

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_PARTS = 2_000
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_RATIO = 200
SMALL_PART_BYTES = 1024 * 1024
"""Smaller parts may be packed as tightly as they like."""

MAX_ROWS = 500_000
MAX_COLUMNS = 200

# A cell beyond column GR (200) or row 500,000: readers make room for all cells before it.
_FAR_CELL = re.compile(
    rb"""\br\s*=\s*["'](?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])\d|"""
    rb"""\br\s*=\s*["'][A-Z]{0,3}(?:\d{7,}|[5-9]\d{5})["']"""
)
_CHUNK_BYTES = 1 << 20
# RuntimeError: a locked part; NotImplementedError, ValueError: a list of parts that lies.
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_OVERLAP_BYTES = 64


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Tell of a file that is missing, may not be read, or goes away while it is read.

    Raises:
        StorageError: In place of what the operating system says inside the block.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(
            _("The file {name} cannot be read. Check that it is still there.").format(
                name=path.name or path
            )
        ) from error


def check_size(path: Path) -> None:
    """Refuse an empty file, or one that is larger than any export."""
    size = path.stat().st_size
    if not size:
        raise DomainError(_("The file is empty."))
    if size > MAX_FILE_BYTES:
        raise DomainError(
            _("The file is larger than {limit} MB. Export a shorter period.").format(
                limit=MAX_FILE_BYTES // 1024 // 1024
            )
        )


def too_long() -> DomainError:
    """Return what to tell about a table with too many rows or columns."""
    return DomainError(
        _(
            "The table has more than {rows} rows or {columns} columns. Export a shorter period."
        ).format(rows=MAX_ROWS, columns=MAX_COLUMNS)
    )


def check_workbook(path: Path) -> None:
    """Refuse an .xlsx file that would unpack to far more than it seems.

    Raises:
        DomainError: Too many parts, too much inside, doubled or locked parts, cells far out.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if not _is_harmless(parts):
                raise _suspicious()
            for part in parts:
                if part.filename.startswith("xl/worksheets/"):
                    _check_reach(archive, part)
    except _BROKEN_ZIP as error:
        raise damaged_workbook() from error


def damaged_workbook() -> DomainError:
    """Return what to tell about a workbook that cannot be read."""
    return DomainError(
        _("The Excel file is damaged or cut off. Export it again, or save it as CSV.")
    )


def _suspicious() -> DomainError:
    return DomainError(
        _("The Excel file holds far more than an export does, so it was not opened.")
    )


def _is_harmless(parts: list[zipfile.ZipInfo]) -> bool:
    names = {part.filename for part in parts}
    return (
        len(parts) <= MAX_PARTS
        and len(names) == len(parts)
        and sum(part.file_size for part in parts) <= MAX_UNPACKED_BYTES
        and not any(part.flag_bits & 1 for part in parts)
        and all(_is_plausible(part) for part in parts)
    )


def _is_plausible(part: zipfile.ZipInfo) -> bool:
    ratio = part.file_size / max(1, part.compress_size)
    return part.file_size <= SMALL_PART_BYTES or ratio <= MAX_RATIO


def _check_reach(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as sheet:
        tail = b""
        while chunk := sheet.read(_CHUNK_BYTES):
            if _FAR_CELL.search(tail + chunk):
                raise too_long()
            tail = chunk[-_OVERLAP_BYTES:]
