"""Boxes to tick and lines to write on, with their names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from math import ceil

from shopdesk.printing.breaking import width_of
from shopdesk.printing.list_rows import ListType, Part, Place, as_high, beside, marked
from shopdesk.printing.rows import Field, Row, height_of
from shopdesk.printing.sheet import Style

BOX_PT = 11
"""The side of a box to tick: large enough to write how many instead."""

_BETWEEN_PT = 2.5
_WRITING_PT = 20

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
            yield from tick_rows(zip(places, part, strict=False), style.small)
        yield Row(style.gap_pt / 2)


def down(groups: Sequence[Group], place: Place, style: ListType) -> Iterator[Row]:
    """Yield groups beside each other, the boxes of each below each other."""
    places = place.split(*[1] * len(groups), between_pt=style.gap_pt * 2)
    labels = (Part(label, style.label) for label, _names in groups)
    yield from beside(*((at, (label,)) for at, label in zip(places, labels, strict=True)))
    yield Row(2)
    for names in zip_longest(*(names for _label, names in groups)):
        ticks = [(at, name) for at, name in zip(places, names, strict=True) if name]
        yield from tick_rows(ticks, style.small)


def tick_rows(ticks: Iterable[tuple[Place, str]], style: Style) -> list[Row]:
    """Return boxes to tick beside each other, each before its name, and white below them."""
    lead_pt = BOX_PT + style.size_pt * 0.45
    cells, boxes = [], []
    for place, name in ticks:
        room = Place(place.left_pt + lead_pt, place.width_pt - lead_pt)
        cells.append((room, (Part(name, style),)))
        boxes.append(Field(place.left_pt, 0, BOX_PT, BOX_PT))
    rows = marked(beside(*cells), boxes)
    return as_high(rows, height_of(rows) + _BETWEEN_PT)


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
    air = Row(_WRITING_PT - label.size_pt * 1.5, kept=True)
    return [air, *marked(beside(*cells), lines), Row(style.gap_pt)]


def _fitting(names: Sequence[str], place: Place, style: ListType) -> int:
    """Return how many boxes stand beside each other, in rows as even as can be."""
    size_pt = style.small.size_pt
    widest_pt = max(width_of(name, size_pt) for name in names) + BOX_PT + size_pt
    most = max(1, int(place.width_pt / (widest_pt + style.gap_pt)))
    return ceil(len(names) / ceil(len(names) / most))
