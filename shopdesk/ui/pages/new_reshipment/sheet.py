"""The form itself: order, goods and address at the left; why at the right."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.pasting import Pasted
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.services.case_drafts import BuyerDraft, ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft
from shopdesk.ui.base.labelled import Place
from shopdesk.ui.dialogs.goods_out import order_goods
from shopdesk.ui.pages.new_case.columns import two_columns
from shopdesk.ui.pages.new_case.foot import SaveFoot
from shopdesk.ui.pages.new_case.order_sheet import OrderSheet
from shopdesk.ui.pages.new_reshipment.address_card import AddressCard
from shopdesk.ui.pages.new_reshipment.goods_card import GoodsCard
from shopdesk.ui.pages.new_reshipment.why_card import WhyCard
from shopdesk.ui.pasting.targets import PasteTarget, along, into
from shopdesk.ui.workbench import Workbench

Do = Callable[[], None]


class ReshipmentSheet(OrderSheet):
    """One wish to send goods, from the order to the draft; made anew for the next one."""

    def __init__(self, bench: Workbench, save: Do, leave: Do) -> None:
        super().__init__(bench)
        self.goods = GoodsCard()
        self.address = AddressCard()
        self.why = WhyCard()
        self.foot = SaveFoot(_("&Open reshipment"), Qt.Key.Key_Enter, save, leave)
        typed = (self.paste, self.order_card, self.goods, self.address)
        self.add_row(two_columns(typed, [self.why], self.foot))
        self.watch_places(self._places())
        self.paste.listen(self)

    def draft(self) -> ReshipmentDraft:
        """Return what the form holds; raises FieldError while no order is chosen."""
        values = self.values()
        goods = GoodsOutDraft(values["lines"], **self.address.texts())
        if self.order_card.without_order:
            draft = self._orderless(values["reason"], goods)
        elif self.order is not None:
            order = self.order
            draft = ReshipmentDraft(order.shop.id, values["reason"], goods, order_id=order.id)
        else:
            sentence = _("Choose the order first, or log it without an order.")
            raise FieldError("order_id", sentence)
        return replace(draft, zone=values["zone"], note=values["note"])

    def show_order(self, order: ReturnableOrder, *, is_new: bool) -> None:
        """Show what it sent and where to, and go on to the first choice that is left."""
        if is_new:
            self.goods.field.show_lines(order_goods(order))
            self.address.show_recipient(order.to)
            target = self.goods.field if len(order.lines) > 1 else self.why.reason
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def forget_order(self) -> None:
        """Begin again without a chosen order, its goods and where they went."""
        super().forget_order()
        self.goods.field.show_lines(())
        self.address.forget_recipient()

    def paste_targets(self, pasted: Pasted) -> Iterator[PasteTarget]:
        """Yield where to; a name and a phone are the buyer's as well where there is no order."""
        yield into("words", self.why.note)
        where_to = {target.kind: target for target in self.address.paste_targets()}
        for target in super().paste_targets(pasted):
            to = where_to.pop(target.kind, None)
            yield target if to is None else along(target, to)
        yield from where_to.values()

    def _orderless(self, reason: str, goods: GoodsOutDraft) -> ReshipmentDraft:
        shop = self.shop
        if shop is None:
            raise FieldError("order_number", _("Set up a shop first."))
        typed = self.order_card.buyer.texts()
        buyer = BuyerDraft(**{name.removeprefix("buyer_"): text for name, text in typed.items()})
        recipient, phone = goods.recipient or buyer.name, goods.phone or buyer.phone
        to = replace(goods, recipient=recipient, phone=phone)
        return ReshipmentDraft(shop.id, reason, to, buyer=buyer)

    def _places(self) -> Iterator[Place]:
        yield from self.order_card.places()
        yield self.goods.place()
        yield from self.address.places()
        yield from self.why.places()
