"""Rows that fill pages: each is one line high, so that no text can fall off the paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shopdesk.printing.sheet import Text


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


def height_of(rows: Iterable[Row]) -> float:
    """Return how high rows are one below the other."""
    return sum(row.height_pt for row in rows)


def pages_of(rows: Iterable[Row], first_pt: float, next_pt: float) -> list[list[Row]]:
    """Deal rows out to pages with `first_pt` of room on the first and `next_pt` on the others."""
    pages: list[list[Row]] = [[]]
    room_pt = first_pt
    for block in _blocks(rows):
        height_pt = height_of(block)
        if height_pt > room_pt and pages[-1]:
            heads = () if block[0] in block[-1].heads else block[-1].heads
            pages.append(list(heads))
            room_pt = next_pt - height_of(heads)
        pages[-1].extend(block)
        room_pt -= height_pt
    return pages


def _blocks(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    """Yield rows that stay together: each with those kept before it."""
    block: list[Row] = []
    for row in rows:
        block.append(row)
        if not row.kept:
            yield block
            block = []
    if block:
        yield block
