"""Tables as rows of one line each, which break over pages with their heads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from shopdesk.printing.breaking import cut, width_of, wrap
from shopdesk.printing.palette import MUTED, TEXT
from shopdesk.printing.rows import Row, together
from shopdesk.printing.sheet import Style, Text
from shopdesk.printing.words import Words

_HEADING = Style(11.5, ink=TEXT)
_CELL = Style(9, ink=TEXT)
_HEAD = Style(8, ink=MUTED)
_LINE_PT, _PAD_PT, _BETWEEN_PT = 12.5, 5, 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and whether figures stand at its right."""

    head: str
    share: float
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Tables:
    """Sets tables into a column of the page; titles and heads are marked for translation."""

    words: Words
    left_pt: float
    width_pt: float

    def table(
        self,
        title: str,
        columns: tuple[Column, ...],
        records: Iterable[tuple[str, ...]],
        *,
        comes_again: bool = False,
    ) -> Iterator[Row]:
        """Yield a table under its title; nothing where it has no records.

        A record has a text for each column; what follows a line end in it is set back. A table
        that goes on over the page has its heads again, and its title where that `comes_again`.
        Neither its first nor its last record stands alone on a page.
        """
        lines = [self._record(columns, record) for record in records]
        if not lines:
            return
        said = cut(self.words.gettext(title), self.width_pt, _HEADING.size_pt)
        heading = Text(self.left_pt, 12, said, _HEADING)
        title_row, heads = Row(22, (heading,), kept=True), (self._heads(columns),)
        yield from (title_row, *heads)
        again = (title_row, *heads) if comes_again else heads
        for record in _paired(lines):
            yield from (replace(row, heads=again) for row in record)
        yield Row(_BETWEEN_PT * 1.5)

    def _heads(self, columns: tuple[Column, ...]) -> Row:
        texts = []
        for column, (left_pt, width_pt) in zip(columns, self._places(columns), strict=True):
            head = cut(self.words.gettext(column.head), width_pt, _HEAD.size_pt)
            texts.append(_placed(head, (left_pt, width_pt), _HEAD, at_right=column.figures))
        return Row(_LINE_PT + 3, tuple(texts), kept=True)

    def _record(self, columns: tuple[Column, ...], record: tuple[str, ...]) -> list[Row]:
        """Return a record as its lines, ruled off above; what follows a line end is muted."""
        cells = [
            [
                _placed(line, place, style, at_right=column.figures)
                for part, style in zip(text.split("\n", 1), (_CELL, _HEAD), strict=False)
                for line in wrap(part, place[1], style.size_pt)
            ]
            for column, place, text in zip(columns, self._places(columns), record, strict=True)
        ]
        rows = [Row(_LINE_PT, tuple(filter(None, line))) for line in zip_longest(*cells)]
        air = Row(_PAD_PT, rule_pt=0.5, kept=True)
        return [air, *together(rows)]

    def _places(self, columns: tuple[Column, ...]) -> Iterator[tuple[float, float]]:
        """Yield where each column begins and how wide its text may be."""
        left_pt = self.left_pt
        for column in columns:
            width_pt = self.width_pt * column.share
            last = column is columns[-1]
            lead_pt = _BETWEEN_PT if not column.figures and left_pt > self.left_pt else 0
            room_pt = width_pt - lead_pt - (0 if last or column.figures else _BETWEEN_PT)
            yield left_pt + lead_pt, room_pt
            left_pt += width_pt


def _paired(records: list[list[Row]]) -> Iterator[list[Row]]:
    """Yield records of which the first stays with the second, and the last with the one before."""
    for place, record in enumerate(records):
        is_kept = place in (0, len(records) - 2) and len(records) > 1
        yield [*record[:-1], replace(record[-1], kept=True)] if is_kept else record


def _placed(text: str, place: tuple[float, float], style: Style, *, at_right: bool) -> Text:
    left_pt, width_pt = place
    if at_right:
        left_pt += width_pt - width_of(text, style.size_pt)
    return Text(left_pt, style.size_pt, text, style)
