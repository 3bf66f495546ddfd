"""Lines of text as a PDF's own operators, written straight.

reportlab's text object measures every line again and formats every number in Python, which
was a third of a slip's time; what letters a page needs of the font is still reportlab's to keep.
"""

from collections.abc import Iterable, Iterator

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shopdesk.printing.fonts import FONT

Line = tuple[float, float, str]
"""x and y of its base line's start, in points from the lower left corner; cleaned text."""

_FILL = 0
_FILL_AND_STROKE = 2


class Lettering:
    """Writes lines in the one font, and enters their letters in one canvas's document."""

    def __init__(self, canvas: Canvas) -> None:
        self._document = canvas._doc  # type: ignore[attr-defined] # noqa: SLF001 - nowhere public
        font = getFont(FONT)
        assert isinstance(font, TTFont)  # noqa: S101 - as it was registered
        self._font = font

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
            for subset, letters in self._font.splitString(text, self._document):
                if subset != present:
                    present = subset
                    name = self._font.getSubsetInternalName(subset, self._document)
                    yield f"{name} {size_pt:g} Tf"
                yield f"<{letters.hex()}> Tj"
