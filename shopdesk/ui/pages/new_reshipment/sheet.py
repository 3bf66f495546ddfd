"""The form itself: order, goods and address at the left; why at the right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.proposed_goods import SendableOrder, load_sendable_order
from shopdesk.queries.returnable import ReturnableOrder, load_returnable
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.services.case_drafts import BuyerDraft, ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.new_reshipment.address_card import AddressCard
from shopdesk.ui.pages.new_reshipment.goods_card import GoodsCard
from shopdesk.ui.pages.new_reshipment.why_card import WhyCard
from shopdesk.ui.pages.new_return.order_card import OrderCard
from shopdesk.ui.workbench import Workbench

_RIGHT_PX = 340
_GAP_PX = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Do = Callable[[], None]
Found = tuple[ReturnableOrder | None, SendableOrder | None]


class ReshipmentSheet(Form):
    """One wish to send goods, from the order to the draft; made anew for the next one."""

    def __init__(self, bench: Workbench, save: Do, leave: Do) -> None:
        super().__init__()
        self._bench = bench
        self._order: SendableOrder | None = None
        self._settles = False
        self.order_card = OrderCard(bench.operations, asks_arrival=False)
        self.goods = GoodsCard()
        self.address = AddressCard()
        self.why = WhyCard()
        self.save_button = _button(_("&Open reshipment"), Qt.Key.Key_Enter, save)
        self.save_button.setProperty("kind", "primary")
        self.cancel_button = _button(_("Cancel"), Qt.Key.Key_Escape, leave)
        self.add_row(self._columns())
        places = (*self.order_card.places(), self.goods.place(), *self.address.places())
        for place in (*places, *self.why.places()):
            self.watch(*place)
        self.settle()
        self.order_card.finder.chosen.connect(self.open_order)
        self.setFocusProxy(self.order_card.finder)
        bench.operations.query("new_reshipment.shops", load_shops, self._take_shops)

    def open_order(self, order_id: int, *, untouched: bool = False) -> None:
        """Read an order and fill it in; with `untouched` it does not count as typed."""
        self._settles = untouched

        def read(reader: Reader) -> Found:
            return load_returnable(reader, order_id), load_sendable_order(reader, order_id)

        self._bench.operations.query("new_reshipment.order", read, self._take_order)

    def draft(self) -> ReshipmentDraft:
        """Return what the form holds; raises FieldError while no order is chosen."""
        values = self.values()
        goods = GoodsOutDraft(values["lines"], **self.address.texts())
        if self.order_card.without_order:
            draft = self._orderless(values["reason"], goods)
        elif self._order is not None:
            order = self._order
            draft = ReshipmentDraft(order.shop_id, values["reason"], goods, order_id=order.id)
        else:
            sentence = _("Choose the order first, or log it without an order.")
            raise FieldError("order_id", sentence)
        return replace(draft, zone=values["zone"], note=values["note"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus; elsewhere it saves."""
        focused = self.focusWidget()
        is_enter = event.key() in _ENTER and not event.modifiers()
        if is_enter and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _orderless(self, reason: str, goods: GoodsOutDraft) -> ReshipmentDraft:
        shop = self.order_card.buyer.shop
        if shop is None:
            raise FieldError("order_number", _("Set up a shop first."))
        typed = self.order_card.buyer.texts()
        buyer = BuyerDraft(**{name.removeprefix("buyer_"): text for name, text in typed.items()})
        recipient, phone = goods.recipient or buyer.name, goods.phone or buyer.phone
        to = replace(goods, recipient=recipient, phone=phone)
        return ReshipmentDraft(shop.id, reason, to, buyer=buyer)

    def _take_shops(self, shops: list[ShopRow]) -> None:
        self.order_card.set_shops(shops, self._bench.desk.settings.now.return_shop)

    def _take_order(self, found: Found) -> None:
        shown, order = found
        if shown is None or order is None:
            self.refuse(FieldError("order_id", _("This order is gone. Find it again.")))
            return
        self._order = order
        self.order_card.finder.settle(order.id, order.number)
        self.order_card.show_order(shown)
        self.goods.field.show_lines(order.lines)
        self.address.show_recipient(order.to)
        target = self.goods.field if len(order.lines) > 1 else self.why.reason
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._settles:
            self.settle()
            self._settles = False

    def _columns(self) -> QWidget:
        left = ScrollColumn(padding_px=0)
        for card in (self.order_card, self.goods, self.address):
            left.body.addWidget(card)
        side = QVBoxLayout()
        side.setSpacing(_GAP_PX)
        right = ScrollColumn(padding_px=0)
        right.body.addWidget(self.why)
        right.setFixedWidth(_RIGHT_PX)
        side.addWidget(right, 1)
        side.addWidget(self.save_button)
        side.addWidget(self.cancel_button)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(left, 1)
        row.addLayout(side)
        return holder


def _button(text: str, key: Qt.Key, do: Do) -> QPushButton:
    keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    button = QPushButton(f"{text}  {keys}")
    button.clicked.connect(partial(_press, do))
    return button


def _press(do: Do, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    do()
