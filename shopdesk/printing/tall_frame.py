"""Tall paper: the number and the QR code above the words, the bars and the advice below."""

from dataclasses import replace

from shopdesk.printing.breaking import cut, width_of, wrap_short
from shopdesk.printing.codes import QR_QUIET, qr_code, widest_bars
from shopdesk.printing.compact_rows import CompactColumn
from shopdesk.printing.label_sheet import Cell
from shopdesk.printing.rows import Row
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.shop_head import OWN_PT, ShopHead
from shopdesk.printing.slip_frame import (
    BAR_MODULE_PER_MM,
    MOST_MODULE_MM,
    QR_MODULE_PER_MM,
    Room,
    fitting_pt,
    own_lines,
    page_mark,
)
from shopdesk.printing.slip_rows import LEADING, SMALLEST_PT, SlipColumn, SlipType
from shopdesk.printing.slip_text import SlipText
from shopdesk.queries.paper import SlipPaper

_DESIGN_WIDTH_MM = 100
_WIDER = 0.75  # wide paper is held closer than its width says
_LOW = 1.2  # of the paper's width: below it, labels stand before what they name
_BARS_HEIGHT = 0.08  # of the paper's height
_FOOT_LINES = 0.2  # of the paper's height at most


class TallFrame:
    """Head and foot of one slip; further pages leave the shop's lines and logo away."""

    def __init__(self, cell: Cell, slip: SlipText) -> None:
        self._cell, self._slip, self._grid = cell, slip, cell.grid
        self._is_low = cell.height_pt < cell.width_pt * _LOW
        self._scale = (cell.width_mm / _DESIGN_WIDTH_MM) ** _WIDER
        self._left_pt, self._width_pt = cell.margin_pt, cell.width_pt - 2 * cell.margin_pt
        self._body = replace(slip, closing=(), advice=(), paper=SlipPaper())
        self._place_codes()
        self._place_heads()
        self._place_foot()
        self.first = self._room(self._heads[0].height_pt)
        self.others = self._room(self._heads[1].height_pt)

    def rows(self, scale: float) -> list[Row]:
        """Return the words, on high paper each part under its label."""
        column = CompactColumn if self._is_low else SlipColumn
        kind = SlipType(self._scale * scale)
        return column(kind, self._left_pt, self._width_pt).rows(self._body)

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw head and foot."""
        sheet.code(self._qr, *self._qr_at)
        sheet.texts(self._heading)
        self._heads[page > 1].draw(sheet)
        if self._bars:
            sheet.code(self._bars, *self._bars_at)
        sheet.texts((*self._foot, self._page(page_mark(page, pages))))

    def _place_codes(self) -> None:
        cell, grid = self._cell, self._grid
        module = grid.module(min(cell.width_mm * QR_MODULE_PER_MM, MOST_MODULE_MM))
        self._qr = qr_code(self._slip.number, module)
        margin, quiet = grid.dots(cell.margin_pt), QR_QUIET * module
        inset = max(margin, quiet)
        left = grid.dots(cell.width_pt) - inset - self._qr.width
        self._qr_at = (left, inset)
        self._head_room_pt = (left - quiet) * grid.dot_pt - self._left_pt
        self._qr_bottom_pt = (inset + self._qr.height + quiet) * grid.dot_pt
        widest = grid.module(cell.width_mm * BAR_MODULE_PER_MM)
        self._bars = widest_bars(
            self._slip.number,
            grid.dots(cell.width_pt),
            grid.dots(cell.height_pt * _BARS_HEIGHT),
            range(grid.least_module, widest + 1),
        )

    def _place_heads(self) -> None:
        scale, top_pt, room_pt = self._scale, self._cell.margin_pt, self._head_room_pt
        kind = Style(12 * scale)
        number_pt = fitting_pt(self._slip.number, room_pt, 30 * scale)
        self._heading = (
            self._line(cut(self._slip.title, room_pt, kind.size_pt), top_pt + 9 * scale, kind),
            self._line(self._slip.number, top_pt + 36 * scale, Style(number_pt, bold=True)),
        )
        paper = self._slip.paper
        if self._is_low:
            lines = own_lines(paper.lines, room_pt, max(SMALLEST_PT, OWN_PT * scale))
            paper = replace(paper, lines=lines)
        room = Room(self._left_pt, top_pt + 41.5 * scale, room_pt, self._cell.height_pt)
        self._heads = tuple(
            ShopHead(self._slip.shop, each, room, scale) for each in (paper, SlipPaper())
        )

    def _place_foot(self) -> None:
        slip, scale = self._slip, self._scale
        style = Style(max(SMALLEST_PT, 7.2 * scale))
        number = Style(11 * scale, bold=True)
        line_pt = style.size_pt * LEADING
        lines = self._foot_lines((*slip.closing, *slip.advice, slip.paper.foot), style.size_pt)
        small_pt = self._cell.height_pt - self._cell.margin_pt - len(lines) * line_pt
        self._number_pt = small_pt - 4 * scale
        self._foot = (
            self._centred(slip.number, self._number_pt, number),
            *(
                self._centred(line, small_pt + (place + 0.8) * line_pt, style)
                for place, line in enumerate(lines)
            ),
        )
        self._page_style = Style(style.size_pt, bold=True)
        bottom = self._grid.dots(self._number_pt - number.size_pt * 1.1)
        top = bottom - (self._bars.height if self._bars else 0)
        width = self._bars.width if self._bars else 0
        self._bars_at = ((self._grid.dots(self._cell.width_pt) - width) // 2, top)
        self._foot_top_pt = top * self._grid.dot_pt - 3 * scale

    def _foot_lines(self, texts: tuple[str, ...], size_pt: float) -> list[str]:
        most = max(3, int(self._cell.height_pt * _FOOT_LINES / (size_pt * LEADING)))
        lines: list[str] = []
        for text in filter(None, texts):
            lines += wrap_short(text, self._width_pt, size_pt, max(1, most - len(lines)))
        return lines

    def _room(self, shop_pt: float) -> Room:
        scale = self._scale
        words_pt = self._cell.margin_pt + 41.5 * scale + shop_pt + 6.5 * scale
        top_pt = max(self._qr_bottom_pt, words_pt)
        return Room(self._left_pt, top_pt, self._width_pt, self._foot_top_pt - top_pt)

    def _page(self, mark: str) -> Text:
        style = self._page_style
        right_pt = self._left_pt + self._width_pt
        return Text(right_pt - width_of(mark, style.size_pt), self._number_pt, mark, style)

    def _line(self, text: str, base_pt: float, style: Style) -> Text:
        return Text(self._left_pt, base_pt, text, style)

    def _centred(self, text: str, base_pt: float, style: Style) -> Text:
        left_pt = self._left_pt + (self._width_pt - width_of(text, style.size_pt)) / 2
        return Text(left_pt, base_pt, text, style)
