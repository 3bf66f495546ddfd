"""Words of a slip on its pages: as few as can be, then in the largest type that fits."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from shopdesk.printing.rows import Row, height_of, pages_of, spread
from shopdesk.printing.slip_frame import Frame
from shopdesk.printing.slip_text import SlipText

_WIDEST_GAP = 2.2


def fitted(frame: Frame, scales: Sequence[float]) -> list[list[Row]]:
    """Return the rows of each page; `scales` are the sizes of type from the largest."""
    for slip in frame.versions():
        page = _on_one_page(frame, slip, scales)
        if page is not None:
            return [page]
    return min(_on_many_pages(frame, scales), key=len)


def _on_one_page(frame: Frame, slip: SlipText, scales: Sequence[float]) -> list[Row] | None:
    room_pt = frame.first.height_pt
    laid: dict[float, list[Row]] = {}

    def fits(scale: float) -> bool:
        laid[scale] = frame.rows(slip, scale)
        return height_of(laid[scale]) <= room_pt

    place = bisect_left(scales, True, key=fits)  # what fits at one fits at each smaller
    return spread(laid[scales[place]], room_pt, _WIDEST_GAP) if place < len(scales) else None


def _on_many_pages(frame: Frame, scales: Sequence[float]) -> Iterator[list[list[Row]]]:
    """Yield the pages of each version at each scale that has no row higher than a page."""
    first_pt, next_pt = frame.first.height_pt, frame.others.height_pt
    for slip in frame.versions():
        for scale in scales:
            rows = frame.rows(slip, scale)
            highest_pt = max(row.height_pt for row in rows)
            if highest_pt <= min(first_pt, next_pt) or scale == scales[-1]:
                yield pages_of(rows, first_pt, next_pt)
