"""The form for a new case about an order, or about a buyer without one.

class ReturnSheet(OrderSheet):
    def show_order(self, order: ReturnableOrder, *, is_new: bool) -> None:
        self.goods.show_order(order)          # what the form's own cards take of the order

    def forget_order(self) -> None:
        super().forget_order()
        self.goods.forget_order()

    def paste_targets(self, pasted: Pasted) -> Iterator[PasteTarget]:
        yield into("words", self.note)        # its own fields, before those of every such form
        yield from super().paste_targets(pasted)
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.pasting import Pasted
from shopdesk.queries.returnable import ReturnableOrder, load_returnable
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labelled import Place
from shopdesk.ui.pages.new_case.order_card import OrderCard
from shopdesk.ui.pages.new_case.paste_targets import buyer_targets, order_target
from shopdesk.ui.pasting.offer import PasteOffer
from shopdesk.ui.pasting.targets import PasteTarget
from shopdesk.ui.workbench import Workbench

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrderSheet(Form):
    """Has the order's card, and the one for what is pasted; made anew for the next case."""

    def __init__(self, bench: Workbench, *, asks_arrival: bool = False) -> None:
        super().__init__()
        self.bench = bench
        self._order: ReturnableOrder | None = None
        self._settles = False
        self.order_card = OrderCard(bench.operations, asks_arrival=asks_arrival)
        self.order_card.finder.chosen.connect(self.open_order)
        self.paste = PasteOffer(bench, lambda pasted: list(self.paste_targets(pasted)))
        self.order_card.add_link(self.paste.button())
        self.setFocusProxy(self.order_card.finder)
        bench.operations.query((id(self), "shops"), load_shops, self._take_shops)

    @property
    def order(self) -> ReturnableOrder | None:
        """The chosen order as it was read last; None without one."""
        return None if self.order_card.without_order else self._order

    @property
    def shop(self) -> ShopRow | None:
        """Whose case it is; None while neither an order nor a shop is chosen."""
        if self.order_card.without_order:
            return self.order_card.buyer.shop
        return self._order.shop if self._order else None

    def begin_with(self, record_id: int) -> None:
        """Fill in an order."""
        self.open_order(record_id, untouched=True)

    def open_order(self, order_id: int, *, untouched: bool = False) -> None:
        """Read an order and fill it in; with `untouched` it does not count as typed."""
        self._settles = untouched
        load = partial(load_returnable, order_id=order_id)
        self.bench.operations.query((id(self), "order"), load, self._take_order)

    def draft(self) -> object:
        """Return what the form holds; raises FieldError for what only it can know."""
        raise NotImplementedError

    def show_order(self, order: ReturnableOrder, *, is_new: bool) -> None:
        """Show in the form's own cards what was read of the order; `is_new` if just chosen."""
        raise NotImplementedError

    def forget_order(self) -> None:
        """Begin again without a chosen order."""
        self.bench.operations.drop((id(self), "order"))
        self._order = None
        self.order_card.forget_order()

    def paste_targets(self, pasted: Pasted) -> Iterator[PasteTarget]:
        """Yield what takes findings now: nothing asks for a buyer whose order is known."""
        card = self.order_card
        if self.order is None and pasted.names_an_order:
            yield order_target(card, self._keep_order)
        elif self.order is None:
            yield from buyer_targets(card)

    def watch_places(self, places: Iterable[Place]) -> None:
        """Take care of fields that stand in cards, then take the form for untouched."""
        for place in places:
            self.watch(*place)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus; elsewhere it saves."""
        focused = self.focusWidget()
        plain = event.key() in _ENTER and not event.modifiers() & _CONTROL
        if plain and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _keep_order(self) -> Callable[[], None]:
        """Return what chooses the order of this moment again."""
        order = self._order
        return self.forget_order if order is None else partial(self.open_order, order.id)

    def _take_shops(self, shops: list[ShopRow]) -> None:
        self.order_card.set_shops(shops, self.bench.desk.settings.now.return_shop)

    def _take_order(self, order: ReturnableOrder | None) -> None:
        if order is None:
            self.refuse(FieldError("order_id", _("This order is gone. Find it again.")))
        if order is None or order == self._order:
            return
        is_new = self._order is None or self._order.id != order.id
        self._order = order
        if is_new:
            self.order_card.finder.settle(order.id, order.number)
        self.order_card.show_order(order)
        self.show_order(order, is_new=is_new)
        if self._settles:
            self.settle()
            self._settles = False
