"""Who a slip is from: the shop's logo, and beside it the shop's name over its own lines."""

from shopdesk.printing.breaking import cut, wrap_short
from shopdesk.printing.logos import Logo, read_logo
from shopdesk.printing.sheet import Picture, Sheet, Style, Text
from shopdesk.printing.slip_frame import Room
from shopdesk.printing.slip_rows import SMALLEST_PT
from shopdesk.printing.slip_text import SlipText

_NAME_LINES = 2
_OWN_LINES = 4
_LOGO_WIDTH = 0.36  # of the room
_LOGO_PT = 27
_LINE = 12 / 9.5  # of the type size


class ShopHead:
    """The shop's part of a head, `height_pt` high; the name alone where it is not `whole`."""

    def __init__(self, slip: SlipText, room: Room, scale: float, *, whole: bool) -> None:
        logo = read_logo(slip.paper.logo_png) if whole and slip.paper.logo_png else None
        self._logo = _picture(logo, room, _LOGO_PT * scale) if logo else None
        indent_pt = self._logo.width_pt + 6 * scale if self._logo else 0
        name, own = Style(max(SMALLEST_PT, 9.5 * scale)), Style(max(SMALLEST_PT, 7.5 * scale))
        width_pt = room.width_pt - indent_pt
        lines = [(line, name) for line in _name_lines(slip.shop, width_pt, name, whole=whole)]
        if whole:
            own_lines = wrap_short(slip.paper.lines, width_pt, own.size_pt, _OWN_LINES)
            lines += [(line, own) for line in own_lines]
        texts_pt = sum(style.size_pt * _LINE for _line, style in lines)
        logo_pt = self._logo.height_pt + 3 * scale if self._logo else 0
        self.height_pt = max(texts_pt, logo_pt, 12 * scale)
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


def _name_lines(name: str, width_pt: float, style: Style, *, whole: bool) -> tuple[str, ...]:
    if whole:
        return wrap_short(name, width_pt, style.size_pt, _NAME_LINES)
    return tuple(filter(None, (cut(name, width_pt, style.size_pt),)))


def _picture(logo: Logo, room: Room, height_pt: float) -> Picture:
    width_pt, height_pt = logo.size_within(room.width_pt * _LOGO_WIDTH, height_pt)
    return Picture(room.left_pt, room.top_pt, width_pt, height_pt, logo.png)
