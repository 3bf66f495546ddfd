"""The words of a slip on low paper: labels stand before what they name, nothing is ruled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shopdesk.printing.breaking import cut, width_of, wrap, wrap_beside
from shopdesk.printing.rows import Row, together
from shopdesk.printing.sheet import Style, Text
from shopdesk.printing.slip_rows import LEADING, RULE_PT, SlipType, row_of, unbroken
from shopdesk.printing.slip_text import Block, Fact, Item, SlipText, joined

_GAP = 0.5  # of a tall slip's


@dataclass(frozen=True, slots=True)
class CompactColumn:
    """Lays a slip's parts out in a column `width_pt` wide from `left_pt`."""

    type: SlipType
    left_pt: float
    width_pt: float

    def rows(self, slip: SlipText) -> list[Row]:
        """Return all parts; one about which nothing is known is left out."""
        small = (*slip.closing, *slip.advice, slip.paper.foot)
        below = [row for text in small for row in self._part("", text, self.type.label)]
        rows = [
            *self._block(slip.address),
            *self._block(slip.sender),
            *self._items(slip.items),
            *self._facts(slip.facts),
            *self._block(slip.note),
        ]
        if rows and below:  # a rule at the upper edge of the white between them
            rows[-1] = replace(rows[-1], rule_pt=RULE_PT)
        return [*rows, *below]

    def _block(self, block: Block) -> Iterator[Row]:
        rows = [*self._strong(block)]
        label = "" if rows else block.label
        style = unbroken(block.plain, self.width_pt, self.type.plain)
        yield from self._ended([*rows, *self._lines(label, block.plain, style)])

    def _strong(self, block: Block) -> list[Row]:
        """Return the parts on one line, or else each on lines of its own."""
        first, *others = [part for part in block.strong if part] or [""]
        rows = list(self._lines(block.label, "  ".join((first, *others)), self.type.strong))
        if len(rows) > 1:
            style = unbroken("\n".join(others), self.width_pt, self.type.strong)
            more = (row for part in others for row in self._lines("", part, style))
            rows = [*self._lines(block.label, first, self.type.strong), *more]
        return rows

    def _items(self, items: tuple[Item, ...]) -> Iterator[Row]:
        for item in items:
            style = self.type.item
            quantity = self._at_right(item.quantity, style)
            room_pt = quantity.x_pt - self.left_pt - style.size_pt / 2
            words = joined(" · ", item.title, item.detail)
            lines = [self._text(line, style) for line in wrap(words, room_pt, style.size_pt)]
            first, *others = lines or [self._text("", style)]
            yield from together([row_of(first, quantity), *map(row_of, others)])
        if items:
            yield self._gap()

    def _facts(self, facts: tuple[Fact, ...]) -> Iterator[Row]:
        said = (joined(" ", fact.label, fact.value) for fact in facts)
        yield from self._part("", " · ".join(said), self.type.fact)

    def _part(self, label: str, text: str, style: Style) -> Iterator[Row]:
        yield from self._ended(list(self._lines(label, text, style)))

    def _lines(self, label: str, text: str, style: Style) -> Iterator[Row]:
        """Yield the lines of a text, the first beside its label, or below where no word fits."""
        small = self.type.label
        named = Text(self.left_pt, style.size_pt, cut(label, self.width_pt, small.size_pt), small)
        indent_pt = width_of(named.text, small.size_pt) + small.size_pt / 2 if label else 0
        lines = wrap_beside(text, indent_pt, self.width_pt, style.size_pt)
        if not any(lines):
            return
        first = Text(self.left_pt + indent_pt, style.size_pt, lines[0], style)
        pieces = [piece for piece in (first, named) if piece.text]
        yield Row(style.size_pt * LEADING, tuple(pieces), kept=not lines[0])
        yield from (row_of(self._text(line, style)) for line in lines[1:])

    def _ended(self, rows: list[Row]) -> Iterator[Row]:
        yield from together(rows)
        if rows:
            yield self._gap()

    def _gap(self) -> Row:
        return Row(self.type.gap_pt * _GAP)

    def _text(self, text: str, style: Style) -> Text:
        return Text(self.left_pt, style.size_pt, text, style)

    def _at_right(self, text: str, style: Style) -> Text:
        x_pt = self.left_pt + self.width_pt - width_of(text, style.size_pt)
        return Text(x_pt, style.size_pt, text, style)
