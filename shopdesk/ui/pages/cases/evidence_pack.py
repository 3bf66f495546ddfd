"""The evidence pack of the shown case, among the actions of any page of cases."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

EVIDENCE_PACK = "evidence_pack"
ACTION = Action(N_("&Evidence pack…"), "file-text")


class EvidencePackAction:
    """Puts its action among those of the page; `found` gives the case that is shown."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        actions: Actions,
        found: Callable[[], ShownCase | None],
    ) -> None:
        self._bench, self._page, self._found = bench, page, found
        actions.add(EVIDENCE_PACK, ACTION, self._open, self._why_not)

    def _open(self) -> None:
        from shopdesk.ui.papers.preview import open_paper

        found = self._found()
        if found is not None:
            open_paper(self._bench, "evidence_pack", [found.id])

    def _why_not(self) -> str:
        return "" if self._found() is not None else _("Select a case first.")
