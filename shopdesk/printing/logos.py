"""A shop's logo, made small and grey for paper."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image

LOGO_PX = 600
"""So many dots along the longer side: 50 mm at 300 dots to the inch."""

_MOST_PIXELS = 40_000_000
_BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
"""What Pillow says of pictures that it cannot read."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A grey PNG of its pixels alone."""

    png: bytes
    width_px: int
    height_px: int

    def size_within(self, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Return width and height as large as a room allows, in the logo's own shape."""
        factor = min(width_pt / self.width_px, height_pt / self.height_px)
        return self.width_px * factor, self.height_px * factor


@lru_cache(maxsize=8)
def read_logo(png: bytes) -> Logo | None:
    """Return a kept logo as it is drawn; None where there is none or it cannot be read."""
    try:
        with Image.open(BytesIO(png), formats=("PNG",)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.thumbnail((LOGO_PX, LOGO_PX))
            return _logo(_grey_on_white(image))
    except _BROKEN:
        return None


def _grey_on_white(image: Image.Image) -> Image.Image:
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    white.alpha_composite(seen)
    return white.convert("L")


def _logo(image: Image.Image) -> Logo:
    file = BytesIO()
    image.save(file, "PNG")
    return Logo(file.getvalue(), image.width, image.height)
