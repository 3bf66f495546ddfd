"""Photos that nobody took: small PNG files, put together from a few coloured rectangles."""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from shopdesk.rules.evidence import StoredFile

WIDTH, HEIGHT = 240, 180
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS_RGB = (8, 2, 0, 0, 0)
EIGHT_BITS_GREY = (8, 0, 0, 0, 0)

Colour = tuple[int, int, int]

_TABLE, _BOX, _TAPE, _DARK = (222, 214, 202), (176, 138, 96), (214, 186, 142), (70, 50, 36)
_CLOTH, _FOLD, _SEAM = (108, 132, 150), (120, 146, 164), (232, 236, 238)
_MUG, _SHELF = (236, 232, 222), (198, 204, 208)


class Patch(NamedTuple):
    """A rectangle of one colour; the right and the lower edge are outside it."""

    colour: Colour
    left: int
    top: int
    right: int
    bottom: int


_BOXED = (
    Patch(_TABLE, 0, 0, WIDTH, HEIGHT),
    Patch(_BOX, 40, 40, 200, 150),
    Patch(_TAPE, 112, 40, 128, 150),
)
_CRUSHED = (
    *_BOXED,
    *(Patch(_DARK, 150 + 9 * n, 40 + 5 * n, 160 + 7 * n, 47 + 6 * n) for n in range(6)),
)
_CRACKED = (
    Patch(_SHELF, 0, 0, WIDTH, HEIGHT),
    Patch(_MUG, 80, 40, 160, 150),
    Patch(_MUG, 160, 70, 185, 120),
    Patch(_SHELF, 160, 82, 173, 108),
    *(Patch(_DARK, 110 + 4 * (n % 3), 40 + 8 * n, 113 + 4 * (n % 3), 50 + 8 * n) for n in range(9)),
)
_TORN = (
    Patch(_CLOTH, 0, 0, WIDTH, HEIGHT),
    *(Patch(_FOLD, 20 * n, 0, 20 * n + 8, HEIGHT) for n in range(12)),
    Patch(_SEAM, 60, 84, 180, 96),
    Patch(_DARK, 80, 88, 160, 92),
)
_LABELLED = (
    Patch(_BOX, 0, 0, WIDTH, HEIGHT),
    Patch(_SEAM, 60, 30, 190, 150),
    *(Patch(_DARK, 70 + 9 * n, 105, 73 + 9 * n + n % 3, 140) for n in range(12)),
    *(Patch(_FOLD, 70, 42 + 14 * n, 170 - 20 * n, 48 + 14 * n) for n in range(4)),
)


class Picture:
    """A drawn photo under the name that a phone gave it; later patches lie over earlier ones."""

    def __init__(self, name: str, patches: tuple[Patch, ...]) -> None:
        self.name = name
        self._patches = patches

    @cached_property
    def data(self) -> bytes:
        """The file's content."""
        return png_file(WIDTH, EIGHT_BITS_RGB, [self._row(y) for y in range(HEIGHT)])

    @cached_property
    def stored(self) -> StoredFile:
        """What the file is called once it is kept."""
        return StoredFile(hashlib.sha256(self.data).hexdigest(), len(self.data), "png", self.name)

    def _row(self, y: int) -> bytes:
        row = bytearray(3 * WIDTH)
        for colour, left, top, right, bottom in self._patches:
            if top <= y < bottom:
                row[3 * left : 3 * right] = bytes(colour) * (right - left)
        return bytes(row)


def png_file(width: int, kind: tuple[int, ...], rows: Sequence[bytes]) -> bytes:
    """Return a PNG of rows of pixels, the uppermost first, of one of the kinds above."""
    header = struct.pack(">IIBBBBB", width, len(rows), *kind)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURES = (
    Picture("IMG_2041.png", _CRUSHED),
    Picture("IMG_2042.png", _CRACKED),
    Picture("微信图片_0731.png", _TORN),
    Picture("IMG_2077.png", _BOXED),
    Picture("label.png", _LABELLED),
)
