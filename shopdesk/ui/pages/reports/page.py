"""Reports: the real pages of the month's summary, as they will come out of the printer."""

from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _, current_language
from shopdesk.printing.sizes import report_paper
from shopdesk.queries.paper import MonthSummary
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.base.progress import BusyLine
from shopdesk.ui.desk import Change
from shopdesk.ui.pages.reports.head import ReportHead
from shopdesk.ui.pages.reports.months import month_name, shifted
from shopdesk.ui.pages.reports.outputs import Outputs
from shopdesk.ui.pages.reports.summary_paper import (
    SummaryPaper,
    draw_summary,
    is_empty,
    load_first_with_figures,
)
from shopdesk.ui.workbench import Workbench

_NOTHING_YET = N_("The summary of a month stands here once the first order is in.")
_FIRST_STEPS = ("import_orders", "new_return")


class ReportsPage(QWidget):
    """Opens with the last whole month, or with this one where nothing happened in that."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._summary: MonthSummary | None = None
        self._is_stale = True
        today = datetime.now(UTC).astimezone().date()
        self._months: tuple[date, ...] = (shifted(today, -1), shifted(today, 0))
        self._busy = BusyLine()
        self._stack = QStackedWidget()
        self.out = Outputs(bench, self, "month_summary")
        self.head = ReportHead(today, self.out.actions)
        self.view = PdfView(_("Summary of the month"))
        self.empty = Empty("chart-column", _NOTHING_YET, self._first_steps())
        self._arrange()
        self.head.changed.connect(self._choose)
        self.setFocusProxy(self.head)
        bench.operations.changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the page comes into view, and not before."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _choose(self) -> None:
        self._months = (self.head.months.month,)
        self._read()

    def _follow(self, _change: Change) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        self._busy.start()
        self.out.expect()
        self._bench.operations.query("reports.shops", load_shops, self._read_month)

    def _read_month(self, shops: list[ShopRow]) -> None:
        self.head.set_shops(shops)
        self._summary = None
        shop = self.head.shop
        if shop is None:
            self._show_empty()
            return
        load = partial(
            load_first_with_figures,
            months=self._months,
            shop=shop,
            all_shops=self.head.all_shops,
        )
        self._bench.operations.stream(
            "reports.summary", lambda reader: iter((load(reader),)), self._take, self._draw
        )

    def _take(self, summary: MonthSummary) -> None:
        self._summary = summary
        if not is_empty(summary):
            self._months = (summary.first_day,)
        self.head.months.show_month(summary.first_day)

    def _draw(self) -> None:
        """Draw what was read; where reading was refused there is nothing to draw."""
        summary = self._summary
        shop = self.head.shop
        if summary is None or shop is None or is_empty(summary):
            self._show_empty()
            return
        chosen = self._bench.desk.settings.now.paper_choice("month_summary").paper
        size = report_paper(chosen, shop.region)
        draw = partial(draw_summary, summary, current_language(), size)
        self._bench.operations.work("reports.paper", draw, self._show, self._refuse)

    def _show(self, paper: SummaryPaper) -> None:
        self._busy.stop()
        self.view.show_pdf(paper.content)
        self._stack.setCurrentWidget(self.view)
        self.out.take(paper)

    def _show_empty(self) -> None:
        self._busy.stop()
        self._bench.operations.drop("reports.paper")
        month = month_name(self.head.months.month)
        sentence = _("Nothing was sold and nothing came back in {month}.")
        self.empty.set_sentence(sentence.format(month=month))
        self._stack.setCurrentWidget(self.empty)
        self.out.take(None)

    def _refuse(self, error: ShopDeskError) -> None:
        self._show_empty()
        self._bench.messages.refuse(error.sentence)

    def _first_steps(self) -> list[QAction]:
        actions = self._bench.actions
        return [actions[name] for name in _FIRST_STEPS if name in actions]

    def _arrange(self) -> None:
        card = Card(padding_px=1)
        card.body.setSpacing(0)
        card.body.addWidget(self._busy)
        card.body.addWidget(self._stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(card, 1)
