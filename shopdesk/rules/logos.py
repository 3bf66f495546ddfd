"""What a shop's logo may be, so that every paper can carry it."""

import struct

MOST_BYTES = 200_000
MOST_WIDTH_PX = 800
MOST_HEIGHT_PX = 300

_HEAD = struct.Struct(">8s4x4sII")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"


def is_logo(content: bytes) -> bool:
    """Tell whether it is a whole PNG within the bounds, as far as its first and last bytes say."""
    if not _HEAD.size <= len(content) <= MOST_BYTES or not content.endswith(_END):
        return False
    signature, chunk, width, height = _HEAD.unpack_from(content)
    return (
        (signature, chunk) == (_SIGNATURE, b"IHDR")
        and 0 < width <= MOST_WIDTH_PX
        and 0 < height <= MOST_HEIGHT_PX
    )
