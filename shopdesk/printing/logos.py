"""A shop's logo: a picture that a person chose made fit for paper, and read back for it."""

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.printing.pictures import BROKEN, on_white
from shopdesk.rules.evidence import MAX_PIXELS
from shopdesk.rules.logos import MOST_BYTES, MOST_HEIGHT_PX, MOST_WIDTH_PX

LOGO_PX = 600
"""So many dots along the longer side: 50 mm at 300 dots to the inch."""

MOST_CHOSEN_BYTES = 20_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_GREYS = (256, 16, 2)
"""With how many greys a logo is tried, until it is small enough."""


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
            if image.width * image.height > MAX_PIXELS:
                return None
            image.thumbnail((LOGO_PX, LOGO_PX))
            return _logo(_grey_on_white(image))
    except BROKEN:
        return None


def normalised_logo(content: bytes) -> bytes:
    """Return a chosen picture as a grey PNG, upright, on white, within the bounds of rules.logos.

    Raises FieldError at `logo` for what is no picture, is broken or too large.
    """
    if len(content) > MOST_CHOSEN_BYTES:
        raise _too_large()
    grey = _chosen(content)
    for greys in _GREYS:
        png = _png(_with_greys(grey, greys))
        if len(png) <= MOST_BYTES:
            return png
    raise _too_large()


def _chosen(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd notes beside the pixels do not matter
            return _upright_grey(content)
    except BROKEN as error:
        raise FieldError(
            "logo", _("This picture cannot be read. Save it as PNG or JPEG and choose it again.")
        ) from error


def _upright_grey(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content), formats=_FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_large()
        image.draft("L", (2 * MOST_WIDTH_PX, 2 * MOST_WIDTH_PX))  # a JPEG: a part of its size
        grey = _grey_on_white(ImageOps.exif_transpose(image))
        grey.thumbnail((MOST_WIDTH_PX, MOST_HEIGHT_PX))
        return grey


def _grey_on_white(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # sixteen bits: converting them at once would cut them off
        return image.convert("I").point(lambda level: level / 257).convert("L")
    return on_white(image, "L")


def _with_greys(grey: Image.Image, greys: int) -> Image.Image:
    step = 255 / (greys - 1)
    return grey.point([round(round(level / step) * step) for level in range(256)])


def _logo(image: Image.Image) -> Logo:
    return Logo(_png(image), image.width, image.height)


def _png(grey: Image.Image) -> bytes:
    """Return the pixels alone, without what else a picture brought along."""
    bare = Image.new("L", grey.size)
    bare.paste(grey)
    file = BytesIO()
    bare.save(file, "PNG")
    return file.getvalue()


def _too_large() -> FieldError:
    return FieldError("logo", _("This picture is too large. Make it smaller and choose it again."))
