"""The day sheet as it will look, and the ways to get it onto paper.

DaySheetPreview(bench, SheetAsked(now), window).open()
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.printing.sizes import PaperSize, report_paper
from shopdesk.queries.day_sheet import DaySheet, SheetAsked, load_day_sheet
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.reports.paper_preview import PaperPreview
from shopdesk.ui.workbench import Workbench

_ALL = "all"


@dataclass(frozen=True, slots=True)
class DayPaper:
    """A finished sheet of one day."""

    content: bytes
    size: PaperSize
    day: date

    @property
    def file_name(self) -> str:
        """The day, in the order in which files sort by it."""
        return f"day-{self.day:%Y-%m-%d}.pdf"


def draw_day(sheet: DaySheet, size: PaperSize) -> DayPaper:
    """Return the paper; the first one of a start takes a moment longer, to load what draws it."""
    from shopdesk.printing.day_sheet import render_day_sheet

    return DayPaper(render_day_sheet(sheet, size), size, sheet.day)


class DaySheetPreview(PaperPreview):
    """Shows the day of one shop or of all."""

    def __init__(self, bench: Workbench, asked: SheetAsked, parent: QWidget) -> None:
        super().__init__(bench, "day_sheet", _("Day sheet"), parent)
        self._bench = bench
        self._asked = asked
        self._shops: dict[str, ShopRow] = {}
        self._shop = ChoiceField()
        self._shop.setAccessibleName(_("Shop"))
        self._shop.changed.connect(self._read)
        self.head.insertWidget(1, self._shop)
        bench.operations.query((id(self), "shops"), load_shops, self._take_shops)

    def _take_shops(self, shops: list[ShopRow]) -> None:
        self._shops = {str(shop.id): shop for shop in shops}
        self._shop.blockSignals(True)
        named = [(key, shop.name) for key, shop in self._shops.items()]
        self._shop.set_choices([(_ALL, _("All shops")), *named])
        self._shop.blockSignals(False)
        self._shop.setVisible(len(shops) > 1)
        self._read()

    def _read(self) -> None:
        self.expect()
        shop = self._shops.get(self._shop.value())
        asked = SheetAsked(
            self._asked.now,
            shop_id=shop.id if shop else None,
            owner=self._asked.owner,
            owner_name=self._asked.owner_name,
        )
        read = partial(_read_sheet, asked)
        self._bench.operations.query((id(self), "sheet"), read, self._draw)

    def _draw(self, sheet: DaySheet) -> None:
        first = next(iter(self._shops.values()), None)
        shop = self._shops.get(self._shop.value(), first)
        chosen = self._bench.desk.settings.now.paper_choice("day_sheet").paper
        size = report_paper(chosen, shop.region if shop else "")
        self._bench.operations.work("day.paper", partial(draw_day, sheet, size), self.show_paper)


def _read_sheet(asked: SheetAsked, reader: Reader) -> DaySheet:
    return load_day_sheet(reader, asked)
