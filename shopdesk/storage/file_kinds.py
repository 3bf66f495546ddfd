"""What a file is by its content, and whether it is whole, without decoding it.

Only the frame of a format is read: marks, lengths, checksums and a picture's size in pixels. No
byte of the picture itself is decoded here, so a hostile file meets nothing that it could break.
"""

import mmap
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = {0x01, *range(0xD0, 0xD9)}
_START_OF_SCAN = 0xDA
HEAD_BYTES = 1024
"""By so many bytes a file's kind is known; a PDF's mark may have as much blank before it."""

MOST_PARTS = 100_000
"""No camera writes so many parts into one file; a crafted one would hold the program up."""

_BLANK = b"\xef\xbb\xbf\0\t\n\f\r "

_VIDEO_BRANDS = (b"isom", b"iso", b"mp4", b"avc1", b"M4V", b"3gp", b"dash", b"MSNV", b"qt  ")

Data = bytes | mmap.mmap


class BrokenFileError(Exception):
    """The file begins as its kind does, but is cut short or put together wrongly."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is: a key of rules.evidence.KINDS, and a picture's pixels (0 for others)."""

    kind: str
    pixels: int = 0


def kind_by_head(head: bytes) -> str:
    """Tell by its first kilobyte what a file seems to be, before all of it is read.

    Returns a key of rules.evidence.KINDS, for any film `mp4`; empty if it is nothing taken.
    """
    return next((kind for kind, begins, _read in _READERS if begins(head)), "")


def look_at(data: Data) -> Look | None:
    """Return what a file is, or None if it is nothing that is taken.

    Raises BrokenFileError if it is cut short or damaged as far as its frame tells.
    """
    read = next((read for _kind, begins, read in _READERS if begins(data)), None)
    try:
        return read(data) if read else None
    except (struct.error, IndexError) as error:
        raise BrokenFileError from error


def _is_jpeg(data: Data) -> bool:
    return data[:3] == b"\xff\xd8\xff"


def _is_png(data: Data) -> bool:
    return data[:8] == _PNG


def _is_webp(data: Data) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _is_pdf(data: Data) -> bool:
    """Tell a PDF by its mark; a program or a web page with the mark further on is none."""
    return data[:HEAD_BYTES].lstrip(_BLANK).startswith(b"%PDF-")


def _is_video(data: Data) -> bool:
    return data[4:8] == b"ftyp" and data[8:12].startswith(_VIDEO_BRANDS)


def _jpeg(data: Data) -> Look:
    """Walk the segments to the scan; some phones add a film after the end mark."""
    pixels = 0
    for mark, at, length in _jpeg_segments(data):
        if mark in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            pixels = width * height
        if mark == _START_OF_SCAN:
            _need(data.rfind(b"\xff\xd9", at + length) >= 0)
            break
    _need(pixels > 0)
    return Look("jpg", pixels)


def _jpeg_segments(data: Data) -> Iterator[tuple[int, int, int]]:
    """Yield each segment's mark, the place of its length, and that length."""
    at = 2
    for _part in range(MOST_PARTS):
        _need(data[at] == 0xFF)  # noqa: PLR2004 - what every mark of a JPEG begins with
        mark = data[at + 1]
        if mark == 0xFF or mark in _JPEG_ALONE:  # noqa: PLR2004
            at += 1 if mark == 0xFF else 2  # noqa: PLR2004
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        _need(length >= 2)  # noqa: PLR2004 - the length counts its own two bytes
        yield mark, at + 2, length
        at += 2 + length
    raise BrokenFileError


def _png(data: Data) -> Look:
    width, height = struct.unpack_from(">II", data, 16)
    at, name, parts = len(_PNG), b"", 0
    while name != b"IEND":
        parts += 1
        _need(parts <= MOST_PARTS)
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        _need(zlib.crc32(data[at + 4 : at + 8 + length]) == checksum)
        at += 12 + length
    _need(width * height > 0)
    return Look("png", width * height)


def _webp(data: Data) -> Look:
    (size,) = struct.unpack_from("<I", data, 4)
    _need(size + 8 <= len(data))
    width, height = _WEBP_SIZES.get(data[12:16], _no_size)(data)
    _need(width * height > 0)
    return Look("webp", width * height)


def _lossy_size(data: Data) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _lossless_size(data: Data) -> tuple[int, int]:
    (bits,) = struct.unpack_from("<I", data, 21)
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _canvas_size(data: Data) -> tuple[int, int]:
    width = int.from_bytes(data[24:27], "little")
    height = int.from_bytes(data[27:30], "little")
    return width + 1, height + 1


def _no_size(_data: Data) -> tuple[int, int]:
    raise BrokenFileError


_WEBP_SIZES = {b"VP8 ": _lossy_size, b"VP8L": _lossless_size, b"VP8X": _canvas_size}


def _pdf(data: Data) -> Look:
    tail = data[-4 * HEAD_BYTES :]
    _need(b"%%EOF" in tail)
    return Look("pdf")


def _video(data: Data) -> Look:
    """Walk the boxes: a film that was cut short lacks its index or the end of one."""
    at, names, parts = 0, set(), 0
    while at < len(data):
        parts += 1
        _need(parts <= MOST_PARTS)
        length, name = struct.unpack_from(">I4s", data, at)
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        names.add(name)
        at = len(data) if length == 0 else at + max(length, 8)
    _need(at == len(data) and b"moov" in names)
    return Look("mov" if data[8:12] == b"qt  " else "mp4")


def _need(whole: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not whole:
        raise BrokenFileError


_READERS: tuple[tuple[str, Callable[[Data], bool], Callable[[Data], Look]], ...] = (
    ("jpg", _is_jpeg, _jpeg),
    ("png", _is_png, _png),
    ("webp", _is_webp, _webp),
    ("pdf", _is_pdf, _pdf),
    ("mp4", _is_video, _video),
)
