"""The orders page: the list by status or search, and one order at the right."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.orders import (
    OrderRow,
    count_order_chips,
    find_listed_order_ids,
    load_order_rows,
)
from shopdesk.rules.order_statuses import ORDER_CHIPS
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.find_field import FindField
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.orders.columns import ORDER_COLUMNS
from shopdesk.ui.pages.orders.detail import OrderDetailView
from shopdesk.ui.workbench import Workbench


class OrdersPage(TablePage[OrderRow]):
    """Enter on the list leads to the order's next step, a return of it."""

    title = N_("Orders")
    columns = ORDER_COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in ORDER_CHIPS)
    sort = "ordered"
    descending = True
    shown_from_px: ClassVar = {"shop": 1_320, "returns": 1_120}
    empty = EmptyWords(
        "receipt",
        N_("Orders stand here once an export of your platform is imported."),
        N_("No order is like this."),
        ("import_orders",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.finder = FindField(_("Number, buyer, phone, waybill…"), self)
        self.finder.wanted.connect(self.search)
        self.finder.left.connect(self.table.setFocus)
        self.frame.buttons.addWidget(self.finder)

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the orders of the chosen chip, or those that the text finds."""
        order = (wanted.sort, wanted.descending)
        return find_listed_order_ids(reader, wanted.chip, order, wanted.text)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[OrderRow]:
        """Load the rows in view."""
        return load_order_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is behind each chip, up to a thousand."""
        return count_order_chips(reader)

    def make_detail(self) -> QWidget:
        """Make the right-hand side."""
        return OrderDetailView(self.bench)

    def row_opened(self, record_id: int) -> None:
        """Start a return of the order with Enter or a double click; say so where none is left."""
        detail = self.detail
        if not (isinstance(detail, OrderDetailView) and self.table.choose(record_id)):
            return
        reason = detail.why_no_return()
        if reason:
            self.bench.messages.toast(reason)
        else:
            detail.start_return()

    def open_record(self, record_id: int) -> None:
        """Show one order; search and chip give way if they hide it."""
        if not self.table.choose(record_id):
            self.finder.put("")
            self._wanted = Wanted("all", self.wanted.sort, self.wanted.descending)
            self.frame.chips.choose("all")
            self._awaited = record_id
            self.read_again()
