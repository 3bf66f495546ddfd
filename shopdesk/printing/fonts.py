"""The one embedded font, Chinese and Latin: loaded at the first PDF, kept for the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from shopdesk.paths import resource

FONT = "ShopDeskSans"
UNITS = 1000

_TABLE_END = "\uffff"  # ends a font's list of characters, and is none
_loading = Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """What layout asks of the font: the advance of each character that it can draw.

    `advances` counts thousandths of the type size.
    """

    advances: Mapping[str, float]

    def covers(self, character: str) -> bool:
        """Say whether the font draws `character` as itself."""
        return character in self.advances

    def width_pt(self, text: str, size_pt: float) -> float:
        """Return the width of a cleaned line: every character must be covered."""
        return sum(map(self.advances.__getitem__, text)) * size_pt / UNITS


def face() -> Face:
    """Return the font, registered with reportlab under FONT; safe from any thread."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> Face:
    font = TTFont(FONT, str(resource("fonts") / "ShopDeskSans-Regular.ttf"))
    registerFont(font)
    advances = {chr(point): advance for point, advance in font.face.charWidths.items()}
    del advances[_TABLE_END]
    return Face(advances)
