"""Words of a slip on its pages: as few as can be, then in the largest type that fits."""

from collections.abc import Sequence

from shopdesk.printing.rows import Row, height_of, pages_of, spread
from shopdesk.printing.slip_frame import Frame
from shopdesk.printing.slip_text import SlipText

_WIDEST_GAP = 2.2


def fitted(frame: Frame, scales: Sequence[float]) -> list[list[Row]]:
    """Return the rows of each page; `scales` are the sizes of type from the largest.

    What may be left away never presses the type into the smaller half of its sizes.
    """
    *fuller, barest = frame.versions()
    middle = len(scales) // 2 + 1
    versions = [_Version(frame, slip, scales[:middle]) for slip in fuller]
    versions.append(_Version(frame, barest, scales))
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
        place = self._guess()
        while place and self._fits(scales[place - 1]):
            place -= 1
        while place < len(scales) and not self._fits(scales[place]):
            place += 1
        if place == len(scales):
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

    def _guess(self) -> int:
        """Return the place of the scale that should just fit if height went with the type."""
        full_pt, full = height_of(self._laid(self._scales[0])), self._scales[0]
        places = range(len(self._scales) - 1)
        likely = (at for at in places if full_pt * self._scales[at] / full <= self._first_pt)
        return next(likely, len(self._scales) - 1)

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
