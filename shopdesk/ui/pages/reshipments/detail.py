"""One reshipment at the right of the list: where it stands, the next step, where the parcel is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.reshipment_detail import ReshipmentDetail, load_reshipment_detail
from shopdesk.queries.reshipment_list import ReshipmentListRow
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.timeline import Timeline
from shopdesk.ui.claims import ClaimSection
from shopdesk.ui.follow_ups.section import FollowUpsSection
from shopdesk.ui.pages.cases.evidence import EvidenceSection
from shopdesk.ui.pages.cases.money import MoneySection
from shopdesk.ui.pages.cases.related import RelatedSection
from shopdesk.ui.pages.cases.timeline import events_of
from shopdesk.ui.pages.cases.top import CaseTop
from shopdesk.ui.pages.reshipments.actions import ReshipmentActions
from shopdesk.ui.pages.reshipments.advice import AdviceNotice
from shopdesk.ui.pages.reshipments.chases import ChasesSection
from shopdesk.ui.pages.reshipments.facts import facts_of
from shopdesk.ui.pages.reshipments.reply_section import ReplySection
from shopdesk.ui.pages.reshipments.standing import failure_of, steps_of
from shopdesk.ui.tracking import TrackingSection
from shopdesk.ui.workbench import Workbench


class ReshipmentDetailView(ScrollColumn):
    """Reads the reshipment anew each time it is shown, so that a step is taken on what is seen."""

    def __init__(self, bench: Workbench, actions: ReshipmentActions) -> None:
        super().__init__()
        self._bench = bench
        self._actions = actions
        self._shown_id: int | None = None
        self.top = CaseTop(bench, actions)
        self.advice = AdviceNotice()
        self.facts = Facts(bench.messages.toast)
        self.note = plain_label("", wrap=True)
        self.tracking = TrackingSection(bench)
        self.tracking.step_wanted.connect(actions.take)
        self.reply = ReplySection(bench)
        self.chases = ChasesSection()
        self.evidence = EvidenceSection(bench)
        self.claims = ClaimSection(bench)
        self.money = MoneySection(bench, actions.actions)
        self.follow_ups = FollowUpsSection(bench)
        self.related = RelatedSection(bench)
        self.timeline = Timeline()
        self._arrange()
        self.setFocusProxy(self.top)

    def show_row(self, row: ReshipmentListRow | None) -> None:
        """Show the reshipment of a row of the list."""
        found = None if row is None else self._read(row.id)
        if found is not None and found.case.id != self._shown_id:
            self._shown_id = found.case.id
            self.verticalScrollBar().setValue(0)
        self.evidence.show_case(found.case if found else None)
        self.viewport().setVisible(found is not None)
        self._actions.show_goods(*((found.case, found.goods) if found else (None, None)))
        if found is not None:
            self._show(found)

    def _read(self, case_id: int) -> ReshipmentDetail | None:
        with self._bench.desk.reading() as reader:
            return load_reshipment_detail(reader, case_id)

    def _show(self, found: ReshipmentDetail) -> None:
        now = datetime.now(UTC)
        case, goods = found.case, found.goods
        formats = Formats(current_language(), ZoneInfo(case.timezone))
        self.top.show_case(case, steps_of(goods, case.timeline))
        self.top.show_due(case, now, formats)
        contacts = ContactFacts.of_case(self._bench.desk, case.id)
        self.facts.set_facts(list(facts_of(found, formats, self._actions.track, contacts)))
        self.note.setText(_("“{text}”").format(text=case.note))
        self.note.setVisible(bool(case.note.strip()))
        self._show_sections(found, now, formats)

    def _show_sections(self, found: ReshipmentDetail, now: datetime, formats: Formats) -> None:
        case = found.case
        self.tracking.show_parcels(case.number, found.goods.parcels, formats)
        self.reply.show_reshipment(found)
        self.chases.show_case(case, now, formats)
        self.claims.show_case(case, formats)
        failure = failure_of(found.goods, case.timeline)
        self.advice.show_goods(found.goods, failure, self.claims.basis)
        self.money.show_case(case, formats)
        self.follow_ups.show_case(case.id)
        self.related.show_case(case)
        self.timeline.set_events(events_of(case.timeline, now, formats))

    def _arrange(self) -> None:
        below: tuple[QWidget, ...] = (
            self.top,
            self.advice,
            self.facts,
            self.note,
            self.tracking,
            self.reply,
            self.chases,
            self.claims,
            self.evidence,
            self.money,
            self.follow_ups,
            self.related,
            plain_label(_("Timeline"), "heading"),
            self.timeline,
        )
        for widget in below:
            self.body.addWidget(widget)
