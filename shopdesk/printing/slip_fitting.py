"""Words of a slip on its pages: as few as can be, then in the largest type that fits."""

from collections.abc import Sequence

from shopdesk.printing.rows import Row, height_of, pages_of, spread
from shopdesk.printing.slip_frame import Frame
from shopdesk.printing.slip_rows import LEADING, SMALLEST_PT

_WIDEST_GAP = 2.2
_LOWEST_PT = SMALLEST_PT * LEADING


class Fitting:
    """Fits the slips of one run; `scales` are the sizes of type from the largest.

    Such slips are much alike: what suited the last one is tried first, which changes nothing but
    the time.
    """

    def __init__(self, scales: Sequence[float]) -> None:
        self._scales = scales
        self._likely = 0

    def pages(self, frame: Frame) -> list[list[Row]]:
        """Return the rows of each page."""
        words = _Words(frame, self._scales)
        place = words.largest(self._likely)
        if place is None:
            return words.on_many_pages()
        self._likely = place
        return [words.page(place)]


class _Words:
    """The words of a slip; they are laid out once at a scale, and only where asked."""

    def __init__(self, frame: Frame, scales: Sequence[float]) -> None:
        self._frame, self._scales = frame, scales
        self._rows: dict[float, list[Row]] = {}
        self._first_pt, self._next_pt = frame.first.height_pt, frame.others.height_pt

    def largest(self, likely: int) -> int | None:
        """Return the place of the largest scale that fits one page, None where none does."""
        place = self._guess(min(likely, len(self._scales) - 1))
        while place < len(self._scales) and not self._fits(place):
            place += 1
        if place == len(self._scales):
            return None
        while place and self._may_fit(place - 1, place) and self._fits(place - 1):
            place -= 1
        return place

    def page(self, place: int) -> list[Row]:
        """Return the only page at the scale of a place."""
        return spread(self._laid(place), self._first_pt, _WIDEST_GAP)

    def on_many_pages(self) -> list[list[Row]]:
        """Return as few pages as the smallest type needs, in the largest that needs no more."""
        smallest = len(self._scales) - 1
        fewest = self._pages(smallest)
        room_pt = self._first_pt + (len(fewest) - 1) * self._next_pt
        for place in range(smallest):
            if self._likely_pt(place, smallest) > room_pt:
                continue
            rows = self._laid(place)
            if height_of(rows) <= room_pt and self._has_low_rows(rows):
                pages = self._pages(place)
                if len(pages) <= len(fewest):
                    return pages
        return fewest

    def _guess(self, laid: int) -> int:
        """Return the place of the largest scale that should fit, as one that is laid out says."""
        places = range(len(self._scales) - 1)
        likely = (place for place in places if self._may_fit(place, laid))
        return next(likely, len(self._scales) - 1)

    def _may_fit(self, place: int, laid: int) -> bool:
        return self._likely_pt(place, laid) <= self._first_pt

    def _likely_pt(self, place: int, laid: int) -> float:
        """Return how high the rows of a scale would be, had they the same lines as those laid out.

        Larger type never needs fewer lines: in it the rows are at least as high.
        """
        factor = self._scales[place] / self._scales[laid]
        return sum(_scaled_pt(row, factor) for row in self._laid(laid))

    def _laid(self, place: int) -> list[Row]:
        scale = self._scales[place]
        if scale not in self._rows:
            self._rows[scale] = self._frame.rows(scale)
        return self._rows[scale]

    def _fits(self, place: int) -> bool:
        return height_of(self._laid(place)) <= self._first_pt

    def _pages(self, place: int) -> list[list[Row]]:
        return pages_of(self._laid(place), self._first_pt, self._next_pt)

    def _has_low_rows(self, rows: list[Row]) -> bool:
        """Say whether no row is higher than a page."""
        return max(row.height_pt for row in rows) <= min(self._first_pt, self._next_pt)


def _scaled_pt(row: Row, factor: float) -> float:
    """Return the least height of a row in type that is larger or smaller by `factor`.

    A line of the smallest type may have been meant smaller, and grow late or not at all.
    """
    if not row.texts:
        return row.height_pt * factor
    if row.height_pt <= _LOWEST_PT:
        return row.height_pt
    return max(_LOWEST_PT, row.height_pt * factor)
