"""A complaint about the shown case, among the actions of any page of cases."""

from collections.abc import Callable

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

COMPLAIN = "complain"
ACTION = Action(N_("Complaint a&bout this…"), "message-square-warning")


class ComplainingAction:
    """Puts its action among those of the page; `found` gives the case that is shown."""

    def __init__(
        self, bench: Workbench, actions: Actions, found: Callable[[], ShownCase | None]
    ) -> None:
        self._bench, self._found = bench, found
        actions.add(COMPLAIN, ACTION, self._open, self._why_not)

    def _open(self) -> None:
        found = self._found()
        if found is not None:
            self._bench.guide.go("complaint_about", found.id)

    def _why_not(self) -> str:
        return "" if self._found() is not None else _("Select a case first.")
