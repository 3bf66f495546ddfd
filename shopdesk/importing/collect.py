"""The rows of one recognised table, gathered into orders."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from shopdesk.i18n import _, ngettext
from shopdesk.importing.cells import shortened
from shopdesk.importing.drafts import ImportedOrder
from shopdesk.importing.merging import continued, is_repeated
from shopdesk.importing.orders import build_order, titles_are_joined
from shopdesk.importing.problems import Problems
from shopdesk.importing.recognise import Header
from shopdesk.importing.rows import RowReader, RowValues
from shopdesk.importing.tables import Row

MAX_PARTS = 1_000
"""Lines and parcels of one order; more is a file with one number on all its rows."""

_FOOTER_CELLS = 3


class OrderCollector:
    """Takes rows in turn; an order with a refused row is left out whole."""

    def __init__(self, header: Header, reader: RowReader, problems: Problems) -> None:
        self._header = header
        self._layout = header.layout
        self._reader = reader
        self._problems = problems
        self._numbered = any(column.target == "number" for column in header.places)
        self._number = ""
        self._rows: list[RowValues] = []
        self._made: Counter[str] = Counter()
        self._refused: set[str] = set()
        self._orders: dict[str, ImportedOrder] = {}

    def take(self, line: int, cells: list[str]) -> None:
        """Read one row below the header."""
        if self._is_footer(cells) or self._is_header_again(cells):
            return
        row = self._reader.read(line, cells)
        if row.is_empty:
            return
        number = self._number_of(row)
        if number != self._number or self._layout.rows == "order" or self._is_told_again(row):
            self._close_order()
            self._number = number
        self._rows.append(row)

    def finish(self) -> tuple[ImportedOrder, ...]:
        """Return the orders in the order of their first rows."""
        self._close_order()
        orders = tuple(self._orders.values())
        self._warn_of_joined_titles(orders)
        if not self._numbered and orders:
            sentence = _(
                "The file has no order numbers; they were made of the time and the buyer's name."
            )
            self._problems.add("warning", self._header.line, "", sentence)
        return orders

    def _number_of(self, row: RowValues) -> str:
        """Return the row's order number; a row without one goes on with the order before."""
        if not self._numbered:
            return self._made_number(row)
        number: str | None = row.parts["order"].get("number")
        if number is None and self._number and self._layout.rows == "line":
            return self._number
        if not number and not row.refused:
            self._refuse(row, _("The row has no order number."))
        return number or ""

    def _made_number(self, row: RowValues) -> str:
        """Make a number of other fields, counted up where it comes again."""
        flat = {**row.parts["order"], **{f"buyer.{k}": v for k, v in row.parts["buyer"].items()}}
        parts = [flat.get(target) for target in self._layout.number_from]
        if None in parts and not row.refused:
            self._refuse(row, _("The row has no order number, and nothing to make one of."))
        number = "-".join(self._number_part(part) for part in parts)
        self._made[number] += 1
        return number if self._made[number] == 1 else f"{number}-{self._made[number]}"

    def _number_part(self, part: object) -> str:
        if isinstance(part, dt.datetime):
            return f"{self._reader.local(part):%Y%m%d%H%M%S}"
        return str(part)

    def _refuse(self, row: RowValues, sentence: str) -> None:
        row.refused = True
        self._problems.add("error", row.line, "", sentence)

    def _is_footer(self, cells: Sequence[str]) -> bool:
        footers = self._layout.footers
        filled = [cell for cell in cells if cell] if footers else []
        return 0 < len(filled) <= _FOOTER_CELLS and any(
            cell.strip().casefold().startswith(footers) for cell in filled
        )

    def _is_header_again(self, cells: Sequence[str]) -> bool:
        """Tell whether another export was put behind this one; its first cell may hold a BOM."""
        return tuple(cells[1:]) == self._header.names[1:]

    def _is_told_again(self, row: RowValues) -> bool:
        """Tell whether a row starts its order anew: one row of an order has the total."""
        return "total_minor" in row.parts["order"] and any(
            "total_minor" in before.parts["order"] for before in self._rows
        )

    def _close_order(self) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        if any(row.refused for row in rows):
            self._refused.add(self._number)
            self._orders.pop(self._number, None)
        elif self._number not in self._refused:
            self._store(build_order(self._number, rows, self._layout))

    def _store(self, order: ImportedOrder) -> None:
        before = self._orders.get(order.number)
        self._warn_of_status(order)
        if before is not None and (self._layout.rows == "order" or is_repeated(before, order)):
            sentence = _("Order {number} stands twice; the first row was taken.").format(
                number=shortened(order.number)
            )
            self._problems.add("warning", order.place, "", sentence)
            return
        whole = order if before is None else continued(before, order)
        if len(whole.lines) + len(whole.parcels) > MAX_PARTS:
            self._leave_out(order)
        else:
            self._orders[order.number] = whole

    def _leave_out(self, order: ImportedOrder) -> None:
        self._refused.add(order.number)
        self._orders.pop(order.number, None)
        sentence = _("Order {number} has more than {limit} lines and parcels.").format(
            number=shortened(order.number), limit=MAX_PARTS
        )
        self._problems.add("error", order.place, "", sentence)

    def _warn_of_status(self, order: ImportedOrder) -> None:
        if order.status == "unknown" and order.status_text:
            sentence = _("The status “{status}” is not known; it is kept as text only.").format(
                status=shortened(order.status_text)
            )
            self._problems.once(("status", order.status_text), order.place, "", sentence)

    def _warn_of_joined_titles(self, orders: Iterable[ImportedOrder]) -> None:
        count = sum(titles_are_joined(order, self._layout) for order in orders)
        if count:
            sentence = ngettext(
                "{count} order has several titles in one cell, so it came as one line. "
                "Choose the details file together with this one.",
                "{count} orders have several titles in one cell, so each came as one line. "
                "Choose the details file together with this one.",
                count,
            ).format(count=count)
            self._problems.add("warning", None, "", sentence)


def rows_below(header: Header) -> Iterator[Row]:
    """Return the rows below a header."""
    rows = dropwhile(lambda row: row[0] < header.line, header.table.rows())
    next(rows, None)
    return rows
