"""Boxes to tick and lines to write on, with their names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from math import ceil

from shopdesk.printing.breaking import width_of
from shopdesk.printing.list_rows import ListType, Part, Place, as_high, beside, marked
from shopdesk.printing.rows import Field, Row, height_of

_BETWEEN_PT = 2.5

Group = tuple[str, Sequence[str]]
"""What boxes say together, and the name of each."""


def across(groups: Iterable[Group], place: Place, style: ListType) -> Iterator[Row]:
    """Yield groups below each other, the boxes of each beside each other as far as they fit."""
    for label, names in groups:
        yield from beside((place, (Part(label, style.label),)))
        yield Row(2)
        most = _fitting(names, place, style)
        places = place.split(*[1] * most, between_pt=style.gap_pt)
        following = iter(names)
        while part := list(islice(following, most)):
            yield from tick_rows(zip(places, part, strict=False), style)
        yield Row(style.gap_pt / 2)


def down(groups: Sequence[Group], place: Place, style: ListType) -> Iterator[Row]:
    """Yield groups beside each other, the boxes of each below each other."""
    between_pt = style.gap_pt * 2
    places = place.split(*_shares(groups, place.width_pt, between_pt, style), between_pt=between_pt)
    labels = (Part(label, style.label) for label, _names in groups)
    yield from beside(*((at, (label,)) for at, label in zip(places, labels, strict=True)))
    yield Row(2)
    for names in zip_longest(*(names for _label, names in groups)):
        ticks = [(at, name) for at, name in zip(places, names, strict=True) if name]
        yield from tick_rows(ticks, style)


def tick_rows(ticks: Iterable[tuple[Place, str]], style: ListType) -> list[Row]:
    """Return boxes to tick beside each other, each before its name, and white below them."""
    side_pt = style.box_pt
    lead_pt = side_pt + style.small.size_pt * 0.45
    cells, boxes = [], []
    for place, name in ticks:
        room = Place(place.left_pt + lead_pt, place.width_pt - lead_pt)
        cells.append((room, (Part(name, style.small),)))
        boxes.append(Field(place.left_pt, 0, side_pt, side_pt))
    rows = marked(beside(*cells), boxes)
    return as_high(rows, height_of(rows) + _BETWEEN_PT * max(1, style.growth))


def writing(labels: Sequence[str], place: Place, style: ListType) -> list[Row]:
    """Return lines to write on beside each other, each after its label."""
    label = style.label
    cells, lines = [], []
    for at, text in zip(
        place.split(*[1] * len(labels), between_pt=style.gap_pt * 2), labels, strict=True
    ):
        lead_pt = width_of(text, label.size_pt) + label.size_pt * 0.7
        cells.append((at, (Part(text, label),)))
        lines.append(Field(at.left_pt + lead_pt, label.size_pt * 1.15, at.width_pt - lead_pt, 0))
    air = Row(style.writing_pt - label.size_pt * 1.5, kept=True)
    return [air, *marked(beside(*cells), lines), Row(style.gap_pt)]


def _fitting(names: Sequence[str], place: Place, style: ListType) -> int:
    """Return how many boxes stand beside each other, in rows as even as can be."""
    most = max(1, int(place.width_pt / (_widest_pt(names, style) + style.gap_pt)))
    return ceil(len(names) / ceil(len(names) / most))


def _shares(
    groups: Sequence[Group], room_pt: float, between_pt: float, style: ListType
) -> list[float]:
    """Return what each group needs; the first, whose label may break, gets what the others leave.

    Where it is left too little for its boxes, all share the room as they need it.
    """
    label_pt = style.label.size_pt
    needed = [max(_widest_pt(names, style), width_of(label, label_pt)) for label, names in groups]
    left_pt = room_pt - sum(needed[1:]) - between_pt * len(needed[1:])
    return [left_pt, *needed[1:]] if left_pt >= _widest_pt(groups[0][1], style) else needed


def _widest_pt(names: Iterable[str], style: ListType) -> float:
    """Return the width of the longest name with its box."""
    size_pt = style.small.size_pt
    return max(width_of(name, size_pt) for name in names) + style.box_pt + size_pt
