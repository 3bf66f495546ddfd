"""Head and foot of a return slip: its number as large as the sheet allows, and both codes."""

from dataclasses import dataclass

from shopdesk.printing.breaking import cut, width_of, wrap
from shopdesk.printing.codes import QR_QUIET, Code, qr_code, widest_bars
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.sizes import DOT_PT, PaperSize
from shopdesk.printing.slip_rows import LEADING, SMALLEST_PT
from shopdesk.printing.slip_text import SlipText

_DESIGN_WIDTH_MM = 100
_QR_MODULE_PER_MM = 0.07
_BAR_MODULE_PER_MM = 0.03
_QR_MODULES = 21  # of the smallest code, which holds twenty characters
_HEAD_PT = 60
_BARS_HEIGHT = 0.08  # of the sheet's height


@dataclass(frozen=True, slots=True)
class SlipFoot:
    """The bars, the number under them and the advice to the buyer, from `top_pt` down."""

    top_pt: float
    bars: Code
    bars_at: tuple[int, int]
    number: Text
    advice: tuple[Text, ...]
    page_right_pt: float

    def draw(self, sheet: Sheet, page: str) -> None:
        """Draw the foot, with `page` ("1 / 2") at the right of the number."""
        style = Style(self.advice[0].style.size_pt if self.advice else SMALLEST_PT, bold=True)
        left_pt = self.page_right_pt - width_of(page, style.size_pt)
        sheet.code(self.bars, *self.bars_at)
        sheet.texts((self.number, Text(left_pt, self.number.drop_pt, page, style), *self.advice))


class SlipFrame:
    """Where head, middle and foot of a slip lie on one size of sheet."""

    def __init__(self, size: PaperSize) -> None:
        self.scale = (size.width_mm / _DESIGN_WIDTH_MM) ** 0.75  # wide paper is held closer
        self.left_pt = size.margin_pt
        self.width_pt = size.width_pt - 2 * size.margin_pt
        self.bottom_pt = size.height_pt - size.margin_pt
        self._size = size
        self._module = round(size.width_mm * _QR_MODULE_PER_MM)
        qr_pt = (_QR_MODULES + QR_QUIET) * self._module * DOT_PT
        self.middle_pt = size.margin_pt + max(qr_pt, _HEAD_PT * self.scale)

    def draw_head(self, sheet: Sheet, slip: SlipText) -> None:
        """Draw kind, number and shop at the left, the QR code at the right."""
        code = qr_code(slip.number, self._module)
        left = _dots(self.left_pt + self.width_pt) - code.width
        sheet.code(code, left, _dots(self.left_pt))
        room_pt = (left - QR_QUIET * self._module) * DOT_PT - self.left_pt
        sheet.texts(self._head_texts(slip, room_pt))

    def _head_texts(self, slip: SlipText, room_pt: float) -> tuple[Text, ...]:
        kind, shop = Style(12 * self.scale), Style(9.5 * self.scale)
        number = Style(_fitting_pt(slip.number, room_pt, 30 * self.scale), bold=True)
        top_pt = self.left_pt
        return (
            self._line(cut(slip.title, room_pt, kind.size_pt), top_pt + 9 * self.scale, kind),
            self._line(slip.number, top_pt + 36 * self.scale, number),
            self._line(cut(slip.shop, room_pt, shop.size_pt), top_pt + 51 * self.scale, shop),
        )

    def foot(self, slip: SlipText) -> SlipFoot:
        """Return the foot, built up from the lower margin."""
        style = Style(max(SMALLEST_PT, 7.2 * self.scale))
        number = Style(11 * self.scale, bold=True)
        lines = [line for text in slip.advice for line in wrap(text, self.width_pt, style.size_pt)]
        advice_pt = self.bottom_pt - len(lines) * style.size_pt * LEADING
        number_pt = advice_pt - 4 * self.scale
        bars_bottom = _dots(number_pt - number.size_pt * 1.1)
        bars = self._bars(slip.number)
        bars_top = bars_bottom - bars.height
        return SlipFoot(
            top_pt=bars_top * DOT_PT - 3 * self.scale,
            bars=bars,
            bars_at=((_dots(self._size.width_pt) - bars.width) // 2, bars_top),
            number=self._centred(slip.number, number_pt, number),
            advice=tuple(
                self._centred(line, advice_pt + (place + 0.8) * style.size_pt * LEADING, style)
                for place, line in enumerate(lines)
            ),
            page_right_pt=self.left_pt + self.width_pt,
        )

    def _bars(self, number: str) -> Code:
        height = _dots(self._size.height_pt * _BARS_HEIGHT)
        module = round(self._size.width_mm * _BAR_MODULE_PER_MM)
        return widest_bars(number, _dots(self._size.width_pt), height, module)

    def _line(self, text: str, base_pt: float, style: Style) -> Text:
        return Text(self.left_pt, base_pt, text, style)

    def _centred(self, text: str, base_pt: float, style: Style) -> Text:
        left_pt = self.left_pt + (self.width_pt - width_of(text, style.size_pt)) / 2
        return Text(left_pt, base_pt, text, style)


def _dots(length_pt: float) -> int:
    return int(length_pt / DOT_PT + 0.001)


def _fitting_pt(text: str, room_pt: float, largest_pt: float) -> float:
    """Return the largest size, up to `largest_pt`, at which `text` fits."""
    return min(largest_pt, room_pt / width_of(text, 1))
