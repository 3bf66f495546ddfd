"""What several selected rows of a list have in common: they are handed over, and printed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.ui.actions import Actions
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.dialogs.hand_over import HandOverDialog
from shopdesk.ui.pages.cases.paper_actions import CasePaper, add_papers_of_many
from shopdesk.ui.pages.cases.shown_actions import HANDING
from shopdesk.ui.workbench import Workbench

HAND_OVER = "hand_over_many"

Form = Callable[[Workbench, QWidget, Sequence[int]], HandOverDialog]


class HandingPanel(SelectedPanel):
    """`form` makes the dialog for the ids of what is selected."""

    def __init__(
        self, bench: Workbench, page: QWidget, form: Form, papers: Sequence[CasePaper] = ()
    ) -> None:
        self._bench, self._page, self._form = bench, page, form
        self._ids: Sequence[int] = ()
        actions = Actions(page)
        add_papers_of_many(bench, actions, papers, self.ids_with, self.why_no_paper)
        actions.add(HAND_OVER, HANDING, self._open, self._why_not)
        super().__init__(actions, [*(paper.name for paper in papers), HAND_OVER])

    def show_ids(self, ids: Sequence[int]) -> None:
        """Hand others over from now on."""
        self._ids = tuple(ids)
        self.name_selected(ngettext("{n} selected", "{n} selected", len(ids)), ids)
        self._actions.refresh()

    def ids_with(self, paper: CasePaper) -> Sequence[int]:
        """Return those of the selected that are to have a paper."""
        del paper
        return self._ids

    def why_no_paper(self, paper: CasePaper) -> str:
        """Return why a paper cannot be had for any of the selected."""
        del paper
        return self._why_not()

    def _open(self) -> None:
        self._form(self._bench, self._page.window(), self._ids).open()

    def _why_not(self) -> str:
        return "" if self._ids else _("Select several first.")
