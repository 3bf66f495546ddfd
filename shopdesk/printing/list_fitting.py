"""The size of a list's type: the largest that leaves it on one page, then room to write."""

from collections.abc import Callable, Sequence

from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.rows import Row, height_of
from shopdesk.printing.sizes import PaperSize

RowsOn = Callable[[ListLayout], list[Row]]
"""Lays one list out."""

_MOST_AIR = 2.6
_TIGHTER = 0.85  # of the height that type of another size should need, it may need at least
_NEARLY = 0.99


class ListFitting:
    """Fits the lists of one run; `growths` are the sizes of type from the largest."""

    def __init__(self, size: PaperSize, dpi: int, growths: Sequence[float]) -> None:
        self._size, self._dpi, self._growths = size, dpi, growths

    def laid(self, rows_on: RowsOn) -> tuple[ListLayout, list[Row]]:
        """Return a list as it fits one page best; one that fills more has the usual type."""
        usual = self._layout(1)
        rows = rows_on(usual)
        usual_pt = _height_pt(rows) * _TIGHTER
        for growth in (each for each in self._growths if usual_pt * each <= usual.room_pt):
            layout = self._layout(growth)
            grown = rows_on(layout)
            if _height_pt(grown) <= layout.room_pt:
                return self._airy(growth, _height_pt(grown), rows_on) or (layout, grown)
        return usual, rows

    def _airy(
        self, growth: float, height_pt: float, rows_on: RowsOn
    ) -> tuple[ListLayout, list[Row]] | None:
        """Return a list with as much more room to write as the page has; None where it has none.

        `height_pt` is how high it is without.
        """
        airiest = self._layout(growth, _MOST_AIR)
        rows = rows_on(airiest)
        more_pt = _height_pt(rows) - height_pt
        if height_pt + more_pt <= airiest.room_pt or more_pt <= 0:
            return airiest, rows
        share = (airiest.room_pt - height_pt) / more_pt * _NEARLY
        layout = self._layout(growth, 1 + (_MOST_AIR - 1) * share)
        rows = rows_on(layout)
        return (layout, rows) if _height_pt(rows) <= layout.room_pt else None

    def _layout(self, growth: float, air: float = 1) -> ListLayout:
        return ListLayout(self._size, self._dpi, growth, air)


def _height_pt(rows: Sequence[Row]) -> float:
    """Return how high rows are; white at their end needs no room."""
    white_pt = rows[-1].height_pt if rows and not rows[-1].texts else 0
    return height_of(rows) - white_pt
