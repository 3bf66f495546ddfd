"""What helps to answer a complaint: solutions, ready words, follow-ups, who bears it."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.solutions import SolutionOption
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Session
from shopdesk.ui.follow_ups.section import FollowUpsSection
from shopdesk.ui.pages.cases.head import CaseHead
from shopdesk.ui.pages.cases.money import MoneySection
from shopdesk.ui.pages.cases.related import RelatedSection
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.pages.complaints.option_drafts import OrderMoney, drafts_of
from shopdesk.ui.pages.complaints.replying import occasion_of
from shopdesk.ui.solutions.card import SolutionsCard
from shopdesk.ui.workbench import Workbench

COPIED = N_("Reply copied")


class ComplaintSide(ScrollColumn):
    """Cards one under the other; it scrolls by itself."""

    def __init__(self, bench: Workbench, actions: ComplaintActions) -> None:
        super().__init__(padding_px=0)
        self._bench = bench
        self._actions = actions
        self._shown_id: int | None = None
        self.solutions = SolutionsCard(bench)
        self.solutions.offer_wanted.connect(self._offer)
        self.solutions.copied.connect(self._note_copied)
        self.head = CaseHead(bench)
        self.follow_ups = FollowUpsSection(bench)
        self.money = MoneySection(bench, actions.actions)
        self.related = RelatedSection(bench)
        self._related_card = _card(self.related)
        self.body.addWidget(self.solutions)
        for section in (self.follow_ups, self.money):
            self.body.addWidget(_card(section))
        self.body.addWidget(self._related_card)
        self.body.addWidget(_card(self.head))

    def show_complaint(self, found: ComplaintDetail, formats: Formats) -> None:
        """Show what belongs to another complaint."""
        if found.id != self._shown_id:
            self._shown_id = found.id
            self.solutions.begin()
            self.verticalScrollBar().setValue(0)
        self.solutions.show_occasion(occasion_of(found))
        self.head.show_case(found.case)
        self.follow_ups.show_case(found.id)
        self.money.show_case(found.case, formats)
        self.related.show_case(found.case)
        self._related_card.setVisible(not self.related.isHidden())

    def _offer(self, options: list[SolutionOption]) -> None:
        """Put the library's options among those of the complaint, as the buyer reads them."""
        found = self._actions.detail
        if found is not None:
            money = OrderMoney(found.paid_minor, found.freight_minor)
            self._actions.add_options(drafts_of(options, money, self.solutions.language))

    def _note_copied(self, words: Words) -> None:
        """Write down what was copied; the first reply of all is the step as well."""
        found = self._actions.detail
        if found is None:
            return
        is_step = found.case.state == "open"

        def work(session: Session) -> None:
            services.complaints.note_reply_copied(session, found.id, words.code, words.text)

        self._bench.operations.write(COPIED, work, undoable=is_step)


def _card(section: QWidget) -> Card:
    card = Card()
    card.body.addWidget(section)
    return card
