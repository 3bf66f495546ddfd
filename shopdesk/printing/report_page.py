"""The pages of a report: its head on the first, tables over as many as needed, a foot on each."""

from collections.abc import Iterable
from dataclasses import replace

from shopdesk.printing.breaking import cut, width_of, wrap_short
from shopdesk.printing.palette import LINE, MUTED, TEXT
from shopdesk.printing.rows import Row, Rules, draw_rows, pages_of
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.shop_head import ShopHead
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_frame import Room
from shopdesk.queries.paper import SlipPaper

_MAKER = "ShopDesk"
_TITLE = Style(22, ink=TEXT)
_PLAIN = Style(9.5, ink=MUTED)
_FIRST_SENTENCE = Style(13, ink=TEXT)
_SENTENCE = Style(10.5, ink=TEXT)
_FOOT = Style(8, ink=MUTED)
_BETWEEN_PT = 24
_MOST_LINES = 3
_HEAD_SCALE = 1.2


class ReportPage:
    """Draws on one sheet after the other; the parts return where they end."""

    def __init__(self, size: PaperSize, sheet: Sheet) -> None:
        self.sheet = sheet
        self.left_pt = size.margin_pt
        self.width_pt = size.width_pt - 2 * size.margin_pt
        self.top_pt = size.margin_pt
        self._foot_pt = size.height_pt - size.margin_pt + 8
        self._tables_end_pt = self._foot_pt - 22

    def letterhead(self, shop: str, paper: SlipPaper) -> float:
        """Draw a shop's logo and own lines beside its name; return where a heading may begin."""
        room = Room(self.left_pt, self.top_pt, self.width_pt, self._foot_pt - self.top_pt)
        head = ShopHead(shop, paper, room, _HEAD_SCALE)
        head.draw(self.sheet)
        return self.top_pt + head.height_pt + _BETWEEN_PT / 2

    def heading(self, title: str, about: str, made: str, top_pt: float | None = None) -> float:
        """Draw title, what it is about, and when it was made, ruled off below."""
        top_pt = self.top_pt if top_pt is None else top_pt
        self._title(title, top_pt + 18)
        self.write_right(made, top_pt + 36, _PLAIN)
        room_pt = self.width_pt - width_of(made, _PLAIN.size_pt) - _BETWEEN_PT
        base_pt = top_pt + 36
        for line in wrap_short(about, room_pt, _PLAIN.size_pt, _MOST_LINES):
            self.write(line, base_pt, _PLAIN)
            base_pt += _PLAIN.size_pt * 1.4
        self.sheet.box(self.left_pt, base_pt - 3, self.width_pt, 1, LINE)
        return base_pt + 9

    def _title(self, title: str, base_pt: float) -> None:
        """Draw a title as large as leaves room for who made it."""
        room_pt = self.width_pt - width_of(_MAKER, _PLAIN.size_pt) - _BETWEEN_PT
        size_pt = min(_TITLE.size_pt, room_pt / max(1, width_of(title, 1)))
        self.write(title, base_pt, replace(_TITLE, size_pt=size_pt))
        self.write_right(_MAKER, base_pt, _PLAIN)

    def sentences(self, sentences: Iterable[str], top_pt: float) -> float:
        """Draw sentences one under the other, the first of them large."""
        style = _FIRST_SENTENCE
        for sentence in sentences:
            for line in wrap_short(sentence, self.width_pt, style.size_pt, _MOST_LINES):
                top_pt += style.size_pt * 1.4
                self.write(line, top_pt - style.size_pt * 0.3, style)
            style = _SENTENCE
        return top_pt + 14

    def tables(self, rows: Iterable[Row], top_pt: float, foot: str) -> int:
        """Draw rows from page to page, and the foot line of every page; return how many."""
        first_pt, next_pt = self._tables_end_pt - top_pt, self._tables_end_pt - self.top_pt
        pages = pages_of(rows, first_pt, next_pt)
        for number, on_page in enumerate(pages, start=1):
            if number > 1:
                self.sheet.next_page()
                top_pt = self.top_pt
            draw_rows(self.sheet, on_page, top_pt, Rules(self.left_pt, self.width_pt, LINE))
            self._foot(foot, f"{number} / {len(pages)}")
        return len(pages)

    def write(self, text: str, base_pt: float, style: Style) -> None:
        """Write a line at the left."""
        self.sheet.texts([Text(self.left_pt, base_pt, text, style)])

    def write_right(self, text: str, base_pt: float, style: Style) -> None:
        """Write a line that ends at the right."""
        left_pt = self.left_pt + self.width_pt - width_of(text, style.size_pt)
        self.sheet.texts([Text(left_pt, base_pt, text, style)])

    def _foot(self, foot: str, page: str) -> None:
        self.sheet.box(self.left_pt, self._foot_pt - 14, self.width_pt, 0.7, LINE)
        room_pt = self.width_pt - width_of(page, _FOOT.size_pt) - _BETWEEN_PT
        self.write(cut(foot, room_pt, _FOOT.size_pt), self._foot_pt, _FOOT)
        self.write_right(page, self._foot_pt, _FOOT)
