"""What stands at the right while several reshipments are selected: papers, and handing over."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.queries.reshipment_list import find_unsent
from shopdesk.ui.dialogs.hand_over import hand_over_cases
from shopdesk.ui.pages.cases.handing_many import HandingPanel
from shopdesk.ui.pages.cases.paper_actions import MANY_RESHIPMENT_PAPERS, CasePaper
from shopdesk.ui.workbench import Workbench


class ManyReshipmentsPanel(HandingPanel):
    """Papers are for those that have not gone out; the buttons say how many that are."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        self._unsent: Sequence[int] = ()
        super().__init__(bench, page, hand_over_cases, MANY_RESHIPMENT_PAPERS)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Act on others from now on."""
        super().show_ids(ids)
        find = partial(find_unsent, case_ids=tuple(ids))
        self._bench.operations.query((id(self), "unsent"), find, self._take)

    def ids_with(self, paper: CasePaper) -> Sequence[int]:
        """Return those that are still to be packed or sent."""
        del paper
        return self._unsent

    def why_no_paper(self, paper: CasePaper) -> str:
        """Return why a paper cannot be had for any of the selected."""
        none = "" if self._unsent else _("All of these are sent, or go nowhere any more.")
        return super().why_no_paper(paper) or none

    def _take(self, unsent: list[int]) -> None:
        self._unsent = unsent
        for paper in MANY_RESHIPMENT_PAPERS:
            action = self._actions[paper.name]
            text = _(action.declared.text)
            n = len(unsent)
            action.setText(_("{step} ({n})").format(step=text, n=n) if n else text)
        self._actions.refresh()
