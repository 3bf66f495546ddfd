"""What can be done with the waybills of the shown return, besides its steps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.receiving import judge_arrival, refusal
from shopdesk.rules.states import STATES
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # the dialog comes with the first parcel that is taken
    from shopdesk.ui.dialogs.parcel_matching import Matched

ACTIONS = {
    "add_waybill": Action(N_("Add &waybill…"), "truck"),
    "correct_waybill": Action(N_("Correct wa&ybill…"), "pencil"),
    "take_parcel": Action(N_("Take an ownerless &parcel…"), "package"),
}


class ParcelActions:
    """Puts its actions among those of the page; `found` gives the return that is shown."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        actions: Actions,
        found: Callable[[], ReturnDetail | None],
    ) -> None:
        self._bench, self._page, self._found = bench, page, found
        actions.add("add_waybill", ACTIONS["add_waybill"], self._add, self._why_not_add)
        actions.add(
            "correct_waybill", ACTIONS["correct_waybill"], self._correct, self._why_not_correct
        )
        actions.add("take_parcel", ACTIONS["take_parcel"], self._take, self._why_not_take)

    def _add(self) -> None:
        found = self._found()
        if found is not None:
            self._open(found, correct=False)

    def _correct(self) -> None:
        found = self._found()
        if found is not None:
            self._open(found, correct=True)

    def _open(self, found: ReturnDetail, *, correct: bool) -> None:
        from shopdesk.ui.dialogs.parcel_waybill import ParcelWaybillDialog

        parcels = tuple(reversed(found.parcels)) if correct else ()
        ParcelWaybillDialog(self._bench, found, self._page.window(), parcels).open()

    def _take(self) -> None:
        from shopdesk.ui.dialogs.parcel_matching import TakeParcelDialog

        found = self._found()
        if found is not None:
            TakeParcelDialog(self._bench, found, self._taken, self._page.window()).open()

    def _taken(self, matched: "Matched") -> None:
        offer_undo(self._bench, matched.change, matched.sentence)

    def _why_not_take(self) -> str:
        found = self._found()
        if found is None:
            return _("Select a return first.")
        verdict = judge_arrival(found.standing, another=True)
        return "" if verdict.receives else refusal(verdict.code, found.number)

    def _why_not_add(self) -> str:
        found = self._found()
        if found is None:
            return _("Select a return first.")
        if not found.goods_back:
            return _("Nothing comes back with this return.")
        if not STATES[found.state].is_open:
            return _("This return is finished.")
        if found.state in ("asked", "agreed", "declined"):
            return _("Enter the first waybill with the step “Enter waybill”.")
        return ""

    def _why_not_correct(self) -> str:
        found = self._found()
        if found is None:
            return _("Select a return first.")
        return "" if found.parcels else _("No waybill is known yet.")
