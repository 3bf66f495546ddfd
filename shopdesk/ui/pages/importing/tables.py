"""The preview: chips for new, changed, unchanged orders and problems, over a table of each."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.list_table import ListTable
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.pages.importing.rows import (
    CHANGE_COLUMNS,
    ORDER_COLUMNS,
    PROBLEM_COLUMNS,
    changed_line,
    order_line,
    problem_line,
)
from shopdesk.ui.pages.importing.understanding import Understood

CHIPS = (
    Chip("new", N_("New")),
    Chip("changed", N_("Changed")),
    Chip("unchanged", N_("Unchanged")),
    Chip("problems", N_("Problems")),
)


class PreviewTables(QWidget):
    """One chip's table at a time; the first chip that holds anything is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.chips = ChipRow(CHIPS, _("Show"))
        self._tables: dict[str, ListTable[Any, Any]] = {
            "new": ListTable(ORDER_COLUMNS, _("New orders")),
            "changed": ListTable(CHANGE_COLUMNS, _("Changed orders")),
            "unchanged": ListTable(ORDER_COLUMNS, _("Unchanged orders")),
            "problems": ListTable(PROBLEM_COLUMNS, _("Problems")),
        }
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table.view)
        self.chips.chosen.connect(self._show)
        card = Card(padding_px=1)
        card.body.addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.chips)
        layout.addWidget(card, 1)
        self.setFocusProxy(self._stack)

    def table(self, key: str) -> IdTableView[Any]:
        """Return the table behind a chip."""
        return self._tables[key].view

    def show_plan(self, found: Understood) -> None:
        """Show what was understood."""
        news = [order for order in found.plan.orders if order.kind == "new"]
        changed = [order for order in found.plan.orders if order.kind == "changed"]
        problems = found.plan.problems
        several = len(found.question.paths) > 1
        shop = found.shop
        tables = self._tables
        tables["new"].show_items(news, lambda n, order: order_line(n, order.draft, shop))
        tables["changed"].show_items(changed, lambda n, order: changed_line(n, order, shop))
        tables["unchanged"].show_items(found.unchanged, lambda n, order: order_line(n, order, shop))
        tables["problems"].show_items(
            problems, lambda n, problem: problem_line(n, problem, with_file=several)
        )
        self._count(
            {
                "new": len(news),
                "changed": len(changed),
                "unchanged": len(found.unchanged),
                "problems": len(problems),
            }
        )

    def _count(self, counts: dict[str, int]) -> None:
        self.chips.set_counts(counts)
        key = next((key for key, count in counts.items() if count), "new")
        self.chips.choose(key)
        self._show(key)

    def _show(self, key: str) -> None:
        view = self._tables[key].view
        self._stack.setCurrentWidget(view)
        self._stack.setFocusProxy(view)
