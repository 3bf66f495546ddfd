"""A row that was copied out of a sheet: cells between tabs, with the heads over them or not."""

from collections.abc import Iterator

from shopdesk.rules.pasting.finding import Finding, Piece
from shopdesk.rules.pasting.labels import REGION, kind_of_label

_FEWEST_HEADS = 2


def cells_of(line: Piece) -> list[Piece]:
    """Return the cells of a line; an empty one stays in its place."""
    cells, at = [], 0
    for text in line.text.split("\t"):
        cells.append(line.part(at, at + len(text)))
        at += len(text) + 1
    return cells


def is_sheet(text: str) -> bool:
    """Tell whether a text was copied out of a sheet."""
    return "\t" in text


def headed_row(lines: list[Piece]) -> Iterator[Finding]:
    """Yield the cells of the first row under known heads; nothing where there are none."""
    heads = [kind_of_label(cell.text) for cell in cells_of(lines[0])]
    if len(lines) < 2 or sum(map(bool, heads)) < _FEWEST_HEADS:  # noqa: PLR2004
        return
    for kind, cell in zip(heads, cells_of(lines[1]), strict=False):
        if kind and kind != REGION and cell.text:
            yield Finding(kind, cell.text, cell.start, cell.end)
