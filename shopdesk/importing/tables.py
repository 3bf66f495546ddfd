"""A sheet from outside as rows of text, each with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shopdesk.importing.guards import MAX_COLUMNS, MAX_ROWS, too_long

Row = tuple[int, list[str]]
"""The line on which a row starts, counted from 1, and its cells."""

HEAD_ROWS = 10
"""How far down a header may stand."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; `rows()` starts again from the top each time it is called.

    `lines` is the number of lines, for progress. `lossy` says that some letters of a text file
    could not be read and stand as U+FFFD.
    """

    name: str
    encoding: str
    lines: int
    rows: Callable[[], Iterator[Row]]
    lossy: bool = False


def limited(rows: Iterator[Row]) -> Iterator[Row]:
    """Pass rows on up to the limits of an export."""
    for number, (line, cells) in enumerate(rows):
        if number >= MAX_ROWS or (len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:])):
            raise too_long()
        yield line, cells
