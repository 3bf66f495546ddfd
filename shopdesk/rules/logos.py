"""What a shop's logo may be, so that every paper can carry it."""

import struct
import zlib
from collections.abc import Iterator

MOST_BYTES = 200_000
MOST_WIDTH_PX = 800
MOST_HEIGHT_PX = 300

_HEAD = struct.Struct(">8s4x4sII")
_CHUNK = struct.Struct(">I4s")
_SUM = struct.Struct(">I")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"
_MOST_UNPACKED = (MOST_WIDTH_PX * 8 + 1) * MOST_HEIGHT_PX * 2
"""More than a picture within the bounds unpacks to: four channels of sixteen bits, interlaced."""


def is_logo(content: bytes) -> bool:
    """Tell whether it is a whole PNG within the bounds, of which every part is as it was made."""
    if not _HEAD.size <= len(content) <= MOST_BYTES or not content.endswith(_END):
        return False
    signature, chunk, width, height = _HEAD.unpack_from(content)
    return (
        (signature, chunk) == (_SIGNATURE, b"IHDR")
        and 0 < width <= MOST_WIDTH_PX
        and 0 < height <= MOST_HEIGHT_PX
        and _is_sound(content)
    )


def _is_sound(png: bytes) -> bool:
    """Tell whether the sums of all chunks are right, and the pixels can be unpacked."""
    pixels = zlib.decompressobj()
    room = _MOST_UNPACKED
    try:
        for kind, data in _chunks(png):
            if kind == b"IDAT":
                room -= len(pixels.decompress(data, max(1, room)))
    except (struct.error, zlib.error):
        return False
    return pixels.eof and room > 0


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kinds and contents of chunks; raises zlib.error where a sum is wrong."""
    at = len(_SIGNATURE)
    while at < len(png):
        length, kind = _CHUNK.unpack_from(png, at)
        end = at + _CHUNK.size + length
        (kept,) = _SUM.unpack_from(png, end)
        if zlib.crc32(png[at + 4 : end]) != kept:
            raise zlib.error(kind)
        yield kind, png[at + _CHUNK.size : end]
        at = end + _SUM.size
