"""The card about the buyer: how often they bought, what came back before."""

from collections.abc import Callable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.guards import PastCase
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.case_links import why_text
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import ElidedLabel, link_button, plain_label
from shopdesk.ui.pages.new_case.wording import formats_of, joined


class BuyerCard(Card):
    """Shown once it is known who the buyer is; past cases and the buyer's page are links."""

    def __init__(self, go: Callable[[str, int], None]) -> None:
        super().__init__()
        self._go = go
        self._customer_id: int | None = None
        self._cases: tuple[PastCase, ...] = ()
        self._name = plain_label("", "heading", wrap=True)
        self._summary = plain_label("", "muted", wrap=True)
        self._past = QVBoxLayout()
        self._past.setSpacing(2)
        self._all = link_button(_("All about this buyer"), self._show_customer)
        for widget in (self._name, self._summary):
            self.body.addWidget(widget)
        self.body.addLayout(self._past)
        self.body.addWidget(self._all)
        self.hide()

    def show_order(self, order: ReturnableOrder) -> None:
        """Say what is known about the buyer of an order; rounds on this order stand first."""
        self._name.setText(order.buyer or order.handle or _("Buyer"))
        self._summary.setText(_summary(order))
        self._customer_id = order.customer_id
        self._show_past(order.past)

    def show_found(self, name: str, cases: Sequence[PastCase]) -> None:
        """Say what is known about a buyer of whom only words are typed."""
        words = ngettext("{n} earlier case", "{n} earlier cases", len(cases))
        self._name.setText(name.strip() or _("Buyer"))
        self._summary.setText(words.format(n=len(cases)))
        self._customer_id = None
        self._show_past(cases)

    def _show_past(self, cases: Sequence[PastCase]) -> None:
        self._all.setVisible(self._customer_id is not None)
        if tuple(cases) == self._cases:
            return  # a link under the keyboard's focus stays
        self._cases = tuple(cases)
        clear(self._past)
        for case in cases:
            self._past.addWidget(self._line(case))

    def _show_customer(self) -> None:
        if self._customer_id is not None:
            self._go("customers", self._customer_id)

    def _line(self, case: PastCase) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(link_button(case.number, partial(self._go, KINDS[case.kind].page, case.id)))
        row.addWidget(_words(case), 1)
        return holder


def _words(case: PastCase) -> QLabel:
    """Return what a case was about; one of the order in hand says so first."""
    opened = case.opened_at.astimezone(ZoneInfo(case.timezone))
    state = KINDS[case.kind].states.get(case.state)
    return ElidedLabel(
        joined(
            _("this order") if case.of_order else "",
            _(state.name) if state else case.state,
            why_text(case),
            formats_of(case.timezone).date(opened),
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
