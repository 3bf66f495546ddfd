"""What was found in a return's parcels, in its detail; it can be corrected until it is settled."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.queries.inspection import FoundGoods, load_found_goods
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.ui.base.facts import Facts
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.base.section import Section
from shopdesk.ui.dialogs.found_goods import found_facts
from shopdesk.ui.workbench import Workbench


class InspectionSection(Section):
    """Not shown before anything was counted."""

    def __init__(self, bench: Workbench) -> None:
        button = link_button(_("Correct…"), self.correct)
        super().__init__(_("What was found"), button)
        self.correct_button = button
        button.setAccessibleName(_("Correct inspection"))
        self._bench = bench
        self._found: ReturnDetail | None = None

    def show_return(self, found: ReturnDetail) -> None:
        """Read what was found of a return and show it."""
        self._found = found
        with self._bench.desk.reading() as reader:
            goods = load_found_goods(reader, found.id)
        self.correct_button.setVisible(found.state == "inspected")
        self.show_widgets(self._lines(goods))

    def correct(self) -> None:
        """Open the inspection again."""
        if self._found is not None:
            open_inspection(self._bench, self._found.id, self.window())

    def _lines(self, goods: Sequence[FoundGoods]) -> list[QWidget]:
        if not goods:
            return []
        facts = Facts()
        facts.set_facts(list(found_facts(goods)))
        return [facts]


def open_inspection(bench: Workbench, case_id: int, window: QWidget) -> None:
    """Show the inspection of a return in a window of its own."""
    from shopdesk.ui.dialogs.inspection import InspectionDialog

    InspectionDialog(bench, case_id, window).open()
