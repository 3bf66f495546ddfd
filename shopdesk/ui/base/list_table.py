"""A table over a list in memory; a row is worded when it comes into view.

table = ListTable(COLUMNS, _("New orders"))
table.show_items(orders, lambda n, order: order_line(n, order))
layout.addWidget(table.view)
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from shopdesk.ui.base.columns import Column, Row
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.table_view import IdTableView

Item = TypeVar("Item")


class ListTable(Generic[Item, Row]):
    """The `id` of a row is its place in the list."""

    def __init__(self, columns: tuple[Column[Row], ...], name: str) -> None:
        self._items: Sequence[Item] = ()
        self._worded: Callable[[int, Item], Row] | None = None
        self._model: IdTableModel[Row] = IdTableModel(columns, self._rows)
        self.view: IdTableView[Row] = IdTableView(self._model, columns, name)

    def show_items(self, items: Sequence[Item], worded: Callable[[int, Item], Row]) -> None:
        """Show other items; `worded` makes a row of an item and its place."""
        self._items = items
        self._worded = worded
        self._model.set_ids(range(len(items)))
        self.view.scrollToTop()

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return [self._worded(n, self._items[n]) for n in ids] if self._worded else []
