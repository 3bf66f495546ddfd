"""Photos of the evidence, made small enough for paper and bare of place and camera."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from shopdesk.printing.pictures import BROKEN, on_white
from shopdesk.rules.evidence import MAX_PIXELS

_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""The only reader that a kept kind is given to, so that a file never chooses another."""

_QUALITY = 80


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG of its pixels alone."""

    jpeg: bytes
    width_px: int
    height_px: int


def read_photo(path: Path, kind: str, within_px: int) -> Photo | None:
    """Return a kept picture upright and no larger than asked; None if it cannot be shown."""
    try:
        with Image.open(path, formats=(_FORMATS[kind],)) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            image.draft("RGB", (within_px, within_px))  # a JPEG is read at a part of its size
            image.thumbnail((within_px, within_px))
            return _photo(on_white(ImageOps.exif_transpose(image), "RGB"))
    except BROKEN:
        return None


def _photo(image: Image.Image) -> Photo:
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    file = BytesIO()
    bare.save(file, "JPEG", quality=_QUALITY)
    return Photo(file.getvalue(), bare.width, bare.height)
