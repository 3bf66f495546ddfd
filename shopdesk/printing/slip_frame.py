"""What stands around the words of a slip: number, codes and page; where the words have room."""

from dataclasses import dataclass
from typing import Protocol

from shopdesk.printing.breaking import width_of
from shopdesk.printing.label_sheet import Cell
from shopdesk.printing.rows import Row
from shopdesk.printing.sheet import Sheet

_FLAT = 0.9
"""Paper lower than this part of its width has no room for codes above and below the words."""

QR_MODULE_PER_MM = 0.00876  # of the paper's width: 7 dots on 100 mm at 203 dpi
MOST_MODULE_MM = 1.3
BAR_MODULE_PER_MM = 0.00376


@dataclass(frozen=True, slots=True)
class Room:
    """Where the words of one page go, in points from the cell's upper left corner."""

    left_pt: float
    top_pt: float
    width_pt: float
    height_pt: float


class Frame(Protocol):
    """The frame of one slip in its cell."""

    first: Room
    """The room of the first page."""
    others: Room
    """The room of each further page."""

    def rows(self, scale: float) -> list[Row]:
        """Return the words at one scale of type."""

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw what stands around the words of a page, counted from 1."""


def is_flat(cell: Cell) -> bool:
    """Say whether codes stand beside the words rather than above and below."""
    return cell.height_pt < cell.width_pt * _FLAT


def own_lines(lines: str, width_pt: float, size_pt: float) -> str:
    """Return the shop's own lines on one line where they fit, else as they are."""
    one = " · ".join(filter(None, map(str.strip, lines.splitlines())))
    return one if width_of(one, size_pt) <= width_pt else lines


def page_mark(page: int, pages: int) -> str:
    """Return "1 / 2", empty where there is only one page."""
    return f"{page} / {pages}" if pages > 1 else ""


def fitting_pt(text: str, room_pt: float, largest_pt: float) -> float:
    """Return the largest size, up to `largest_pt`, at which `text` fits."""
    return min(largest_pt, room_pt / width_of(text, 1))
