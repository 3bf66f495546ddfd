"""Which kind of export a table is, told by the names of its columns."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.declaration import Column, Layout
from shopdesk.importing.tables import HEAD_ROWS, Table

_FEW = 3
"""Fewer known names say nothing about what a file might be."""


@dataclass(frozen=True, slots=True)
class Header:
    """A row read as the header of one layout.

    `places` has, for each column of the layout that is there, its positions: names in the
    layout's order, and each of a doubled name.
    """

    table: Table
    layout: Layout
    line: int
    names: tuple[str, ...]
    places: dict[Column, tuple[int, ...]]

    @property
    def known(self) -> int:
        """Return how many columns of the file mean something to us."""
        return len({place for places in self.places.values() for place in places})

    def missing(self) -> list[str]:
        """Return the names of columns without which this is not such a file."""
        there = {column.target for column in self.places}
        groups = (group for group in self.layout.needed if there.isdisjoint(group))
        first_name = {column.target: column.names[0] for column in self.layout.columns}
        return [first_name[group[0]] for group in groups]


def recognise(tables: Sequence[Table], layouts: Sequence[Layout]) -> tuple[Header, ...]:
    """Return the header of each table that is an export, found in its first rows.

    Raises:
        DomainError: None is; the sentence names the nearest layout and what it lacks.
    """
    tries = [list(_headers(table, layouts)) for table in tables]
    found = tuple(
        max(complete, key=lambda header: header.known)
        for headers in tries
        if (complete := [header for header in headers if not header.missing()])
    )
    if not found:
        raise _unrecognised([header for headers in tries for header in headers], layouts)
    return found


def folded(name: str) -> str:
    """Return a column's name without regard to case, width and white space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()).strip("\ufeff\"' ")


def _headers(table: Table, layouts: Sequence[Layout]) -> Iterable[Header]:
    for line, cells in islice(table.rows(), HEAD_ROWS):
        names = [folded(cell) for cell in cells]
        for layout in layouts:
            if layout.unlike.isdisjoint(names):
                yield Header(table, layout, line, tuple(cells), _places(layout, names))


def _places(layout: Layout, names: list[str]) -> dict[Column, tuple[int, ...]]:
    positions: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        positions.setdefault(name, []).append(place)
    found = {
        column: tuple(place for name in column.names for place in positions.get(folded(name), ()))
        for column in layout.columns
    }
    return {column: places for column, places in found.items() if places}


def _unrecognised(tries: list[Header], layouts: Sequence[Layout]) -> DomainError:
    near = [header for header in tries if len(header.missing()) < len(header.layout.needed)]
    nearest = max(near, key=lambda header: header.known, default=None)
    if nearest is None or nearest.known < _FEW:
        return DomainError(
            _("This is no order export that ShopDesk knows. It reads: {kinds}.").format(
                kinds=_listed(_(layout.title) for layout in layouts)
            )
        )
    return DomainError(
        _("This comes nearest to “{kind}”, but these columns are missing: {columns}.").format(
            kind=_(nearest.layout.title), columns=_listed(nearest.missing())
        )
    )


def _listed(names: Iterable[str]) -> str:
    return _(", ").join(names)
