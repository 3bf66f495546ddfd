"""What can be done with the money of the shown case, besides its steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.settling import CaseMoney, load_case_money
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

ACTIONS = {
    "costs": Action(N_("What it &cost…"), "list"),
    "confirm_liability": Action(N_("Confirm who &bears it"), "check"),
    "liability": Action(N_("&Who bears it…"), "users"),
}

_CONFIRMED = N_("Confirmed who bears it.")


class MoneyActions:
    """Puts its actions among those of the page; `found` gives the case that is shown."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        actions: Actions,
        found: Callable[[], ShownCase | None],
    ) -> None:
        self._bench, self._page, self._found = bench, page, found
        doing: dict[str, Callable[[CaseMoney], None]] = {
            "costs": self._open_costs,
            "confirm_liability": self._confirm,
            "liability": self._share,
        }
        for name, do in doing.items():
            actions.add(name, ACTIONS[name], partial(self.with_money, do), self._why_none)

    def with_money(self, do: Callable[[CaseMoney], None]) -> None:
        """Read the money of the case anew, and act on it."""
        found = self._found()
        if found is None:
            return
        with self._bench.desk.reading() as reader:
            money = load_case_money(reader, found.id)
        if money is not None:
            do(money)

    def _open_costs(self, money: CaseMoney) -> None:
        from shopdesk.ui.dialogs.costs import CostsDialog

        CostsDialog(self._bench, money, self._page.window()).open()

    def _share(self, money: CaseMoney) -> None:
        from shopdesk.ui.dialogs.liability import LiabilityDialog

        LiabilityDialog(self._bench, money, self._page.window()).open()

    def _confirm(self, money: CaseMoney) -> None:
        def work(session: Session) -> None:
            services.liability.confirm_liability(session, money.id, version=money.version)

        self._bench.operations.write(_CONFIRMED, work, partial(self._confirmed, money))

    def _confirmed(self, money: CaseMoney, _value: object, change: Change) -> None:
        sentence = _("{number}: {done}").format(number=money.number, done=_(_CONFIRMED))
        offer_undo(self._bench, change, sentence)

    def _why_none(self) -> str:
        return "" if self._found() is not None else _("Select a case first.")
