"""The tables of a summary as rows: they break over pages with their heads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.breaking import cut, width_of, wrap
from shopdesk.printing.cleaning import one_line
from shopdesk.printing.finding import reason_name
from shopdesk.printing.palette import MUTED, TEXT
from shopdesk.printing.rows import Row, together
from shopdesk.printing.sheet import Style, Text
from shopdesk.printing.summary_charts import REASONS_SHOWN
from shopdesk.printing.summary_figures import NOTHING
from shopdesk.printing.words import Words
from shopdesk.queries.paper import ItemCount, MoneyPair, MonthSummary, ReasonCount

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


_MONEY = (
    Column(N_("Currency"), 0.16, figures=False),
    Column(N_("Sales"), 0.2),
    Column(N_("Refunded"), 0.17),
    Column(N_("for goods"), 0.15),
    Column(N_("for freight"), 0.15),
    Column(N_("month before"), 0.17),
)
_ITEMS = (
    Column(N_("Item"), 0.46, figures=False),
    Column(N_("Returned"), 0.1),
    Column(N_("Sold"), 0.1),
    Column(N_("Rate"), 0.1),
    Column(N_("Reason given most"), 0.24, figures=False),
)
_REASONS = (
    Column(N_("Reason"), 0.55, figures=False),
    Column(N_("Returns"), 0.15),
    Column(N_("Share"), 0.15),
    Column(N_("month before"), 0.15),
)


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes the tables into a column of the page, in one language."""

    words: Words
    formats: Formats
    left_pt: float
    width_pt: float

    def rows(self, summary: MonthSummary) -> Iterator[Row]:
        """Yield the tables that have something to show."""
        yield from self._table(N_("Money"), _MONEY, self._money(summary))
        yield from self._table(
            N_("Items that came back most"), _ITEMS, map(self._item, summary.items)
        )
        if len(summary.reasons) > REASONS_SHOWN:
            yield from self._table(N_("All reasons"), _REASONS, self._reasons(summary.reasons))

    def _money(self, summary: MonthSummary) -> Iterator[tuple[str, ...]]:
        """Yield a row for each currency; its last figure is what was refunded the month before."""
        sales, refunded = _by_currency(summary.sales), _by_currency(summary.refunded)
        goods = _by_currency(summary.refunded_goods)
        freight = _by_currency(summary.refunded_freight)
        for currency in dict.fromkeys((*sales, *refunded)):
            none = MoneyPair(currency, 0, 0)
            amounts = [part.get(currency, none) for part in (sales, refunded, goods, freight)]
            figures = [*(amount.now_minor for amount in amounts), amounts[1].before_minor]
            yield currency, *(self.formats.amount(figure, currency) for figure in figures)

    def _item(self, item: ItemCount) -> tuple[str, ...]:
        sold = item.units_sold
        return (
            "\n".join(filter(None, (one_line(item.title), item.sku))),
            self.formats.number(item.units_returned),
            self.formats.number(sold) if sold else NOTHING,
            self.formats.percent(item.units_returned / sold) if sold else NOTHING,
            reason_name(self.words, item.top_reason, item.top_reason_text),
        )

    def _reasons(self, reasons: tuple[ReasonCount, ...]) -> Iterator[tuple[str, ...]]:
        told = sum(reason.count for reason in reasons)
        for reason in reasons:
            yield (
                reason_name(self.words, reason.code, reason.text),
                self.formats.number(reason.count),
                self.formats.percent(reason.count / told) if told else NOTHING,
                self.formats.number(reason.before),
            )

    def _table(
        self, title: str, columns: tuple[Column, ...], records: Iterable[tuple[str, ...]]
    ) -> Iterator[Row]:
        lines = [self._record(columns, record) for record in records]
        if not lines:
            return
        heading = Text(self.left_pt, 12, self.words.gettext(title), _HEADING)
        heads = (self._heads(columns),)
        yield Row(22, (heading,), kept=True)
        yield from heads
        for record in lines:
            yield from (Row(r.height_pt, r.texts, r.rule_pt, r.kept, heads) for r in record)
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


def _placed(text: str, place: tuple[float, float], style: Style, *, at_right: bool) -> Text:
    left_pt, width_pt = place
    if at_right:
        left_pt += width_pt - width_of(text, style.size_pt)
    return Text(left_pt, style.size_pt, text, style)


def _by_currency(amounts: tuple[MoneyPair, ...]) -> dict[str, MoneyPair]:
    return {amount.currency: amount for amount in amounts}
