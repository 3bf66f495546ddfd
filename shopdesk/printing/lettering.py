"""Lines of text as a PDF's own operators, written straight.

reportlab's text object measures every line again and formats every number in Python, which
was a third of a slip's time; what letters a page needs of the font is still reportlab's to keep.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shopdesk.printing.fonts import FONT

Line = tuple[float, float, str]
"""x and y of its base line's start, in points from the lower left corner; cleaned text."""

_KEPT = 1024
"""How many texts a document remembers: labels and addresses stand on all the slips of a run."""

_FILL = 0
_FILL_AND_STROKE = 2


class Lettering:
    """Writes lines in the one font, and enters their letters in one canvas's document."""

    def __init__(self, canvas: Canvas) -> None:
        document: PDFDocument = canvas._doc  # type: ignore[attr-defined] # noqa: SLF001 - nowhere public
        font = getFont(FONT)
        assert isinstance(font, TTFont)  # noqa: S101 - as it was registered
        self._shown = lru_cache(_KEPT)(partial(_show, font, document))

    def block(self, lines: Iterable[Line], size_pt: float, *, outlined: bool) -> str:
        """Return one text block, placed to a hundredth of a point.

        `outlined` letters are stroked in the present line width as well.
        """
        mode = _FILL_AND_STROKE if outlined else _FILL
        return f"BT {mode} Tr {' '.join(self._operators(lines, size_pt))} {_FILL} Tr ET"

    def _operators(self, lines: Iterable[Line], size_pt: float) -> Iterator[str]:
        present = None
        for x_pt, y_pt, text in lines:
            yield f"1 0 0 1 {x_pt:.2f} {y_pt:.2f} Tm"
            for name, letters in self._shown(text):
                if name != present:
                    present = name
                    yield f"{name} {size_pt:g} Tf"
                yield letters


def _show(font: TTFont, document: PDFDocument, text: str) -> list[tuple[str, str]]:
    """Return the operators that show a text, each with the font that it takes letters from."""
    return [
        (font.getSubsetInternalName(subset, document), f"<{letters.hex()}> Tj")
        for subset, letters in font.splitString(text, document)
    ]
