"""The codes of a page as they stand in its PDF, and as a printer of so many dots draws them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image
from pypdf import PageObject
from pypdf.generic import ContentStream

from shopdesk.printers.raster import PdfPages, bitmap
from shopdesk.printing.codes import BARS_QUIET, QR_QUIET
from shopdesk.printing.grid import DotGrid

Box = tuple[int, int, int, int]

_NEARLY = 0.02  # of a dot: PDF numbers have few places
_BLACK, _WHITE = 0, 255


@dataclass(frozen=True)
class DrawnCode:
    """A code in dots from the page's upper left corner; each box is x, y, width and height."""

    left: int
    top: int
    boxes: tuple[Box, ...]

    @property
    def width(self) -> int:
        """Its whole width."""
        return max(x + width for x, _y, width, _height in self.boxes)

    @property
    def height(self) -> int:
        """Its whole height."""
        return max(y + height for _x, y, _width, height in self.boxes)

    @property
    def module(self) -> int:
        """The dots of its narrowest part."""
        return min(width for _x, _y, width, _height in self.boxes)

    @property
    def quiet(self) -> tuple[int, int]:
        """The dots that must stay white on its sides, and above and below."""
        if self.width == self.height:
            return QR_QUIET * self.module, QR_QUIET * self.module
        return BARS_QUIET * self.module, 0


def codes_of(page: PageObject, dpi: int) -> Iterator[DrawnCode]:
    """Yield the codes of a page; one that is not on whole dots of a printer is a failure."""
    dot_pt, height_pt = DotGrid(dpi).dot_pt, float(page.mediabox.height)
    corner: tuple[int, int] | None = None
    boxes: list[Box] = []
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator == b"cm":
            scale, left_pt, top_pt = (float(operands[n]) for n in (0, 4, 5))
            is_code = abs(scale / dot_pt - 1) < _NEARLY and float(operands[3]) < 0
            corner = (
                (whole(left_pt / dot_pt), whole((height_pt - top_pt) / dot_pt)) if is_code else None
            )
        elif operator == b"re" and corner:
            x, y, width, height = (whole(float(operand)) for operand in operands)
            boxes.append((x, y, width, height))
        elif operator == b"Q":
            if corner and boxes:
                yield DrawnCode(*corner, tuple(boxes))
            corner, boxes = None, []


def whole(dots: float) -> int:
    """Return a length that is one of whole dots."""
    assert abs(dots - round(dots)) < _NEARLY, f"{dots} is not a whole number of dots"
    return round(dots)


def as_printed(content: bytes, dpi: int) -> Image.Image:
    """Return the first page of a PDF as a label printer gets it."""
    dots = bitmap(PdfPages(content).dots(0, dpi))
    return Image.frombytes("1", (dots.width, dots.height), dots.rows)


def cut_out(code: DrawnCode, image: Image.Image) -> Image.Image:
    """Return what a page shows of a code with its quiet zone, which must lie on the paper.

    Paper whose height is no whole number of dots may cost bars their last row, which tells nothing.
    """
    aside, above = code.quiet
    area = (
        code.left - aside,
        code.top - above,
        code.left + code.width + aside,
        code.top + code.height + (above or -1),
    )
    assert min(area) >= 0
    assert area[2] <= image.width
    assert area[3] <= image.height
    return image.crop(area)


def drawn_alone(code: DrawnCode, width: int, height: int) -> Image.Image:
    """Return a code dot for dot on white, with its quiet zone, cut to a size."""
    aside, above = code.quiet
    alone = Image.new("1", (width, height), _WHITE)
    for x, y, wide, high in code.boxes:
        alone.paste(_BLACK, (aside + x, above + y, aside + x + wide, above + y + high))
    return alone
