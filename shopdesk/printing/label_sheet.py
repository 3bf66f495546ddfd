"""Where slips lie: each on a sheet of its own, or on the labels of a sheet, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice

from shopdesk.printing.grid import DotGrid
from shopdesk.printing.papers import sheet_size
from shopdesk.printing.sizes import POINTS_PER_MM, PaperSize
from shopdesk.rules.label_sheets import LabelSheet

_HUNDREDTH_PT = POINTS_PER_MM / 100
_MARGIN = 0.06  # of a label's shorter side
_LEAST_MARGIN_MM, _MOST_MARGIN_MM = 1.8, 5


@dataclass(frozen=True, slots=True)
class Cell:
    """The room of one slip; its upper left corner is where places are counted from."""

    width_pt: float
    height_pt: float
    margin_pt: float
    grid: DotGrid

    @property
    def width_mm(self) -> float:
        """The whole width in millimetres."""
        return self.width_pt / POINTS_PER_MM

    @property
    def height_mm(self) -> float:
        """The whole height in millimetres."""
        return self.height_pt / POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell lies, in dots from the upper left corner of its sheet."""

    begins_sheet: bool
    x_dots: int
    y_dots: int


def cell_of(paper: PaperSize | LabelSheet, grid: DotGrid) -> Cell:
    """Return the room that a slip has on a paper: the whole sheet, or one label."""
    if isinstance(paper, PaperSize):
        margin_pt = grid.snapped(paper.margin_mm * POINTS_PER_MM)
        return Cell(paper.width_pt, paper.height_pt, margin_pt, grid)
    width_pt, height_pt = paper.width * _HUNDREDTH_PT, paper.height * _HUNDREDTH_PT
    least_pt, most_pt = _LEAST_MARGIN_MM * POINTS_PER_MM, _MOST_MARGIN_MM * POINTS_PER_MM
    margin_pt = min(most_pt, max(least_pt, min(width_pt, height_pt) * _MARGIN))
    return Cell(width_pt, height_pt, grid.snapped(margin_pt), grid)


def whole_sheet(paper: PaperSize | LabelSheet) -> PaperSize:
    """Return the size of what goes through the printer."""
    return paper if isinstance(paper, PaperSize) else sheet_size(paper)


def places_of(paper: PaperSize | LabelSheet, grid: DotGrid, start: int) -> Iterator[Place]:
    """Yield one place after the other without end, on label sheets from label `start` on."""
    corners = [(0, 0)] if isinstance(paper, PaperSize) else list(paper.corners())
    places = (
        Place(number == 0, *(grid.dots(length * _HUNDREDTH_PT) for length in corner))
        for _sheet in count()
        for number, corner in enumerate(corners)
    )
    return islice(places, (start - 1) % len(corners), None)
