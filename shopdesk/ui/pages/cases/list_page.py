"""A list of cases: Enter takes the next step, the menu is under the right button, too."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from shopdesk.ui.base.acting_page import ActingPage
from shopdesk.ui.base.columns import Row
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.dialogs.hand_over import hand_over_cases
from shopdesk.ui.pages.cases.evidence import EvidenceSection
from shopdesk.ui.pages.cases.handing_many import HandingPanel
from shopdesk.ui.pages.cases.step_actions import StepActions
from shopdesk.ui.workbench import Workbench


class CaseListPage(ActingPage[Row]):
    """`make_detail` of a subclass sets `case_actions` and `evidence`."""

    owned = True
    case_actions: StepActions[Any]
    evidence: EvidenceSection

    def __init__(self, bench: Workbench) -> None:
        self._beside: int | None = None
        super().__init__(bench)
        self.evidence.strip.paste_within(self)
        self._set_up_table()

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add photos that were dropped on the window to the chosen case."""
        self.evidence.take(paths)

    def read_again(self) -> None:
        """Read anew, and know who stands beside the chosen case."""
        self._beside = self._neighbour()
        super().read_again()

    def take_once_shown(self, record_id: int, step: str) -> None:
        """Take a step on a case that another page leads here with."""
        self.case_actions.take_once_shown(record_id, step)

    def make_many(self) -> SelectedPanel:
        """Make what stands there while several are selected."""
        return HandingPanel(self.bench, self, hand_over_cases)

    def act_on_none(self) -> None:
        """Let no step be taken on one case while several are selected."""
        self.case_actions.show(None)

    def take_next(self) -> None:
        """Take the next step of the chosen case; of several, lead to what can be done with them."""
        if self.has_many and self.many is not None:
            self.many.lead_on()
        else:
            self.case_actions.take_next()

    def menu_of_chosen(self) -> QMenu:
        """Return what can be done with the chosen case."""
        return self.case_actions.menu(self.table, with_next=True)

    def _choose_awaited(self) -> None:
        """Stay at the same place where a step took the chosen case out of the list."""
        left = self._awaited is None and self.table.chosen is None
        if not (left and self.table.choose(self._beside)):
            super()._choose_awaited()

    def _neighbour(self) -> int | None:
        ids = self.model.ids
        row = -1 if self.table.chosen is None else self.model.row_of(self.table.chosen)
        near = [n for n in (row + 1, row - 1) if row >= 0 and 0 <= n < len(ids)]
        return ids[near[0]] if near else None

    def _set_up_table(self) -> None:
        for key in ("Return", "Enter"):
            pressed = QShortcut(QKeySequence(key), self.table, self.take_next)
            pressed.setContext(Qt.ShortcutContext.WidgetShortcut)
