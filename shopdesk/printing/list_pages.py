"""The sheets of lists: rows on as many as they need, with page numbers of their own."""

from collections.abc import Iterable

from shopdesk.printing.breaking import cut, width_of
from shopdesk.printing.codes import qr_code, widest_bars
from shopdesk.printing.grid import DotGrid
from shopdesk.printing.list_rows import ListType, Place
from shopdesk.printing.rows import CodeAt, Row, Rules, draw_rows, pages_of
from shopdesk.printing.sheet import Sheet, Text
from shopdesk.printing.sizes import POINTS_PER_MM, PaperSize

_MOST_MARGIN_MM = 12
_WIDE_PT = 320
_BARS_MM = 0.25, 0.4
"""The narrowest and the widest module of bars."""


class ListPages:
    """Draws lists one after the other into one sheet; each begins on a page of its own."""

    def __init__(self, size: PaperSize, sheet: Sheet, dpi: int) -> None:
        margin_pt = min(size.margin_mm, _MOST_MARGIN_MM) * POINTS_PER_MM
        self.type = ListType(size)
        self.place = Place(margin_pt, size.width_pt - 2 * margin_pt)
        self.grid = DotGrid(dpi)
        self.count = 0
        self.size = size
        self.sheet = sheet
        self._top_pt = margin_pt
        self._foot_pt = size.height_pt - margin_pt - self.type.label.size_pt * 1.6

    @property
    def is_wide(self) -> bool:
        """Whether there is room for several columns of words."""
        return self.place.width_pt >= _WIDE_PT

    @property
    def room_pt(self) -> float:
        """How high the rows of a page may be together."""
        return self._foot_pt - self._top_pt

    def print(self, rows: Iterable[Row], foot: str) -> None:
        """Draw rows from a new page on, each page with `foot` and its number."""
        pages = pages_of(rows, self.room_pt, self.room_pt)
        for number, on_page in enumerate(pages, start=1):
            if self.count:
                self.sheet.next_page()
            self.count += 1
            draw_rows(self.sheet, on_page, self._top_pt, self._rules)
            self._draw_foot(foot, f"{number} / {len(pages)}")

    @property
    def _rules(self) -> Rules:
        return Rules(self.place.left_pt, self.place.width_pt)

    def _draw_foot(self, foot: str, page: str) -> None:
        style = self.type.label
        base_pt = self._foot_pt + style.size_pt * 1.4
        page_pt = width_of(page, style.size_pt)
        room_pt = self.place.width_pt - page_pt - style.size_pt
        at_right_pt = self.place.left_pt + self.place.width_pt - page_pt
        said = Text(self.place.left_pt, base_pt, cut(foot, room_pt, style.size_pt), style)
        self.sheet.texts((said, Text(at_right_pt, base_pt, page, style)))

    def square(self, number: str, module_mm: float, left_pt: float | None = None) -> CodeAt:
        """Return a QR code from `left_pt` on, or else one that ends at the right."""
        code = qr_code(number, self.grid.module(module_mm))
        side_pt = code.height * self.grid.dot_pt
        if left_pt is None:
            left_pt = self.place.left_pt + self.place.width_pt - side_pt
        return CodeAt(left_pt, 0, side_pt, code)

    def bars(self, number: str, room_pt: float, drop_pt: float, height_pt: float) -> list[CodeAt]:
        """Return bars that begin at the left, quiet zone and all; none where they do not fit."""
        grid = self.grid
        least, most = map(grid.module, _BARS_MM)
        room = grid.dots(room_pt)
        code = widest_bars(number, room, grid.dots(height_pt), range(least, most + 1))
        if code is None:
            return []
        return [CodeAt(self.place.left_pt, drop_pt, code.height * grid.dot_pt, code)]
