"""Slips on their sheets: as few as can be, in the largest type that fits."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from shopdesk.printing.rows import Row, Rules, draw_rows, height_of, pages_of, spread
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_frame import SlipFrame
from shopdesk.printing.slip_rows import SlipColumn, SlipType
from shopdesk.printing.slip_text import SlipText
from shopdesk.printing.words import words_of

SCALES = (1.15, 1, 0.87)
"""Sizes of type from the one that is read best; the largest that fits the sheet is taken."""

_WIDEST_GAP = 2.2
_PDF_LANG = {"en": "en", "zh_CN": "zh-CN", "both": "zh-CN"}


def went_on(_done: int) -> None:
    """Take no notice of a printed slip."""


class SlipSheets:
    """Prints slips one after the other into one PDF; `title` is marked for translation.

    `language` is a key of SLIP_LANGUAGES, `scales` the sizes of type from the largest.
    """

    def __init__(
        self, title: str, size: PaperSize, language: str, scales: Sequence[float] = SCALES
    ) -> None:
        named = words_of(language).gettext(title)
        lang = _PDF_LANG.get(language, "en")
        self._sheet = Sheet((size.width_pt, size.height_pt), named, "ShopDesk", lang)
        self._frame = SlipFrame(size)
        self._scales = scales
        self._is_used = False

    def print_all(
        self, slips: Iterable[SlipText], after_each: Callable[[int], object] = went_on
    ) -> bytes:
        """Return the PDF with every slip, each on as many sheets as it needs.

        `after_each` hears how many slips are done; what it raises ends the work.
        """
        for done, slip in enumerate(slips, start=1):
            self._print(slip)
            after_each(done)
        return self._sheet.finish()

    def _print(self, slip: SlipText) -> None:
        frame, sheet = self._frame, self._sheet
        foot = frame.foot(slip)
        pages = self._pages(slip, foot.top_pt - frame.middle_pt)
        for number, rows in enumerate(pages, start=1):
            if self._is_used:
                sheet.next_page()
            self._is_used = True
            frame.draw_head(sheet, slip)
            draw_rows(sheet, rows, frame.middle_pt, Rules(frame.left_pt, frame.width_pt))
            foot.draw(sheet, f"{number} / {len(pages)}" if len(pages) > 1 else "")

    def _pages(self, slip: SlipText, room_pt: float) -> list[list[Row]]:
        """Return the rows of each sheet: as few sheets as can be, then the largest type."""
        laid: dict[float, list[Row]] = {}

        def fits(scale: float) -> bool:
            laid[scale] = self._rows(slip, scale)
            return height_of(laid[scale]) <= room_pt

        scales = self._scales
        place = bisect_left(scales, True, key=fits)  # what fits at one fits at each smaller
        if place < len(scales):
            return [spread(laid[scales[place]], room_pt, _WIDEST_GAP)]
        every = (self._rows(slip, scale) for scale in scales)
        return min((pages_of(rows, room_pt, room_pt) for rows in every), key=len)

    def _rows(self, slip: SlipText, scale: float) -> list[Row]:
        frame = self._frame
        column = SlipColumn(SlipType(frame.scale * scale), frame.left_pt, frame.width_pt)
        return column.rows(slip)
