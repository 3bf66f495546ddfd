"""The month's figures read, and drawn as a paper that can be shown, saved and printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shopdesk.printing.sizes import PaperSize
from shopdesk.queries.paper import MonthSummary
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.desk import Reader


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    """A finished summary of one month, for `ui.base.paper.Paper`."""

    content: bytes
    month: date
    size: PaperSize

    @property
    def file_name(self) -> str:
        """The month, in the order in which files sort by it."""
        return f"summary-{self.month:%Y-%m}.pdf"


def load_first_with_figures(
    reader: Reader, months: Sequence[date], shop: ShopRow, *, all_shops: bool
) -> MonthSummary:
    """Return the summary of the first of some months in which anything happened, else the last.

    `shop` gives the clock; with `all_shops` the figures are those of all.
    """
    from shopdesk.queries.summaries import load_month_summary

    made_at = datetime.now(ZoneInfo(shop.timezone))
    shop_id = None if all_shops else shop.id
    for month in months:
        summary = load_month_summary(reader, month, shop_id, made_at)
        if not is_empty(summary):
            break
    return summary


def is_empty(summary: MonthSummary) -> bool:
    """Tell whether nothing at all happened in a month."""
    return not (summary.orders.now or summary.returns.now or summary.settled.now or summary.cases)


def draw_summary(summary: MonthSummary, language: str, size: PaperSize) -> SummaryPaper:
    """Return the paper; the first one of a start takes a moment longer, to load what draws it."""
    from shopdesk.printing.period_summary import render_month_summary

    return SummaryPaper(render_month_summary(summary, language, size), summary.first_day, size)
