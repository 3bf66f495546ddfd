"""What pictures from outside have in common, photos and logos alike."""

import struct

from PIL import Image

BROKEN = (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError)
"""What Pillow says of pictures that it cannot read."""


def on_white(image: Image.Image, mode: str) -> Image.Image:
    """Return a picture in a mode without transparency; what one could see through is white."""
    if not image.has_transparency_data:
        return image.convert(mode)
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    white.alpha_composite(seen)
    return white.convert(mode)
