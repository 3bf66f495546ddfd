"""The form itself: cards for what is typed at the left, what helps to answer at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.queries.guards import PastCase
from shopdesk.queries.returnable import ReturnableOrder, load_returnable
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.services.case_drafts import ComplaintDraft
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.new_complaint.about import AboutNotice
from shopdesk.ui.pages.new_complaint.drafting import draft_of
from shopdesk.ui.pages.new_complaint.foot import Foot
from shopdesk.ui.pages.new_complaint.helps import Helps, Typed
from shopdesk.ui.pages.new_complaint.situation_card import SituationCard
from shopdesk.ui.pages.new_complaint.story_card import StoryCard
from shopdesk.ui.pages.new_return.buyer_card import BuyerCard
from shopdesk.ui.pages.new_return.duplicates import DuplicateNotice
from shopdesk.ui.pages.new_return.earlier import EarlierCases, words_of
from shopdesk.ui.pages.new_return.evidence_card import EvidenceCard
from shopdesk.ui.pages.new_return.order_card import OrderCard
from shopdesk.ui.workbench import Workbench

_SIDE_PX = 340
_GAP_PX = 14
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComplaintForm(Form):
    """One grievance, from the order to the draft; made anew for the next one."""

    def __init__(
        self, bench: Workbench, save: Callable[[], None], cancel: Callable[[], None]
    ) -> None:
        super().__init__()
        self._bench = bench
        self._order: ReturnableOrder | None = None
        self._about: CaseDetail | None = None
        self._found: tuple[PastCase, ...] = ()
        self._settles = False
        self.about = AboutNotice(bench)
        self.order_card = OrderCard(bench.operations, asks_arrival=False)
        self.duplicates = DuplicateNotice("complaint", bench.guide.go)
        self.situation = SituationCard()
        self.story = StoryCard()
        self.evidence = EvidenceCard(bench)
        self.buyer = BuyerCard(bench.guide.go)
        self.helps = Helps(bench, self.buyer)
        self.earlier = EarlierCases(bench.operations, self._take_earlier, self)
        self.foot = Foot(save, cancel)
        self.add_row(self._columns())
        places = (*self.order_card.places(), *self.situation.places(), *self.story.places())
        for place in places:
            self.watch(*place)
        self.settle()
        self._connect()
        self.setFocusProxy(self.order_card.finder)
        bench.operations.query((id(self), "shops"), load_shops, self._take_shops)

    @property
    def order(self) -> ReturnableOrder | None:
        """The chosen order; None without one."""
        return None if self.order_card.without_order else self._order

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or added that would be lost by going away."""
        return super().is_touched or bool(self.evidence.strip.files or self.helps.options)

    def begin_with(self, record_id: int) -> None:
        """Fill in an order."""
        self.open_order(record_id, untouched=True)

    def begin_about(self, found: CaseDetail) -> None:
        """Fill in the order or the buyer of the case that it is about."""
        self._about = found
        self.about.show_case(found)
        if found.order_id is not None:
            self.open_order(found.order_id, untouched=True)
        else:
            self.order_card.describe_buyer(
                {
                    "buyer_name": found.buyer_name,
                    "buyer_handle": found.buyer_handle,
                    "buyer_phone": found.buyer_phone,
                    "order_number": found.order_number,
                }
            )
            self.settle()
            self.situation.setFocus()

    def open_order(self, order_id: int, *, untouched: bool = False) -> None:
        """Read an order and fill it in; with `untouched` it does not count as typed."""
        self._settles = untouched
        load = partial(load_returnable, order_id=order_id)
        self._bench.operations.query((id(self), "order"), load, self._take_order)

    def draft(self) -> ComplaintDraft:
        """Return what the form holds; raises FieldError for what only it can know."""
        texts = self.order_card.buyer.texts()
        return draft_of(self.values(), self.order, self._shop(), texts, self._about)

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

    def _connect(self) -> None:
        self.order_card.finder.chosen.connect(self.open_order)
        self.order_card.mode_changed.connect(self._follow)
        self.order_card.buyer.shop_changed.connect(self._follow)
        self.changed.connect(self._follow)
        self.situation.chosen.connect(self._follow)
        self.evidence.strip.serve(self.story.note)
        self.evidence.strip.paste_within(self)
        self._bench.operations.changed.connect(lambda _change: self.earlier.look_again())

    def _take_shops(self, shops: list[ShopRow]) -> None:
        self.order_card.set_shops(shops, self._bench.desk.settings.now.return_shop)

    def _take_order(self, order: ReturnableOrder | None) -> None:
        if order is None:
            self.refuse(FieldError("order_id", _("This order is gone. Find it again.")))
            return
        self._order = order
        self.order_card.finder.settle(order.id, order.number)
        self.order_card.show_order(order)
        self._follow()
        self.situation.setFocus(Qt.FocusReason.TabFocusReason)
        if self._settles:
            self.settle()
            self._settles = False

    def _take_earlier(self, found: tuple[PastCase, ...]) -> None:
        self._found = found
        self._show_earlier()

    def _follow(self) -> None:
        """Let what stands at the right follow what is typed."""
        shop, texts = self._shop(), self.order_card.buyer.texts()
        if shop is not None:
            self.story.opened_on.set_zone(shop.timezone)
        self.helps.show_typed(
            Typed(
                shop,
                self.order,
                texts["buyer_name"],
                self.situation.situation.value(),
                self.story.note.value(),
            )
        )
        if self.order_card.without_order:
            self.earlier.look_for(words_of(texts))
        self._show_earlier()

    def _show_earlier(self) -> None:
        order = self.order
        past = order.past if order else self._found if self.order_card.without_order else ()
        if order is not None:
            self.buyer.show_order(order)
        else:
            self.buyer.show_found(self.order_card.buyer.texts()["buyer_name"], past)
        self.duplicates.show_cases(past)
        self.buyer.setVisible(order is not None or bool(past))

    def _columns(self) -> QWidget:
        left = ScrollColumn(padding_px=0)
        for card in (
            self.about,
            self.order_card,
            self.duplicates,
            self.situation,
            self.story,
            self.evidence,
        ):
            left.body.addWidget(card)
        side = QVBoxLayout()
        side.setSpacing(_GAP_PX)
        self.helps.setFixedWidth(_SIDE_PX)
        side.addWidget(self.helps, 1)
        side.addWidget(self.foot)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(left, 1)
        row.addLayout(side)
        return holder
