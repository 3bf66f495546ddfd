"""The tables of a summary as rows: they break over pages with their heads."""

from collections.abc import Iterator
from dataclasses import dataclass

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.cleaning import one_line
from shopdesk.printing.finding import reason_name
from shopdesk.printing.rows import Row
from shopdesk.printing.summary_charts import REASONS_SHOWN
from shopdesk.printing.summary_figures import NOTHING
from shopdesk.printing.tables import Column, Tables
from shopdesk.printing.words import Words
from shopdesk.queries.paper import ItemCount, MoneyPair, MonthSummary, ReasonCount

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
        tables = Tables(self.words, self.left_pt, self.width_pt)
        yield from tables.table(N_("Money"), _MONEY, self._money(summary))
        yield from tables.table(
            N_("Items that came back most"), _ITEMS, map(self._item, summary.items)
        )
        if len(summary.reasons) > REASONS_SHOWN:
            yield from tables.table(N_("All reasons"), _REASONS, self._reasons(summary.reasons))

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


def _by_currency(amounts: tuple[MoneyPair, ...]) -> dict[str, MoneyPair]:
    return {amount.currency: amount for amount in amounts}
