"""Giving money back for the shown return beside its settlement."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.queries.settling import CaseMoney
from shopdesk.rules.refunds import may_refund
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.cases.money_actions import MoneyActions
from shopdesk.ui.workbench import Workbench

REFUND_MORE = Action(N_("&Refund more…"), "receipt")


class RefundAction:
    """Puts itself and what can be done with any case's money among the actions of the page."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        actions: Actions,
        found: Callable[[], ReturnDetail | None],
    ) -> None:
        self._bench, self._page, self._found = bench, page, found
        money = MoneyActions(bench, page, actions, found)
        refund = partial(money.with_money, self._refund)
        actions.add("refund_more", REFUND_MORE, refund, self._why_not)

    def _refund(self, money: CaseMoney) -> None:
        from shopdesk.ui.dialogs.refund import RefundDialog

        RefundDialog(self._bench, money, self._page.window()).open()

    def _why_not(self) -> str:
        found = self._found()
        if found is None:
            return _("Select a return first.")
        if may_refund(found.state, settled=found.settled_at is not None):
            return ""
        return _("Money goes back once a return is agreed to.")
