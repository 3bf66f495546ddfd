"""Rows of lists that people write on: black only, cells beside each other, boxes to tick."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from shopdesk.printing.breaking import width_of, wrap
from shopdesk.printing.rows import CodeAt, Field, Row, height_of
from shopdesk.printing.sheet import Style, Text
from shopdesk.printing.sizes import PaperSize

LEADING = 1.3
RULE_PT = 0.7

_SMALLEST_PT = 6.5
_BOX_PT = 11  # a box to tick: large enough to write how many instead
_WRITING_PT = 20


class ListType:
    """The styles of a list: a little smaller on labels, which are held closer than a sheet.

    `growth` is how much larger than usual everything is, boxes and room to write too; `air` how
    much more room there is to write.
    """

    def __init__(self, size: PaperSize, growth: float, air: float) -> None:
        scale = min(1, 0.8 + size.width_mm / 1050) * growth
        self.growth = growth
        self.scale = scale
        self.box_pt = _BOX_PT * max(1, growth)
        self.writing_pt = _WRITING_PT * growth * air
        self.label = Style(max(_SMALLEST_PT, 7 * scale))
        self.small = Style(max(_SMALLEST_PT, 8.5 * scale))
        self.plain = Style(10 * scale)
        self.item = Style(11.5 * scale)
        self.strong = Style(13 * scale)
        self.title = Style(19 * scale)
        self.number = Style(24 * scale, bold=True)
        self.gap_pt = 6 * scale


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column begins, and how wide it is."""

    left_pt: float
    width_pt: float

    def split(self, *shares: float, between_pt: float) -> list["Place"]:
        """Return columns by their shares of the width, with white between them."""
        room_pt = self.width_pt - between_pt * (len(shares) - 1)
        left_pt, places = self.left_pt, []
        for share in shares:
            places.append(Place(left_pt, room_pt * share / sum(shares)))
            left_pt = places[-1].left_pt + places[-1].width_pt + between_pt
        return places


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a cell."""

    text: str
    style: Style
    at_right: bool = False


Cell = tuple[Place, Sequence[Part]]
"""A column's paragraphs, from top to bottom."""


def beside(*cells: Cell) -> list[Row]:
    """Return cells beside each other as rows of one line each, on common base lines."""
    columns = [list(_lines(place, parts)) for place, parts in cells]
    return [_row([text for text in line if text is not None]) for line in zip_longest(*columns)]


def ruled(rows: Sequence[Row], gap_pt: float) -> list[Row]:
    """Return rows under a rule that stays with them."""
    return [Row(gap_pt, rule_pt=RULE_PT, kept=True), *rows]


def marked(
    rows: Sequence[Row], fields: Iterable[Field] = (), codes: Iterable[CodeAt] = ()
) -> list[Row]:
    """Return rows with boxes and codes at the first one's upper edge, high enough for them all."""
    fields, codes = tuple(fields), tuple(codes)
    first, *others = rows or [Row(0)]
    return as_high([replace(first, fields=fields, codes=codes), *others], _depth(first, codes))


def whole(rows: Sequence[Row], most_pt: float) -> list[Row]:
    """Return rows that share a page; higher ones may be parted, but not within a box or code."""
    needed_pt = height_of(rows)
    if needed_pt > most_pt:
        needed_pt = max((_depth(row, row.codes) for row in rows), default=0)
    kept, so_far_pt = [], 0.0
    for row in rows[:-1]:
        so_far_pt += row.height_pt
        kept.append(replace(row, kept=row.kept or so_far_pt < needed_pt))
    return [*kept, *rows[-1:]]


def under(
    rows: Iterable[Row], heads: tuple[Row, ...], going_on: tuple[Row, ...] = ()
) -> Iterator[Row]:
    """Yield rows that have heads again where they begin a page.

    Where rows that began on another page go on, `going_on` follows the heads.
    """
    for row in rows:
        yield replace(row, heads=heads)
        if not row.kept:
            heads, going_on = (*heads, *going_on), ()


def as_high(rows: list[Row], height_pt: float) -> list[Row]:
    """Return rows with white below them, which stays with them, where they are lower."""
    missing_pt = height_pt - height_of(rows)
    if missing_pt <= 0:
        return rows
    return [*(replace(row, kept=True) for row in rows), Row(missing_pt)]


def _lines(place: Place, parts: Iterable[Part]) -> Iterator[Text]:
    for part in parts:
        size_pt = part.style.size_pt
        for line in wrap(part.text, place.width_pt, size_pt):
            by_pt = place.width_pt - width_of(line, size_pt) if part.at_right else 0
            yield Text(place.left_pt + by_pt, size_pt, line, part.style)


def _row(texts: Sequence[Text]) -> Row:
    size_pt = max(text.style.size_pt for text in texts)
    return Row(size_pt * LEADING, tuple(replace(text, drop_pt=size_pt) for text in texts))


def _depth(row: Row, codes: Iterable[CodeAt]) -> float:
    """Return how far down a row's boxes and codes reach."""
    boxes_pt = (field.drop_pt + field.height_pt for field in row.fields)
    return max((*boxes_pt, *(at.drop_pt + at.height_pt for at in codes)), default=0)
