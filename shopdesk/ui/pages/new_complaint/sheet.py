"""The form itself: cards for what is typed at the left, what helps to answer at the right."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.queries.pasting import Pasted
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.services.case_drafts import ComplaintDraft
from shopdesk.ui.base.labelled import Place
from shopdesk.ui.pages.new_case.columns import two_columns
from shopdesk.ui.pages.new_case.evidence_card import EvidenceCard
from shopdesk.ui.pages.new_case.foot import SaveFoot
from shopdesk.ui.pages.new_case.order_sheet import OrderSheet
from shopdesk.ui.pages.new_case.past import BuyersPast
from shopdesk.ui.pages.new_complaint.about import AboutNotice
from shopdesk.ui.pages.new_complaint.drafting import draft_of
from shopdesk.ui.pages.new_complaint.helps import Helps, Typed
from shopdesk.ui.pages.new_complaint.situation_card import SituationCard
from shopdesk.ui.pages.new_complaint.story_card import StoryCard
from shopdesk.ui.pasting.targets import PasteTarget, into
from shopdesk.ui.workbench import Workbench

_CONTROL_ENTER = Qt.Modifier.CTRL | Qt.Key.Key_Enter


class ComplaintForm(OrderSheet):
    """One grievance, from the order to the draft; made anew for the next one."""

    def __init__(
        self, bench: Workbench, save: Callable[[], None], cancel: Callable[[], None]
    ) -> None:
        super().__init__(bench)
        self._about: CaseDetail | None = None
        self.about = AboutNotice(bench)
        self.situation = SituationCard()
        self.story = StoryCard()
        self.evidence = EvidenceCard(bench)
        self.helps = Helps(bench)
        self._past = BuyersPast(bench, "complaint", self.order_card.buyer, self)
        self.foot = SaveFoot(_("Log complaint"), _CONTROL_ENTER, save, cancel)
        self.add_row(self._columns())
        self.watch_places(self._places())
        self._connect()

    @property
    def is_touched(self) -> bool:
        """Whether something was typed or added that would be lost by going away."""
        return super().is_touched or bool(self.evidence.strip.files or self.helps.options)

    def begin_about(self, found: CaseDetail) -> None:
        """Fill in the order or the buyer of the case that it is about."""
        self._about = found
        self.about.show_case(found)
        if found.order_id is not None:
            self.begin_with(found.order_id)
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

    def draft(self) -> ComplaintDraft:
        """Return what the form holds; raises FieldError for what only it can know."""
        texts = self.order_card.buyer.texts()
        return draft_of(self.values(), self.order, self.shop, texts, self._about)

    def show_order(self, _order: ReturnableOrder, *, is_new: bool) -> None:
        """Let what stands at the right follow, and go on to what is wrong."""
        self._follow()
        if is_new:
            self.situation.setFocus(Qt.FocusReason.TabFocusReason)

    def forget_order(self) -> None:
        """Begin again without a chosen order."""
        super().forget_order()
        self._follow()

    def paste_targets(self, pasted: Pasted) -> Iterator[PasteTarget]:
        """Yield the buyer's words, then what every such form asks for."""
        yield into("words", self.story.note)
        yield from super().paste_targets(pasted)

    def _columns(self) -> QWidget:
        typed = (
            self.about,
            self.paste,
            self.order_card,
            self._past.duplicates,
            self.situation,
            self.story,
            self.evidence,
        )
        return two_columns(typed, (self.helps, self._past.buyer), self.foot)

    def _places(self) -> Iterator[Place]:
        yield from self.order_card.places()
        yield from self.situation.places()
        yield from self.story.places()

    def _connect(self) -> None:
        self.order_card.mode_changed.connect(self._follow)
        self.order_card.buyer.shop_changed.connect(self._follow)
        self.changed.connect(self._follow)
        self.situation.chosen.connect(self._follow)
        self.helps.situation_found.connect(self.situation.propose)
        self.evidence.strip.serve(self.story.note)
        self.evidence.strip.paste_within(self)
        self.paste.listen(self, self.evidence.strip)

    def _follow(self) -> None:
        """Let what stands at the right follow what is typed."""
        if self.shop is not None:
            self.story.opened_on.set_zone(self.shop.timezone)
        self.helps.show_typed(
            Typed(
                self.shop,
                self.order,
                self.order_card.buyer.texts()["buyer_name"],
                self.situation.situation.value(),
                self.story.note.value(),
            )
        )
        self._past.follow(self.order, without_order=self.order_card.without_order)
