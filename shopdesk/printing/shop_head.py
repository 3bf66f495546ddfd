"""Who a slip is from: the shop's logo, and beside it the shop's name over its own lines."""

from collections.abc import Iterator

from shopdesk.printing.breaking import wrap_short
from shopdesk.printing.logos import Logo, read_logo
from shopdesk.printing.sheet import Picture, Sheet, Style, Text
from shopdesk.printing.slip_frame import Room
from shopdesk.printing.slip_rows import SMALLEST_PT
from shopdesk.queries.paper import SlipPaper

_NAME_PT, _NAME_LINES = 9.5, 3
OWN_PT, _OWN_LINES = 7.5, 4
_LEAST_PT = 12
_LOGO_WIDTH = 0.3  # of the room
_LOGO_PT = 27
_LINE = 12 / 9.5  # of the type size


class ShopHead:
    """The shop's part of a head, `height_pt` high, in a room that is as high as it needs."""

    def __init__(self, shop: str, paper: SlipPaper, room: Room, scale: float) -> None:
        logo = read_logo(paper.logo_png) if paper.logo_png else None
        self._logo = _picture(logo, room, _LOGO_PT * scale) if logo else None
        indent_pt = self._logo.width_pt + 6 * scale if self._logo else 0
        logo_pt = self._logo.height_pt + 3 * scale if self._logo else 0
        lines = list(_lines(shop, paper.lines, room.width_pt - indent_pt, scale))
        texts_pt = sum(style.size_pt * _LINE for _line, style in lines)
        self.height_pt = max(texts_pt, logo_pt, _LEAST_PT * scale)
        base_pt = room.top_pt + (self.height_pt - texts_pt) / 2
        self._texts = []
        for line, style in lines:
            self._texts.append(Text(room.left_pt + indent_pt, base_pt + style.size_pt, line, style))
            base_pt += style.size_pt * _LINE

    def draw(self, sheet: Sheet) -> None:
        """Draw the logo and the lines."""
        if self._logo:
            sheet.picture(self._logo, 0)
        sheet.texts(self._texts)


def _lines(shop: str, own: str, width_pt: float, scale: float) -> Iterator[tuple[str, Style]]:
    parts = ((shop, _NAME_PT, _NAME_LINES), (own, OWN_PT, _OWN_LINES))
    for text, size_pt, most in parts:
        style = Style(max(SMALLEST_PT, size_pt * scale))
        for line in wrap_short(text, width_pt, style.size_pt, most):
            yield line, style


def _picture(logo: Logo, room: Room, height_pt: float) -> Picture:
    width_pt, height_pt = logo.size_within(room.width_pt * _LOGO_WIDTH, height_pt)
    return Picture(room.left_pt, room.top_pt, width_pt, height_pt, logo.png, is_ink=True)
