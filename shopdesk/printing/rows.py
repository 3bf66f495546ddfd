"""Rows that fill pages: each is one line high, so that no text can fall off the paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from shopdesk.printing.codes import Code
from shopdesk.printing.sheet import BLACK, Ink, Picture, Sheet, Text


@dataclass(frozen=True, slots=True)
class Field:
    """An empty box to tick or to write into, `drop_pt` below its row's upper edge."""

    x_pt: float
    drop_pt: float
    width_pt: float
    height_pt: float


@dataclass(frozen=True, slots=True)
class CodeAt:
    """A code in a row, `height_pt` high; it is drawn on the whole dots that are nearest."""

    x_pt: float
    drop_pt: float
    height_pt: float
    code: Code


@dataclass(frozen=True, slots=True)
class Row:
    """One line across the page.

    A row with a `rule_pt` has a line of that thickness at its upper edge. One that is `kept`
    is never the last of a page. A row that begins a page is preceded by its `heads`.
    """

    height_pt: float
    texts: tuple[Text, ...] = ()
    rule_pt: float = 0
    kept: bool = False
    heads: tuple["Row", ...] = ()
    pictures: tuple[Picture, ...] = ()
    fields: tuple[Field, ...] = ()
    codes: tuple[CodeAt, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """From where, how far and how dark the rules of rows go."""

    left_pt: float
    width_pt: float
    ink: Ink = BLACK


def together(rows: Sequence[Row], most: int = 8) -> list[Row]:
    """Return rows that share a page; more than `most` may be parted anywhere."""
    if len(rows) > most:
        return list(rows)
    return [*(replace(row, kept=True) for row in rows[:-1]), *rows[-1:]]


def spread(rows: Sequence[Row], room_pt: float, most: float) -> list[Row]:
    """Return rows with their empty ones widened to fill `room_pt`, up to `most` times."""
    gaps_pt = sum(row.height_pt for row in rows if not row.texts and not row.kept)
    if not gaps_pt:
        return list(rows)
    factor = min(most, 1 + (room_pt - height_of(rows)) / gaps_pt)
    return [
        row if row.texts or row.kept else replace(row, height_pt=row.height_pt * factor)
        for row in rows
    ]


def height_of(rows: Iterable[Row]) -> float:
    """Return how high rows are one below the other."""
    return sum(row.height_pt for row in rows)


def pages_of(rows: Iterable[Row], first_pt: float, next_pt: float) -> list[list[Row]]:
    """Deal rows out to pages with `first_pt` of room on the first and `next_pt` on the others."""
    pages: list[list[Row]] = [[]]
    room_pt = first_pt
    for block in _blocks(rows, min(first_pt, next_pt)):
        height_pt = height_of(block)
        if height_pt > room_pt and pages[-1]:
            if not any(row.texts for row in block):
                continue
            heads = _heads_before(block, next_pt)
            pages.append(list(heads))
            room_pt = next_pt - height_of(heads)
        pages[-1].extend(block)
        room_pt -= height_pt
    return pages


def _heads_before(block: Sequence[Row], room_pt: float) -> tuple[Row, ...]:
    """Return the heads that come again, unless they are in the block or there is no room."""
    heads = block[-1].heads
    if set(heads) & set(block) or height_of(heads) + height_of(block) > room_pt:
        return ()
    return heads


def _blocks(rows: Iterable[Row], most_pt: float) -> Iterator[Sequence[Row]]:
    """Yield rows that stay together, each with those kept before it; too high ones part."""
    block: list[Row] = []
    for row in rows:
        block.append(row)
        if not row.kept:
            yield from _parted(block, most_pt)
            block = []
    yield from _parted(block, most_pt)


def _parted(block: list[Row], most_pt: float) -> Iterator[Sequence[Row]]:
    if height_of(block) > most_pt:
        yield from ([row] for row in block)
    elif block:
        yield block


def draw_rows(sheet: Sheet, rows: Iterable[Row], top_pt: float, rules: Rules) -> None:
    """Draw rows one below the other from `top_pt`."""
    placed: list[Text] = []
    for row in rows:
        if row.rule_pt:
            sheet.box(rules.left_pt, top_pt, rules.width_pt, row.rule_pt, rules.ink)
        for picture in row.pictures:
            sheet.picture(picture, top_pt)
        for field in row.fields:
            y_pt = top_pt + field.drop_pt
            sheet.outline(field.x_pt, y_pt, field.width_pt, field.height_pt)
        for at in row.codes:
            sheet.code(at.code, sheet.dots(at.x_pt), sheet.dots(top_pt + at.drop_pt))
        placed += (text.lowered(top_pt) for text in row.texts)
        top_pt += row.height_pt
    sheet.texts(placed)
