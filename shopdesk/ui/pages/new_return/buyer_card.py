"""The card about the buyer: how often they bought, what came back before."""

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.returnable import PastCase, ReturnableOrder
from shopdesk.rules.sentences import reason_name
from shopdesk.rules.states import STATES
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import ElidedLabel, link_button, plain_label
from shopdesk.ui.pages.new_return.wording import formats_of, joined


class BuyerCard(Card):
    """Shown once an order tells who the buyer is; past returns are links."""

    def __init__(self, open_return: Callable[[int], None]) -> None:
        super().__init__()
        self._open_return = open_return
        self._name = plain_label("", "heading", wrap=True)
        self._summary = plain_label("", "muted", wrap=True)
        self._past = QVBoxLayout()
        self._past.setSpacing(2)
        self.body.addWidget(self._name)
        self.body.addWidget(self._summary)
        self.body.addLayout(self._past)
        self.hide()

    def show_order(self, order: ReturnableOrder) -> None:
        """Say what is known about the buyer of an order."""
        self._name.setText(order.buyer or order.handle or _("Buyer"))
        self._summary.setText(_summary(order))
        clear(self._past)
        for case in order.past:
            self._past.addWidget(self._line(case, order.shop.timezone))

    def _line(self, case: PastCase, timezone: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(link_button(case.number, partial(self._open_return, case.id)))
        row.addWidget(_words(case, timezone), 1)
        return holder


def _words(case: PastCase, timezone: str) -> QLabel:
    opened = case.opened_at.astimezone(ZoneInfo(timezone))
    state = _(STATES[case.state].name) if case.state in STATES else case.state
    return ElidedLabel(
        joined(
            reason_name(case.reason, case.reason_text), state, formats_of(timezone).date(opened)
        ),
        "muted",
    )


def _summary(order: ReturnableOrder) -> str:
    zone = order.shop.timezone
    first = (order.first_order_at or order.ordered_at).astimezone(ZoneInfo(zone))
    count = order.orders_of_buyer
    orders = ngettext("{n} order since {month}", "{n} orders since {month}", count)
    returns = ngettext("{n} earlier return", "{n} earlier returns", order.returns_of_buyer)
    return joined(
        orders.format(n=count, month=formats_of(zone).month(first)),
        returns.format(n=order.returns_of_buyer)
        if order.returns_of_buyer
        else _("no return before"),
    )
