"""Photos side by side, each with its number, its name, when it was added and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from shopdesk.printing.breaking import cut, wrap_short
from shopdesk.printing.palette import MUTED, TEXT
from shopdesk.printing.photos import Photo
from shopdesk.printing.rows import Row, together
from shopdesk.printing.sheet import Picture, Style, Text

ACROSS = 2
PHOTO_PX = 1_100
"""So many dots along the longer side: about 300 to the inch in a grid of two."""

_HEADING = Style(11.5, ink=TEXT)
_NAME = Style(9, ink=TEXT)
_ABOUT = Style(8, ink=MUTED)
_GAP_PT = 14
_MOST_HEIGHT_PT = 186
_LINE_PT = 11.5
_ABOUT_LINES = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo with its words; `photo` is None where `about` says why it cannot be shown."""

    name: str
    about: str
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class PhotoRows:
    """Sets photos into a column of the page."""

    left_pt: float
    width_pt: float

    def rows(self, title: str, photos: Sequence[Shown]) -> Iterator[Row]:
        """Yield the photos under their title; nothing where there are none."""
        if photos:
            yield Row(24, (Text(self.left_pt, 12, title, _HEADING),), kept=True)
        for first in range(0, len(photos), ACROSS):
            yield from self._beside(photos[first : first + ACROSS])
            yield Row(_GAP_PT)

    def _beside(self, pair: Sequence[Shown]) -> Iterator[Row]:
        pictures = tuple(
            self._picture(shown.photo, place)
            for place, shown in enumerate(pair)
            if shown.photo is not None
        )
        height_pt = max((picture.height_pt for picture in pictures), default=0)
        yield Row(height_pt + 4, pictures=pictures, kept=True)
        captions = [self._caption(shown, place) for place, shown in enumerate(pair)]
        yield from together([_line(line) for line in zip_longest(*captions)])

    def _picture(self, photo: Photo, place: int) -> Picture:
        width_pt = self._column_pt
        scale = min(width_pt / photo.width_px, _MOST_HEIGHT_PT / photo.height_px)
        size_pt = photo.width_px * scale, photo.height_px * scale
        return Picture(self._left(place), 0, *size_pt, photo.jpeg)

    def _caption(self, shown: Shown, place: int) -> list[Text]:
        left_pt, width_pt = self._left(place), self._column_pt
        name = Text(left_pt, _NAME.size_pt, cut(shown.name, width_pt, _NAME.size_pt), _NAME)
        about = wrap_short(shown.about, width_pt, _ABOUT.size_pt, _ABOUT_LINES)
        return [name, *(Text(left_pt, _ABOUT.size_pt, line, _ABOUT) for line in about)]

    @property
    def _column_pt(self) -> float:
        return (self.width_pt - _GAP_PT * (ACROSS - 1)) / ACROSS

    def _left(self, place: int) -> float:
        return self.left_pt + place * (self._column_pt + _GAP_PT)


def _line(texts: tuple[Text | None, ...]) -> Row:
    return Row(_LINE_PT, tuple(text for text in texts if text is not None))
