"""Words of a slip on its pages: as few as can be, then in the largest type that fits."""

from bisect import bisect_left
from collections.abc import Sequence

from shopdesk.printing.rows import Row, height_of, pages_of, spread
from shopdesk.printing.slip_frame import Frame
from shopdesk.printing.slip_text import SlipText

_WIDEST_GAP = 2.2


def fitted(frame: Frame, scales: Sequence[float]) -> list[list[Row]]:
    """Return the rows of each page; `scales` are the sizes of type from the largest."""
    versions = [_Version(frame, slip, scales) for slip in frame.versions()]
    for version in versions:
        page = version.on_one_page()
        if page is not None:
            return [page]
    return min((version.on_many_pages() for version in versions), key=len)


class _Version:
    """One version of a slip; its words are laid out once at a scale, and only where asked."""

    def __init__(self, frame: Frame, slip: SlipText, scales: Sequence[float]) -> None:
        self._frame, self._slip, self._scales = frame, slip, scales
        self._rows: dict[float, list[Row]] = {}
        self._first_pt, self._next_pt = frame.first.height_pt, frame.others.height_pt

    def on_one_page(self) -> list[Row] | None:
        """Return the rows in the largest type that fits one page, None where none does."""
        scales = self._scales
        if self._fits(scales[0]):  # as most slips do
            place = 0
        elif self._fits(scales[-1]):
            place = bisect_left(scales, True, lo=1, key=self._fits)  # so does each smaller one
        else:
            return None
        return spread(self._laid(scales[place]), self._first_pt, _WIDEST_GAP)

    def on_many_pages(self) -> list[list[Row]]:
        """Return as few pages as the smallest type needs, in the largest that needs no more."""
        fewest = self._pages(self._scales[-1])
        for scale in self._scales[:-1]:
            rows = self._laid(scale)
            if height_of(rows) <= self._room_pt(len(fewest)) and self._has_low_rows(rows):
                pages = self._pages(scale)
                if len(pages) <= len(fewest):
                    return pages
        return fewest

    def _laid(self, scale: float) -> list[Row]:
        if scale not in self._rows:
            self._rows[scale] = self._frame.rows(self._slip, scale)
        return self._rows[scale]

    def _fits(self, scale: float) -> bool:
        return height_of(self._laid(scale)) <= self._first_pt

    def _pages(self, scale: float) -> list[list[Row]]:
        return pages_of(self._laid(scale), self._first_pt, self._next_pt)

    def _room_pt(self, pages: int) -> float:
        return self._first_pt + (pages - 1) * self._next_pt

    def _has_low_rows(self, rows: list[Row]) -> bool:
        """Say whether no row is higher than a page."""
        return max(row.height_pt for row in rows) <= min(self._first_pt, self._next_pt)
