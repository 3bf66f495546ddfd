"""The inspection sheet: what should come back, with boxes for what came and where it goes."""

from collections.abc import Callable, Iterable

from shopdesk.i18n import N_
from shopdesk.printing.drawing import MadePaper, PaperWish
from shopdesk.printing.inspection_rows import InspectionRows
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_papers import ListKind, draw_lists
from shopdesk.printing.rows import Row
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper_lists import InspectionSheet


def draw_inspection_sheets(
    document: str,
    data: Iterable[InspectionSheet],
    wish: PaperWish,
    after_each: Callable[[int], object],
) -> MadePaper:
    """Return one PDF with the sheet of every return; see `draw`."""
    return draw_lists(document, data, wish, after_each, _KIND)


def _rows(layout: ListLayout, words: SlipWords, sheet: InspectionSheet) -> list[Row]:
    return InspectionRows(layout, words).rows(sheet)


def _foot(words: SlipWords, sheet: InspectionSheet) -> str:
    return joined(" · ", words.said(N_("Inspection sheet")), sheet.number, sheet.buyer_name)


_GROWTHS = 1.6, 1.45, 1.3, 1.15, 1, 0.95, 0.9, 0.86
_KIND = ListKind(_rows, _foot, lambda sheet: [(sheet.number, sheet)], _GROWTHS)
