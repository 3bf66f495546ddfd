"""The form itself: cards for what is typed at the left, what to think of it at the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.guards import PastCase
from shopdesk.queries.pasting import Pasted
from shopdesk.queries.returnable import ReturnableOrder, load_returnable
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.rules.solutions import Asked
from shopdesk.services.drafts import ReturnDraft
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.new_return.buyer_card import BuyerCard
from shopdesk.ui.pages.new_return.drafting import order_draft, orderless_draft
from shopdesk.ui.pages.new_return.duplicates import DuplicateNotice
from shopdesk.ui.pages.new_return.earlier import EarlierCases, words_of
from shopdesk.ui.pages.new_return.evidence_card import EvidenceCard
from shopdesk.ui.pages.new_return.foot import Foot, Steps
from shopdesk.ui.pages.new_return.goods_card import GoodsCard
from shopdesk.ui.pages.new_return.note_card import NoteCard
from shopdesk.ui.pages.new_return.order_card import OrderCard
from shopdesk.ui.pages.new_return.paste_targets import paste_targets
from shopdesk.ui.pages.new_return.policy_card import PolicyCard
from shopdesk.ui.pages.new_return.reply_card import ReplyCard
from shopdesk.ui.pages.new_return.standing import Standing
from shopdesk.ui.pages.new_return.why_card import WhyCard
from shopdesk.ui.pages.new_return.wording import joined
from shopdesk.ui.pasting.offer import PasteOffer
from shopdesk.ui.pasting.targets import PasteTarget
from shopdesk.ui.solutions.card import SolutionsCard
from shopdesk.ui.solutions.occasion import Occasion
from shopdesk.ui.workbench import Workbench

_RIGHT_PX = 340
_GAP_PX = 14
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReturnSheet(Form):
    """One wish to return, from the order to the draft; made anew for the next one."""

    category_chosen = Signal(int, str)

    def __init__(self, bench: Workbench, steps: Steps) -> None:
        super().__init__()
        self._bench = bench
        self._order: ReturnableOrder | None = None
        self._settles = False
        self.order_card = OrderCard(bench.operations)
        self.goods = GoodsCard()
        self.why = WhyCard()
        self.note = NoteCard()
        self.evidence = EvidenceCard(bench)
        self.policy = PolicyCard()
        self.duplicates = DuplicateNotice("return", bench.guide.go)
        self.buyer = BuyerCard(bench.guide.go)
        self.earlier = EarlierCases(bench.operations, self._take_earlier, self)
        self._found: tuple[PastCase, ...] = ()
        self.reply = ReplyCard(bench)
        self.solutions = SolutionsCard(bench, replies=False)
        self.paste = PasteOffer(bench, self._paste_targets)
        self.foot = Foot(steps)
        self.add_row(self._columns())
        self._watch_all()
        self._connect()
        self.setFocusProxy(self.order_card.finder)
        bench.operations.query("new_return.shops", load_shops, self._take_shops)

    @property
    def order(self) -> ReturnableOrder | None:
        """The chosen order as it was read last; None without one."""
        return None if self.order_card.without_order else self._order

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or added that would be lost by going away."""
        return super().is_touched or bool(self.evidence.strip.files)

    def begin_with(self, record_id: int) -> None:
        """Fill in an order."""
        self.open_order(record_id, untouched=True)

    def open_order(self, order_id: int, *, untouched: bool = False) -> None:
        """Read an order and fill it in; with `untouched` it does not count as typed."""
        self._settles = untouched
        self._bench.operations.query(
            "new_return.order", partial(load_returnable, order_id=order_id), self._take_order
        )

    def draft(self) -> ReturnDraft:
        """Return what the form holds; raises FieldError while no order is chosen."""
        if self.order_card.without_order:
            buyer = self.order_card.buyer
            return orderless_draft(buyer.shop, buyer.texts(), self.values())
        return order_draft(self._order, self.values())

    def standing(self) -> Standing | None:
        """Return what is to be judged; None while it is not known whose policy holds."""
        shop = self._shop()
        if shop is None:
            return None
        order = self.order
        goods = self.goods
        return Standing(
            shop=shop,
            order=order,
            buyer=order.buyer if order else self.order_card.buyer.texts()["buyer_name"],
            items=joined(*goods.titles()),
            categories=frozenset(goods.categories()),
            reason=self.why.reason.value(),
            remedy=self.why.remedy.value(),
            asked_on=self.note.asked_on.value(),
            has_evidence=bool(self.evidence.strip.files),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus; elsewhere it saves."""
        focused = self.focusWidget()
        plain = event.key() in _ENTER and not event.modifiers() & _CONTROL
        if plain and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _shop(self) -> ShopRow | None:
        if self.order_card.without_order:
            return self.order_card.buyer.shop
        return self._order.shop if self._order else None

    def _columns(self) -> QWidget:
        left, right = _column(), _column()
        for typed in (
            self.paste,
            self.order_card,
            self.duplicates,
            self.goods,
            self.why,
            self.note,
            self.evidence,
        ):
            left.body.addWidget(typed)
        for told in (self.policy, self.buyer, self.reply, self.solutions):
            right.body.addWidget(told)
        side = QVBoxLayout()
        side.setSpacing(_GAP_PX)
        side.addWidget(right, 1)
        self.foot.setContentsMargins(0, 0, right.verticalScrollBar().sizeHint().width(), 0)
        side.addWidget(self.foot)
        right.setMinimumWidth(_RIGHT_PX)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(left, 1)
        row.addLayout(side)
        return holder

    def _watch_all(self) -> None:
        for place in (
            *self.order_card.places(),
            self.goods.place(),
            *self.why.places(),
            self.policy.place(),
            *self.note.places(),
        ):
            self.watch(*place)
        self.settle()

    def _connect(self) -> None:
        self.order_card.finder.chosen.connect(self.open_order)
        self.order_card.mode_changed.connect(self._change_mode)
        self.order_card.arrival_wanted.connect(self._ask_arrival)
        self.order_card.buyer.shop_changed.connect(self._change_mode)
        self.goods.field.lines.category_chosen.connect(self.category_chosen)
        self.changed.connect(self._judge)
        self.evidence.strip.changed.connect(self._judge)
        self.evidence.strip.serve(self.note.note)
        self.evidence.strip.paste_within(self)
        self.paste.listen(self, self.evidence.strip)
        self.order_card.add_link(self.paste.button())
        self._bench.operations.changed.connect(self._read_again)

    def _paste_targets(self, pasted: Pasted) -> list[PasteTarget]:
        has_order = self.order is not None
        return list(paste_targets(self.order_card, self.note, pasted, has_order=has_order))

    def _take_shops(self, shops: list[ShopRow]) -> None:
        self.order_card.set_shops(shops, self._bench.desk.settings.now.return_shop)

    def _take_order(self, order: ReturnableOrder | None) -> None:
        if order is None:
            self.refuse(FieldError("order_id", _("This order is gone. Find it again.")))
        if order is None or order == self._order:
            return
        is_new = self._order is None or self._order.id != order.id
        self._order = order
        if is_new:
            self.order_card.finder.settle(order.id, order.number)
            self.note.set_zone(order.shop.timezone)
        self.order_card.show_order(order)
        self.goods.show_order(order)
        self._judge()
        if is_new:
            self._lead_on()
        if self._settles:
            self.settle()
            self._settles = False

    def _lead_on(self) -> None:
        """Go where the next answer is missing: the lines, or, ticked already, the reason."""
        to_tick = self.goods.has_choice and not self.goods.field.value()
        target = self.goods.field if to_tick else self.why.reason
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _change_mode(self) -> None:
        without = self.order_card.without_order
        shop = self.order_card.buyer.shop
        if shop is not None:
            self.goods.field.described.set_currency(shop.currency)
            if without:
                self.note.set_zone(shop.timezone)
        self.goods.set_mode(without_order=without)
        self._judge()

    def _ask_arrival(self) -> None:
        """Ask for the day; the order is read again after the write, and judged by it."""
        from shopdesk.ui.dialogs.arrival import ArrivalDialog

        order = self._order
        if order is not None:
            zone = order.shop.timezone
            ArrivalDialog(self._bench, order.id, order.number, zone, self.window()).open()

    def _judge(self) -> None:
        standing = self.standing()
        self.policy.show_standing(standing)
        self.reply.show_standing(standing, self.policy.payer.value())
        self.foot.show_standing(standing)
        self._show_solutions(standing)
        self._show_earlier()

    def _show_solutions(self, standing: Standing | None) -> None:
        """Show what is known to help; a return offers nothing, it says what the buyer wants."""
        if standing is None or not standing.reason:
            self.solutions.put_away()
            return
        asked = Asked(self.note.note.value(), reason=standing.reason)
        self.solutions.show_occasion(
            Occasion(standing.shop.id, asked, lambda _language: {}, can_offer=False)
        )

    def _show_earlier(self) -> None:
        """Show what came before, of the order in hand or of the buyer as typed."""
        order = self.order
        if order is not None:
            self.buyer.show_order(order)
        elif self.order_card.without_order:
            texts = self.order_card.buyer.texts()
            self.earlier.look_for(words_of(texts))
            self.buyer.show_found(texts["buyer_name"], self._found)
        past = self._past
        self.duplicates.show_cases(past)
        self.buyer.setVisible(order is not None or bool(past))

    @property
    def _past(self) -> tuple[PastCase, ...]:
        if self.order_card.without_order:
            return self._found
        return self._order.past if self._order else ()

    def _take_earlier(self, found: tuple[PastCase, ...]) -> None:
        self._found = found
        self._show_earlier()

    def _read_again(self, _change: object) -> None:
        """Look again at what is left to return, and what came before, after any write."""
        self.earlier.look_again()
        if self._order is not None:
            self.open_order(self._order.id)


def _column() -> ScrollColumn:
    """Return a column that keeps the room of its bar, so that chips never wrap anew."""
    made = ScrollColumn(padding_px=0)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = made.verticalScrollBar()
    bar.setEnabled(False)
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
    return made
