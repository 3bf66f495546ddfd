"""Handing the shown case over, among the actions of any page of cases."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

HAND_OVER = "hand_over"
ACTION = Action(N_("Hand o&ver…"), "user")


class HandingAction:
    """Puts its action among those of the page; `found` gives the case that is shown."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        actions: Actions,
        found: Callable[[], ShownCase | None],
    ) -> None:
        self._bench, self._page, self._found = bench, page, found
        actions.add(HAND_OVER, ACTION, self._open, self._why_not)

    def _open(self) -> None:
        from shopdesk.ui.dialogs.hand_over import hand_over_cases

        found = self._found()
        if found is not None:
            hand_over_cases(self._bench, self._page.window(), [found.id], found.number).open()

    def _why_not(self) -> str:
        return "" if self._found() is not None else _("Select a case first.")
