"""The customers page: everybody who bought, found by name, handle, phone or order."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.customer_detail import standing_id
from shopdesk.queries.customers import (
    CustomerRow,
    count_customers,
    find_customer_ids,
    load_customer_rows,
)
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.find_field import FindField
from shopdesk.ui.base.found_of import MOST_COUNTED, found_of
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.customers.columns import CUSTOMER_COLUMNS
from shopdesk.ui.pages.customers.detail import CustomerDetailView
from shopdesk.ui.workbench import Workbench


class CustomersPage(TablePage[CustomerRow]):
    """Who ordered last stands first."""

    title = N_("Customers")
    columns = CUSTOMER_COLUMNS
    sort = "last_order"
    descending = True
    shown_from_px: ClassVar = {"orders": 1_120, "score": 1_120}
    empty = EmptyWords(
        "users",
        N_("Buyers stand here once orders are imported."),
        N_("Nobody is found by this. Try a part of the name, the handle or the phone number."),
        ("import_orders",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.finder = FindField(_("Name, handle, phone, order…"), self)
        self.finder.wanted.connect(self.search)
        self.finder.left.connect(self.table.setFocus)
        self.frame.buttons.addWidget(self.finder)

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find all buyers, or those that the text finds."""
        return find_customer_ids(reader, (wanted.sort, wanted.descending), wanted.text)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[CustomerRow]:
        """Load the rows in view."""
        return load_customer_rows(reader, ids)

    def foot_line(self, reader: Reader) -> str:
        """Say how many buyers are known, and how many of them are found."""
        count = count_customers(reader)
        if self.wanted.text:
            found = sum(1 for _id in islice(self.find_ids(reader, self.wanted), MOST_COUNTED + 1))
            return found_of(found, count)
        return ngettext("{n} buyer", "{n} buyers", count).format(n=count) if count else ""

    def make_detail(self) -> QWidget:
        """Make the right-hand side."""
        return CustomerDetailView(self.bench)

    def open_record(self, record_id: int) -> None:
        """Show one buyer, or whom they were merged into; a search gives way if it hides them."""
        with self.bench.desk.reading() as reader:
            record_id = standing_id(reader, record_id)
        if not self.table.choose(record_id):
            self._awaited = record_id
            self.finder.put("")
            self.search("")
