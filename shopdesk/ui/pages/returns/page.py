"""The returns page: the list by state, one return with its next step, the slips to print."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_
from shopdesk.queries.returns import (
    ReturnRow,
    count_return_chips,
    find_return_ids,
    load_return_rows,
)
from shopdesk.rules.states import RETURN_CHIPS
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.table_page import EmptyWords
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.cases.list_page import CaseListPage
from shopdesk.ui.pages.cases.waiting_papers import PRINT_SLIPS, RETURNS, WaitingPapers
from shopdesk.ui.pages.returns.case_actions import CaseActions
from shopdesk.ui.pages.returns.columns import RETURN_COLUMNS
from shopdesk.ui.pages.returns.detail import ReturnDetailView
from shopdesk.ui.pages.returns.foot import foot_sentence
from shopdesk.ui.pages.returns.many_actions import ManyActions
from shopdesk.ui.pages.returns.many_panel import ManyPanel
from shopdesk.ui.pages.returns.refused import RefusedCard
from shopdesk.ui.pages.returns.step_taking import StepTaking
from shopdesk.ui.workbench import Workbench

_LOOKED_FOR = 200


class ReturnsPage(CaseListPage[ReturnRow]):
    """One return or several: Enter takes the next step, or leads to what several can take."""

    title = N_("Returns")
    columns = RETURN_COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in RETURN_CHIPS)
    sort = "opened"
    descending = True
    shown_from_px: ClassVar = {"reason": 1_120}
    empty = EmptyWords(
        "rotate-ccw",
        N_("No return is open. Log one when a buyer asks to send something back."),
        N_("No return is in this state."),
        ("new_return", "import_orders"),
    )

    def __init__(self, bench: Workbench) -> None:
        self._selecting: list[int] = []
        super().__init__(bench)
        self._page_actions = Actions(self)
        self.refused = RefusedCard()
        self.slips = WaitingPapers(bench, self._page_actions, RETURNS)
        self.frame.buttons.addWidget(action_button(self._page_actions[PRINT_SLIPS]))
        self._set_up_many()

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the returns of the chosen chip."""
        sort = (wanted.sort, wanted.descending)
        return find_return_ids(reader, wanted.chip, sort, owner=wanted.owner)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[ReturnRow]:
        """Load the rows in view."""
        return load_return_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is behind each chip whose count is cheap."""
        return count_return_chips(reader, owner=self.wanted.owner)

    def foot_line(self, reader: Reader) -> str:
        """Say how much is open, late, and waiting to be refunded."""
        return foot_sentence(reader, self.wanted.owner)

    def make_detail(self) -> QWidget:
        """Make the right-hand side and what can be done there."""
        taking = StepTaking(self.bench, self, self.show_again, self.read_again)
        self.case_actions = CaseActions(self.bench, self, taking)
        detail = ReturnDetailView(self.bench, self.case_actions)
        self.evidence = detail.evidence
        return detail

    def make_many(self) -> ManyPanel:
        """Make what stands there while several returns are selected."""
        self.many_actions = ManyActions(self.bench, self)
        return ManyPanel(self.many_actions)

    def _set_up_many(self) -> None:
        self.add_below(self.refused)
        self.refused.show_wanted.connect(self._select)
        self.many_actions.refused.connect(self.refused.show_rows)

    def _select(self, case_ids: list[int]) -> None:
        """Select returns where the list holds them, else in the list of all."""
        if any(self.model.row_of(case_id) < 0 for case_id in case_ids[:_LOOKED_FOR]):
            self._selecting = case_ids
            self.show_chip(self.chips[-1].key)
        else:
            self.table.choose_many(case_ids)
            self.table.setFocus()

    def _all_found(self) -> None:
        super()._all_found()
        case_ids, self._selecting = self._selecting, []
        if case_ids:
            self.table.choose_many(case_ids)
            self.table.setFocus()

    def _show_side(self) -> None:
        """Act on one return or on several, never on both."""
        super()._show_side()
        if not self.has_many:
            self.many_actions.show_ids(())
