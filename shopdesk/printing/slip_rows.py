"""The middle of a slip on tall paper as rows, each part under its label."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from shopdesk.printing.breaking import cut, widest_piece_pt, width_of, wrap
from shopdesk.printing.rows import Row, together
from shopdesk.printing.sheet import Style, Text
from shopdesk.printing.slip_text import Block, Fact, Item, SlipText

LEADING = 1.3
SMALLEST_PT = 6.5
RULE_PT = 0.7
_BESIDE = 2  # facts

_SNUG = 0.8  # of a size: how much smaller a line may be to stay whole
_NEARLY = 0.999


class SlipType:
    """The styles of a slip at one scale; 1 suits a label 100 mm wide.

    Type stops shrinking where a 203 dpi printer begins to blur Chinese; what matters is large
    rather than bold, because such a printer fills bold Chinese up with ink.
    """

    def __init__(self, scale: float) -> None:
        self.label = _style(7 * scale)
        self.small = _style(9 * scale)
        self.plain = _style(10.5 * scale)
        self.item = _style(12 * scale)
        self.fact = _style(11 * scale)
        self.strong = _style(13.5 * scale)
        self.gap_pt = 5.5 * scale


@dataclass(frozen=True, slots=True)
class SlipColumn:
    """Lays a slip's parts out in a column `width_pt` wide from `left_pt`."""

    type: SlipType
    left_pt: float
    width_pt: float

    def rows(self, slip: SlipText) -> list[Row]:
        """Return all parts; one about which nothing is known is left out."""
        return [
            *self._block(slip.address),
            *self._block(slip.sender),
            *self._parcel(slip),
            *self._facts(slip.facts),
            *self._block(slip.note),
        ]

    def _block(self, block: Block) -> Iterator[Row]:
        style = unbroken(block.plain, self.width_pt, self.type.plain)
        rows = [*self._strong(block.strong), *self._paragraph(block.plain, style)]
        if rows:
            yield from self._head(self._label(block.label, self.width_pt))
            yield from together(rows)
            yield self._gap()

    def _strong(self, parts: tuple[str, ...]) -> list[Row]:
        """Return the parts on one line, or else each on lines of its own."""
        style = unbroken("\n".join(parts), self.width_pt, self.type.strong)
        rows = [row for part in parts for row in self._paragraph(part, style)]
        line: list[Text] = []
        right_pt = 0.0
        for text in (text for row in rows for text in row.texts):
            line.append(self._text(text.text, style, right_pt))
            right_pt += width_of(text.text, style.size_pt) + style.size_pt
        fits = line and right_pt - style.size_pt <= self.width_pt
        return [row_of(*line)] if fits else rows

    def _paragraph(self, text: str, style: Style) -> Iterator[Row]:
        for line in wrap(text, self.width_pt, style.size_pt):
            yield row_of(self._text(line, style))

    def _parcel(self, slip: SlipText) -> Iterator[Row]:
        if not slip.items:
            return
        quantity = self._at_right(slip.quantity_label, self.type.label)
        label = self._label(slip.items_label, quantity.x_pt - self.left_pt - self.type.gap_pt)
        heads = tuple(self._head(label, quantity))
        yield from heads
        for item in slip.items:
            yield from self._item(item, heads)
            yield Row(self.type.gap_pt / 3)
        yield self._gap()

    def _item(self, item: Item, heads: tuple[Row, ...]) -> Iterator[Row]:
        """Yield an item's lines, its quantity beside the first."""
        quantity = self._at_right(item.quantity, self.type.strong)
        quantity = replace(quantity, drop_pt=self.type.item.size_pt)
        room_pt = quantity.x_pt - self.left_pt - self.type.strong.size_pt
        lines = [
            self._text(line, style)
            for text, style in ((item.title, self.type.item), (item.detail, self.type.small))
            for line in wrap(text, room_pt, style.size_pt)
        ]
        first, *others = lines or [self._text("", self.type.item)]
        more = (row_of(line, heads=heads) for line in others)
        yield from together([row_of(first, quantity, heads=heads), *more])

    def _facts(self, facts: tuple[Fact, ...]) -> Iterator[Row]:
        """Yield the facts, two beside each other; a number that would break there stands alone."""
        for place, few in enumerate(self._beside(facts)):
            yield from self._pair(few, ruled=place == 0)

    def _beside(self, facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, ...]]:
        between_pt = self.type.gap_pt * 2
        column_pt, size_pt = (self.width_pt - between_pt) / 2, self.type.fact.size_pt
        few: tuple[Fact, ...] = ()
        for fact in facts:
            is_wide = widest_piece_pt(fact.value, size_pt) > column_pt
            if few and (is_wide or len(few) == _BESIDE):
                yield few
                few = ()
            few = (*few, fact)
            if is_wide:
                yield few
                few = ()
        if few:
            yield few

    def _pair(self, facts: tuple[Fact, ...], *, ruled: bool) -> Iterator[Row]:
        between_pt = self.type.gap_pt * 2
        alone = len(facts) == 1
        column_pt = self.width_pt if alone else (self.width_pt - between_pt) / 2
        style = self.type.fact
        columns = []
        for place, fact in enumerate(facts):
            left_pt = place * (column_pt + between_pt)
            lines = wrap(fact.value, column_pt, style.size_pt)
            label = self._label(fact.label, column_pt, left_pt)
            columns.append([label, *(self._text(line, style, left_pt) for line in lines)])
        labels, *rows = zip_longest(*columns)
        yield from self._head(*filter(None, labels), ruled=ruled)
        yield from together([row_of(*filter(None, texts)) for texts in rows])
        yield self._gap()

    def _head(self, *labels: Text, ruled: bool = True) -> Iterator[Row]:
        """Yield labels, under a rule; they stay with the row that follows."""
        if ruled:
            yield Row(self.type.gap_pt * 0.8, rule_pt=RULE_PT, kept=True)
        yield row_of(*labels, kept=True)

    def _gap(self) -> Row:
        return Row(self.type.gap_pt)

    def _label(self, text: str, room_pt: float, right_by_pt: float = 0) -> Text:
        style = self.type.label
        return self._text(cut(text, room_pt, style.size_pt), style, right_by_pt)

    def _text(self, text: str, style: Style, right_by_pt: float = 0) -> Text:
        return Text(self.left_pt + right_by_pt, style.size_pt, text, style)

    def _at_right(self, text: str, style: Style) -> Text:
        return self._text(text, style, self.width_pt - width_of(text, style.size_pt))


def unbroken(text: str, width_pt: float, style: Style) -> Style:
    """Return the style, or a little smaller one in which no line of `text` breaks."""
    widest_pt = max(width_of(line, style.size_pt) for line in text.split("\n"))
    size_pt = style.size_pt * width_pt / max(widest_pt, width_pt) * _NEARLY
    if widest_pt <= width_pt or size_pt < max(SMALLEST_PT, style.size_pt * _SNUG):
        return style
    return Style(size_pt)


def row_of(*texts: Text, heads: tuple[Row, ...] = (), kept: bool = False) -> Row:
    """Return a row as high as its first text needs."""
    return Row(texts[0].style.size_pt * LEADING, texts, kept=kept, heads=heads)


def _style(size_pt: float) -> Style:
    return Style(max(SMALLEST_PT, size_pt))
