"""How a list lies on its paper: where its words stand, how large they are, and its codes."""

from shopdesk.printing.codes import qr_code, widest_bars
from shopdesk.printing.grid import DotGrid
from shopdesk.printing.list_rows import ListType, Place
from shopdesk.printing.rows import CodeAt
from shopdesk.printing.sizes import POINTS_PER_MM, PaperSize

_MOST_MARGIN_MM = 12
_WIDE_PT, _WIDEST_PT = 320, 430
_LEAST_BARS_MM, _MOST_BARS_MM = 0.25, 0.4  # of a module


class ListLayout:
    """One paper at one size of type; `growth` and `air` are as in ListType."""

    def __init__(self, size: PaperSize, dpi: int, growth: float = 1, air: float = 1) -> None:
        margin_pt = min(size.margin_mm, _MOST_MARGIN_MM) * POINTS_PER_MM
        self.type = ListType(size, growth, air)
        self.place = Place(margin_pt, size.width_pt - 2 * margin_pt)
        self.grid = DotGrid(dpi)
        self.top_pt = margin_pt
        self.foot_pt = size.height_pt - margin_pt - self.type.label.size_pt * 1.6

    @property
    def is_wide(self) -> bool:
        """Whether boxes and short words have room beside each other."""
        return self.place.width_pt >= _WIDE_PT * self.type.growth

    @property
    def is_widest(self) -> bool:
        """Whether there is room for three columns, each wide enough for a number of an order."""
        return self.place.width_pt >= _WIDEST_PT * self.type.growth

    @property
    def room_pt(self) -> float:
        """How high the rows of a page may be together."""
        return self.foot_pt - self.top_pt

    def module_pt(self, wanted_mm: float) -> float:
        """Return how large a module of a code is that may be as near to `wanted_mm` as dots are."""
        return self.grid.module(wanted_mm) * self.grid.dot_pt

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
        least = grid.module(_LEAST_BARS_MM)
        most = grid.module(_MOST_BARS_MM * max(1, self.type.growth))
        room = grid.dots(room_pt)
        code = widest_bars(number, room, grid.dots(height_pt), range(least, most + 1))
        if code is None:
            return []
        return [CodeAt(self.place.left_pt, drop_pt, code.height * grid.dot_pt, code)]
