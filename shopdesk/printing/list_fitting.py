"""The size of a list's type: the largest that leaves it on one page, then room to write."""

from collections.abc import Callable, Iterable

from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.rows import Row, height_of
from shopdesk.printing.sizes import PaperSize

RowsOn = Callable[[ListLayout], list[Row]]
"""Lays one list out."""

_USUAL = 1.0
_AIRS = 2.6, 2.1, 1.7, 1.3


class ListFitting:
    """Fits the lists of one run; `growths` are the sizes of type from the largest."""

    def __init__(self, size: PaperSize, dpi: int, growths: Iterable[float]) -> None:
        self._usual = ListLayout(size, dpi)
        self._tried = [
            (ListLayout(size, dpi, growth), [ListLayout(size, dpi, growth, air) for air in _AIRS])
            for growth in growths
        ]

    def laid(self, rows_on: RowsOn) -> tuple[ListLayout, list[Row]]:
        """Return a list as it fits one page best; one that fills more has the usual type."""
        for layout, airier in self._tried:
            rows = rows_on(layout)
            if _fits(layout, rows):
                return _airiest(airier, rows_on) or (layout, rows)
        return self._usual, rows_on(self._usual)


def _airiest(layouts: Iterable[ListLayout], rows_on: RowsOn) -> tuple[ListLayout, list[Row]] | None:
    laid = ((layout, rows_on(layout)) for layout in layouts)
    return next(((layout, rows) for layout, rows in laid if _fits(layout, rows)), None)


def _fits(layout: ListLayout, rows: list[Row]) -> bool:
    """Say whether rows stand on one page; white at their end needs no room."""
    white_pt = rows[-1].height_pt if rows and not rows[-1].texts else 0
    return height_of(rows) - white_pt <= layout.room_pt
