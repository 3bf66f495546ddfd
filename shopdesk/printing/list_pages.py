"""The sheets of lists: rows on as many as they need, with page numbers of their own."""

from collections.abc import Iterable

from shopdesk.printing.breaking import cut, width_of
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.rows import Row, Rules, draw_rows, pages_of
from shopdesk.printing.sheet import Sheet, Text


class ListPages:
    """Draws lists one after the other into one sheet; each begins on a page of its own."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.count = 0

    def print(self, layout: ListLayout, rows: Iterable[Row], foot: str) -> None:
        """Draw rows from a new page on, each page with `foot` and its number."""
        place = layout.place
        pages = pages_of(rows, layout.room_pt, layout.room_pt)
        for number, on_page in enumerate(pages, start=1):
            if self.count:
                self.sheet.next_page()
            self.count += 1
            draw_rows(self.sheet, on_page, layout.top_pt, Rules(place.left_pt, place.width_pt))
            self._draw_foot(layout, foot, f"{number} / {len(pages)}")

    def _draw_foot(self, layout: ListLayout, foot: str, page: str) -> None:
        style, place = layout.type.label, layout.place
        base_pt = layout.foot_pt + style.size_pt * 1.4
        page_pt = width_of(page, style.size_pt)
        room_pt = place.width_pt - page_pt - style.size_pt
        at_right_pt = place.left_pt + place.width_pt - page_pt
        said = Text(place.left_pt, base_pt, cut(foot, room_pt, style.size_pt), style)
        self.sheet.texts((said, Text(at_right_pt, base_pt, page, style)))
