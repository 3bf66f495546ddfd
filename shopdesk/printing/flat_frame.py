"""Flat labels: the QR code over the number at the left, the words at the right."""

from math import sqrt

from shopdesk.printing.breaking import cut, width_of, wrap_short
from shopdesk.printing.codes import QR_QUIET, qr_code, qr_modules, widest_bars
from shopdesk.printing.compact_rows import CompactColumn
from shopdesk.printing.label_sheet import Cell
from shopdesk.printing.rows import Row
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.slip_frame import (
    BAR_MODULE_PER_MM,
    MOST_MODULE_MM,
    Room,
    fitting_pt,
    own_lines,
    page_mark,
)
from shopdesk.printing.slip_rows import LEADING, SMALLEST_PT, SlipType
from shopdesk.printing.slip_text import SlipText, joined

_DESIGN_MM = sqrt(100 * 150)
_LARGER = 0.75  # large paper is held closer than its area says
_CODES_WIDTH = 0.34  # of the label's at most
_BETWEEN_PT = 12  # number and words
_LEAST_NUMBER_PT = 5
_OWN_LINES = 2
_BARS_FROM_MM = 45
_BARS_HEIGHT = 0.1  # of the label's height


class FlatFrame:
    """The codes and the number of one slip; bars only where the label has height for them."""

    def __init__(self, cell: Cell, slip: SlipText) -> None:
        self._cell, self._slip, self._grid = cell, slip, cell.grid
        self._scale = (sqrt(cell.width_mm * cell.height_mm) / _DESIGN_MM) ** _LARGER
        self._small = Style(max(SMALLEST_PT, 7.5 * self._scale))
        self._margin = self._grid.dots(cell.margin_pt)
        module = self._widest_module()
        self._qr = qr_code(slip.number, module)
        self._inset = max(self._margin, QR_QUIET * module)
        self._words_dots = self._inset + self._qr.width + QR_QUIET * module
        self._place_number()
        self._place_bars()
        self._heading = self._heading_texts()
        self.first = self.others = self._room()

    def rows(self, scale: float) -> list[Row]:
        """Return the words, each label before what it names."""
        kind = SlipType(self._scale * scale)
        return CompactColumn(kind, self.first.left_pt, self.first.width_pt).rows(self._slip)

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw the codes, the number and the heading."""
        sheet.code(self._qr, self._inset, self._inset)
        if self._bars:
            sheet.code(self._bars, *self._bars_at)
        mark = page_mark(page, pages)
        style = self._small
        if mark:
            style = Style(fitting_pt(mark, self._number_pt, style.size_pt))
        base_pt = self._number.drop_pt + style.size_pt * LEADING
        sheet.texts((*self._heading, self._number, self._centred(mark, base_pt, style)))

    def _widest_module(self) -> int:
        """Return the dots of a module at which code and number fit the label's left part."""
        grid, cell = self._grid, self._cell
        below = grid.dots(self._small.size_pt * LEADING * 2) + self._margin
        across = grid.dots(cell.width_pt * _CODES_WIDTH)
        most = min(across, grid.dots(cell.height_pt) - below)
        least, widest = grid.least_module, grid.module(MOST_MODULE_MM)
        modules = qr_modules(self._slip.number) + QR_QUIET
        wide = (
            module
            for module in range(widest, least, -1)
            if max(self._margin, QR_QUIET * module) + modules * module <= most
        )
        return next(wide, least)

    def _place_number(self) -> None:
        cell, dot_pt = self._cell, self._grid.dot_pt
        between_pt = _BETWEEN_PT * self._scale
        least_pt = width_of(self._slip.number, _LEAST_NUMBER_PT)
        self._number_pt: float = max(
            self._words_dots * dot_pt - cell.margin_pt - between_pt, least_pt
        )
        self._codes_pt: float = cell.margin_pt + self._number_pt + between_pt
        room_pt = self._number_pt
        size_pt = fitting_pt(self._slip.number, room_pt, 30 * self._scale)
        base_pt = self._words_dots * dot_pt + size_pt
        self._number = self._centred(self._slip.number, base_pt, Style(size_pt, bold=True))

    def _place_bars(self) -> None:
        cell, grid = self._cell, self._grid
        room = grid.dots(cell.width_pt) - self._words_dots
        height = grid.dots(cell.height_pt * _BARS_HEIGHT)
        widest = grid.module(cell.width_mm * BAR_MODULE_PER_MM)
        modules = range(grid.least_module, widest + 1)
        bars = widest_bars(self._slip.number, room, height, modules)
        self._bars = bars if cell.height_mm >= _BARS_FROM_MM else None
        if self._bars:
            left = self._words_dots + (room - self._bars.width) // 2
            top = grid.dots(cell.height_pt - cell.margin_pt) - self._bars.height
            self._bars_at = (left, top)

    def _room(self) -> Room:
        cell = self._cell
        top_pt = self._heading[-1].drop_pt + self._small.size_pt * (LEADING * 1.2 - 1)
        bottom_pt = cell.height_pt - cell.margin_pt
        if self._bars:
            bottom_pt = self._bars_at[1] * self._grid.dot_pt - 3 * self._scale
        return Room(self._codes_pt, top_pt, self._width_pt, bottom_pt - top_pt)

    @property
    def _width_pt(self) -> float:
        """How wide the words may be."""
        return self._cell.width_pt - self._cell.margin_pt - self._codes_pt

    def _heading_texts(self) -> tuple[Text, ...]:
        """Return what the slip is and whose, over the shop's own lines."""
        style, width_pt = self._small, self._width_pt
        own = own_lines(self._slip.paper.lines, width_pt, style.size_pt)
        words = cut(joined(" · ", self._slip.title, self._slip.shop), width_pt, style.size_pt)
        lines = (words, *wrap_short(own, width_pt, style.size_pt, _OWN_LINES))
        first_pt = self._cell.margin_pt + style.size_pt
        return tuple(
            Text(self._codes_pt, first_pt + place * style.size_pt * LEADING, line, style)
            for place, line in enumerate(lines)
        )

    def _centred(self, text: str, base_pt: float, style: Style) -> Text:
        """Return a line in the middle of the codes' column."""
        middle_pt = self._cell.margin_pt + self._number_pt / 2
        return Text(middle_pt - width_of(text, style.size_pt) / 2, base_pt, text, style)
