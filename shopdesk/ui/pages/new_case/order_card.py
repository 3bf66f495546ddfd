"""The card that says which order it is about: found, or, without one, who the buyer is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labelled import Place, refusal_line
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.operations import Operations
from shopdesk.ui.pages.new_case.buyer_fields import BuyerFields
from shopdesk.ui.pages.new_case.order_finder import OrderFinder
from shopdesk.ui.pages.new_case.wording import when_ordered, who_ordered


class OrderCard(Card):
    """The box, the line of the chosen order, and the way to do without one."""

    mode_changed = Signal()
    arrival_wanted = Signal()
    """The day on which the order arrived is to be entered."""

    def __init__(self, operations: Operations, *, asks_arrival: bool = True) -> None:
        super().__init__(_("Order"))
        self._asks_arrival = asks_arrival
        self.finder = OrderFinder(operations)
        self.buyer = BuyerFields()
        self._refusal = refusal_line()
        self._who = plain_label("", "strong", wrap=True)
        self._when = plain_label("", "muted")
        self._chosen = _line(self._who, self._when)
        self.arrival = link_button(_("It arrived on…"), self.arrival_wanted.emit)
        self._arrival_known = True
        self.switch = link_button("", self._switch_over)
        self._without_order = False
        for widget in (self.finder, self._refusal, self._chosen, self.buyer):
            self.body.addWidget(widget)
        self.body.addWidget(self.arrival, 0, Qt.AlignmentFlag.AlignLeft)
        self._links = QHBoxLayout()
        self._links.setSpacing(16)
        self._links.addWidget(self.switch)
        self._links.addStretch(1)
        self.body.addLayout(self._links)
        self._arrange()

    @property
    def without_order(self) -> bool:
        """Whether the goods and the buyer are described by hand."""
        return self._without_order

    def show_order(self, order: ReturnableOrder) -> None:
        """Say whose order it is, and when it was."""
        self._who.setText(who_ordered(order))
        self._when.setText(when_ordered(order))
        self._arrival_known = order.delivered_at is not None
        self._arrange()

    def forget_order(self) -> None:
        """Show that no order is chosen."""
        self.finder.forget()
        self._who.clear()
        self._when.clear()
        self._arrival_known = True
        self._arrange()

    def set_shops(self, shops: Sequence[ShopRow], remembered: str) -> None:
        """Offer the shops that goods without an order can go to."""
        self.buyer.set_shops(shops, remembered)

    def describe_buyer(self, texts: Mapping[str, str]) -> None:
        """Do without an order: say who the buyer is, by the names of the draft's attributes."""
        self.do_without()
        self.buyer.fill(texts)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [Place("order_id", self.finder, self._refusal), *self.buyer.places()]

    def add_link(self, link: QWidget) -> None:
        """Put another way to begin beside the one without an order."""
        self._links.insertWidget(1, link)

    def do_without(self, *, without: bool = True) -> None:
        """Let goods and buyer be described by hand, or have an order again."""
        if self._without_order != without:
            self._change_mode()

    def _change_mode(self) -> None:
        self._without_order = not self._without_order
        self._refusal.hide()
        self._arrange()
        (self.buyer if self._without_order else self.finder).setFocus()
        self.mode_changed.emit()

    def _switch_over(self) -> None:
        """Change as the person asks, and take a number that was typed along."""
        if self._without_order:
            number = self.buyer.texts()["order_number"]
            self._change_mode()
            if number and self.finder.value() is None:
                self.finder.seek(number)
        else:
            number = self.finder.unsettled_number
            self._change_mode()
            if number and not self.buyer.texts()["order_number"]:
                self.buyer.fill({"order_number": number})

    def _arrange(self) -> None:
        without = self._without_order
        self.finder.setVisible(not without)
        self._chosen.setVisible(not without and bool(self._who.text()))
        wanted = self._asks_arrival and not self._arrival_known
        self.arrival.setVisible(not without and wanted)
        self.buyer.setVisible(without)
        words = _("Find the order instead") if without else _("Log it without an order")
        self.switch.setText(words)
        self.switch.setAccessibleName(words)


def _line(left: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(left, 1)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
    return holder
