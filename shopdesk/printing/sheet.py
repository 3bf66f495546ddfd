"""Pages to draw on: points from the top left corner, one font, PDF bytes in memory at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from shopdesk import __version__
from shopdesk.printing.cleaning import one_line
from shopdesk.printing.codes import Code
from shopdesk.printing.fonts import FONT, face
from shopdesk.printing.grid import DotGrid
from shopdesk.printing.lettering import Lettering
from shopdesk.printing.streams import pack_last_page

Ink = tuple[float, float, float]
BLACK: Ink = (0, 0, 0)

_EDGE_PT = 0.8
_BOLD_STROKE = 0.032  # of the type size: the one font made bolder by its own outline
# Bytes as they are: text armour makes a file a quarter larger, and a page twice as slow.
rl_config.useA85 = 0

_WHITE = [255, 255]  # from, to: the greys of an ink picture that are left out
_ROUND = 1  # joins that grow no spikes on bold characters
_CREATOR = f"ShopDesk {__version__}"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks."""

    size_pt: float
    bold: bool = False
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Text:
    """One line at `x_pt`; `drop_pt` is how far its base line lies below its place."""

    x_pt: float
    drop_pt: float
    text: str
    style: Style

    def lowered(self, by_pt: float) -> "Text":
        """Return the same line further down."""
        return Text(self.x_pt, self.drop_pt + by_pt, self.text, self.style)


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG in a box; `drop_pt` is how far the box's upper edge lies below its place.

    Of a grey one that `is_ink` nothing is drawn where it is white: no printer dots its ground.
    """

    x_pt: float
    drop_pt: float
    width_pt: float
    height_pt: float
    content: bytes
    is_ink: bool = False


@lru_cache(maxsize=4)
def _readable(content: bytes) -> ImageReader:
    """Return a picture as reportlab takes it; the logo of a shop is on all its slips."""
    return ImageReader(BytesIO(content))


class Sheet:
    """A PDF in the making; `finish` gives its bytes, the same ones for the same drawing.

    Codes lie on whole dots of a printer with `dpi` dots to the inch.
    """

    def __init__(
        self, size_pt: tuple[float, float], title: str, author: str, lang: str, dpi: int = 203
    ) -> None:
        face()
        self._dot_pt = DotGrid(dpi).dot_pt
        self._height_pt = size_pt[1]
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            size_pt,
            pageCompression=1,
            invariant=1,
            initialFontName=FONT,  # type: ignore[arg-type] # its stub says float
            lang=lang,
        )
        self._lettering = Lettering(self._canvas)
        self._canvas.setTitle(one_line(title))
        self._canvas.setAuthor(one_line(author))
        self._canvas.setCreator(_CREATOR)
        self._canvas.setSubject(one_line(title))
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._begin_page()

    def move_to(self, x_dots: int, y_dots: int) -> None:
        """Count places from here, in dots from the page's upper left corner, till the next page."""
        self._x_dots, self._y_dots = x_dots, y_dots
        self._left_pt = x_dots * self._dot_pt
        self._top_pt = self._height_pt - y_dots * self._dot_pt

    def texts(self, pieces: Iterable[Text], y_pt: float = 0) -> None:
        """Write pieces, in reading order, at their places below `y_pt`."""
        left_pt, top_pt = self._left_pt, self._top_pt - y_pt
        for style, alike in groupby(pieces, key=lambda piece: piece.style):
            self._take(style.ink)
            if style.bold:
                self._canvas.setLineWidth(style.size_pt * _BOLD_STROKE)
            lines = (
                (left_pt + line.x_pt, top_pt - line.drop_pt, one_line(line.text)) for line in alike
            )
            block = self._lettering.block(lines, style.size_pt, outlined=style.bold)
            self._canvas.addLiteral(block)

    def box(self, x_pt: float, y_pt: float, width_pt: float, height_pt: float, ink: Ink) -> None:
        """Fill a box whose upper left corner is (`x_pt`, `y_pt`); a thin one is a line."""
        self._take(ink)
        bottom_pt = self._top_pt - y_pt - height_pt
        self._canvas.rect(self._left_pt + x_pt, bottom_pt, width_pt, height_pt, stroke=0, fill=1)

    def outline(self, x_pt: float, y_pt: float, width_pt: float, height_pt: float) -> None:
        """Draw the edge of a box whose upper left corner is (`x_pt`, `y_pt`), to tick or write."""
        self._take(BLACK)
        self._canvas.setLineWidth(_EDGE_PT)
        bottom_pt = self._top_pt - y_pt - height_pt
        self._canvas.rect(self._left_pt + x_pt, bottom_pt, width_pt, height_pt)

    def picture(self, picture: Picture, y_pt: float) -> None:
        """Draw a picture at its place below `y_pt`; the same one is kept in the PDF once."""
        bottom_pt = self._top_pt - y_pt - picture.drop_pt - picture.height_pt
        self._canvas.drawImage(
            _readable(picture.content),
            self._left_pt + picture.x_pt,
            bottom_pt,
            picture.width_pt,
            picture.height_pt,
            mask=_WHITE if picture.is_ink else None,
        )

    def code(self, code: Code, x_dots: int, y_dots: int) -> None:
        """Draw a code in black as one filled path, on whole dots from the upper left corner."""
        self._take(BLACK)
        self._canvas.saveState()
        left_pt = (self._x_dots + x_dots) * self._dot_pt
        top_pt = self._height_pt - (self._y_dots + y_dots) * self._dot_pt
        self._canvas.transform(self._dot_pt, 0, 0, -self._dot_pt, left_pt, top_pt)
        path = PDFPathObject(["n", *(f"{x} {y} {w} {h} re" for x, y, w, h in code.boxes)])
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.restoreState()

    def dots(self, length_pt: float) -> int:
        """Return a length in whole printer dots."""
        return round(length_pt / self._dot_pt)

    def next_page(self) -> None:
        """End this page and begin another."""
        self._canvas.showPage()
        pack_last_page(self._canvas)
        self._begin_page()

    def finish(self) -> bytes:
        """End the last page and return the whole PDF; the sheet is used up."""
        self._canvas.save()
        return self._file.getvalue()

    def _begin_page(self) -> None:
        self._ink = BLACK
        self._canvas.setLineJoin(_ROUND)
        self.move_to(0, 0)

    def _take(self, ink: Ink) -> None:
        if ink != self._ink:
            self._canvas.setFillColorRGB(*ink)
            self._canvas.setStrokeColorRGB(*ink)
            self._ink = ink
