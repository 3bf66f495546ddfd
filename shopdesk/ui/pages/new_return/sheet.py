"""The form itself: cards for what is typed at the left, what to think of it at the right."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.queries.pasting import Pasted
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.rules.solutions import Asked
from shopdesk.services.drafts import ReturnDraft
from shopdesk.ui.base.labelled import Place
from shopdesk.ui.pages.new_case.columns import two_columns
from shopdesk.ui.pages.new_case.evidence_card import EvidenceCard
from shopdesk.ui.pages.new_case.order_sheet import OrderSheet
from shopdesk.ui.pages.new_case.past import BuyersPast
from shopdesk.ui.pages.new_case.wording import joined
from shopdesk.ui.pages.new_return.drafting import order_draft, orderless_draft
from shopdesk.ui.pages.new_return.foot import Foot, Steps
from shopdesk.ui.pages.new_return.goods_card import GoodsCard
from shopdesk.ui.pages.new_return.note_card import NoteCard
from shopdesk.ui.pages.new_return.policy_card import PolicyCard
from shopdesk.ui.pages.new_return.reply_card import ReplyCard
from shopdesk.ui.pages.new_return.standing import Standing
from shopdesk.ui.pages.new_return.why_card import WhyCard
from shopdesk.ui.pasting.targets import PasteTarget, into
from shopdesk.ui.solutions.card import SolutionsCard
from shopdesk.ui.solutions.occasion import Occasion
from shopdesk.ui.workbench import Workbench


class ReturnSheet(OrderSheet):
    """One wish to return, from the order to the draft; made anew for the next one."""

    category_chosen = Signal(int, str)

    def __init__(self, bench: Workbench, steps: Steps) -> None:
        super().__init__(bench, asks_arrival=True)
        self.goods = GoodsCard()
        self.why = WhyCard()
        self.note = NoteCard()
        self.evidence = EvidenceCard(bench)
        self.policy = PolicyCard()
        self._past = BuyersPast(bench, "return", self.order_card.buyer, self)
        self.duplicates, self.buyer = self._past.duplicates, self._past.buyer
        self.reply = ReplyCard(bench)
        self.solutions = SolutionsCard(bench, replies=False)
        self.foot = Foot(steps)
        self.add_row(self._columns())
        self.watch_places(self._places())
        self._connect()

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or added that would be lost by going away."""
        return super().is_touched or bool(self.evidence.strip.files)

    def draft(self) -> ReturnDraft:
        """Return what the form holds; raises FieldError while no order is chosen."""
        if self.order_card.without_order:
            buyer = self.order_card.buyer
            return orderless_draft(buyer.shop, buyer.texts(), self.values())
        return order_draft(self._order, self.values())

    def standing(self) -> Standing | None:
        """Return what is to be judged; None while it is not known whose policy holds."""
        shop = self.shop
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

    def show_order(self, order: ReturnableOrder, *, is_new: bool) -> None:
        """Show the lines that can come back, and judge anew."""
        if is_new:
            self.note.set_zone(order.shop.timezone)
        self.goods.show_order(order)
        self._judge()
        if is_new:
            self._lead_on()

    def forget_order(self) -> None:
        """Begin again without a chosen order and its lines."""
        super().forget_order()
        self.goods.forget_order()
        self._judge()

    def paste_targets(self, pasted: Pasted) -> Iterator[PasteTarget]:
        """Yield the note, then what every such form asks for."""
        yield into("words", self.note.note)
        yield from super().paste_targets(pasted)

    def _columns(self) -> QWidget:
        typed = (
            self.paste,
            self.order_card,
            self.duplicates,
            self.goods,
            self.why,
            self.note,
            self.evidence,
        )
        told = (self.policy, self.buyer, self.reply, self.solutions)
        return two_columns(typed, told, self.foot)

    def _places(self) -> Iterator[Place]:
        yield from self.order_card.places()
        yield self.goods.place()
        yield from self.why.places()
        yield self.policy.place()
        yield from self.note.places()

    def _connect(self) -> None:
        self.order_card.mode_changed.connect(self._change_mode)
        self.order_card.arrival_wanted.connect(self._ask_arrival)
        self.order_card.buyer.shop_changed.connect(self._change_mode)
        self.goods.field.lines.category_chosen.connect(self.category_chosen)
        self.changed.connect(self._judge)
        self.evidence.strip.changed.connect(self._judge)
        self.evidence.strip.serve(self.note.note)
        self.evidence.strip.paste_within(self)
        self.paste.listen(self, self.evidence.strip)
        self.bench.operations.changed.connect(self._read_again)

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
            ArrivalDialog(self.bench, order.id, order.number, zone, self.window()).open()

    def _judge(self) -> None:
        standing = self.standing()
        self.policy.show_standing(standing)
        self.reply.show_standing(standing, self.policy.payer.value())
        self.foot.show_standing(standing)
        self._show_solutions(standing)
        self._past.follow(self.order, without_order=self.order_card.without_order)

    def _show_solutions(self, standing: Standing | None) -> None:
        """Show what is known to help; a return offers nothing, it says what the buyer wants."""
        if standing is None or not standing.reason:
            self.solutions.put_away()
            return
        asked = Asked(self.note.note.value(), reason=standing.reason)
        self.solutions.show_occasion(
            Occasion(standing.shop.id, asked, lambda _language: {}, can_offer=False)
        )

    def _read_again(self, _change: object) -> None:
        """Look again at what is left to return after any write."""
        if self._order is not None:
            self.open_order(self._order.id)
