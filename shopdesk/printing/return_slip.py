"""The return slip: what the buyer puts into the parcel, and the desk scans when it arrives."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from shopdesk.i18n import N_
from shopdesk.printing.rows import Row, Rules, draw_rows, height_of, pages_of, spread
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_frame import SlipFrame
from shopdesk.printing.slip_rows import SlipColumn, SlipType
from shopdesk.printing.slip_text import SlipText, slip_text
from shopdesk.printing.words import words_of
from shopdesk.queries.paper import ReturnSlip

SCALES = (1.15, 1, 0.87)
"""Sizes of type from the one that is read best; the largest that fits the sheet is taken."""

_WIDEST_GAP = 2.2
_PDF_LANG = {"en": "en", "zh_CN": "zh-CN", "both": "zh-CN"}


def _went_on(_done: int) -> None:
    """Take no notice of a printed slip."""


def render_return_slips(
    slips: Iterable[ReturnSlip],
    size: PaperSize,
    language: str,
    after_each: Callable[[int], object] = _went_on,
) -> bytes:
    """Return one PDF with every slip, each on as many sheets as it needs.

    `language` is a key of SLIP_LANGUAGES. `after_each` hears how many slips are done; what it
    raises ends the work.
    """
    title = words_of(language).gettext(N_("Return slips"))
    sheet = Sheet((size.width_pt, size.height_pt), title, "ShopDesk", _PDF_LANG.get(language, "en"))
    frame = SlipFrame(size)
    for done, slip in enumerate(slips, start=1):
        _print(sheet, frame, slip_text(slip, language), first=done == 1)
        after_each(done)
    return sheet.finish()


def _print(sheet: Sheet, frame: SlipFrame, slip: SlipText, *, first: bool) -> None:
    """Print one slip; `first` is the one for which the sheet already lies ready."""
    foot = frame.foot(slip)
    pages = _pages(frame, slip, foot.top_pt - frame.middle_pt)
    for number, rows in enumerate(pages, start=1):
        if number > 1 or not first:
            sheet.next_page()
        frame.draw_head(sheet, slip)
        draw_rows(sheet, rows, frame.middle_pt, Rules(frame.left_pt, frame.width_pt))
        foot.draw(sheet, f"{number} / {len(pages)}" if len(pages) > 1 else "")


def _pages(frame: SlipFrame, slip: SlipText, room_pt: float) -> list[list[Row]]:
    """Return the rows of each sheet: as few sheets as can be, then the largest type."""
    laid: dict[float, list[Row]] = {}

    def fits(scale: float) -> bool:
        laid[scale] = _rows(frame, slip, scale)
        return height_of(laid[scale]) <= room_pt

    place = bisect_left(SCALES, True, key=fits)  # what fits at one size fits at each smaller
    if place < len(SCALES):
        return [spread(laid[SCALES[place]], room_pt, _WIDEST_GAP)]
    every = (_rows(frame, slip, scale) for scale in SCALES)
    return min((pages_of(rows, room_pt, room_pt) for rows in every), key=len)


def _rows(frame: SlipFrame, slip: SlipText, scale: float) -> list[Row]:
    return SlipColumn(SlipType(frame.scale * scale), frame.left_pt, frame.width_pt).rows(slip)
