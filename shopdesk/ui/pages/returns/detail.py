"""One return at the right of the list: who, where it stands, the next step, what is known."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.queries.returns import ReturnRow
from shopdesk.ui.base.facts import Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.timeline import Timeline
from shopdesk.ui.claims import ClaimSection
from shopdesk.ui.follow_ups.section import FollowUpsSection
from shopdesk.ui.pages.cases.evidence import EvidenceSection
from shopdesk.ui.pages.cases.goods_out import GoodsOutSection
from shopdesk.ui.pages.cases.money import MoneySection
from shopdesk.ui.pages.cases.timeline import events_of
from shopdesk.ui.pages.cases.top import CaseTop
from shopdesk.ui.pages.returns.advice import AdviceBox
from shopdesk.ui.pages.returns.case_actions import CaseActions
from shopdesk.ui.pages.returns.facts import facts_of
from shopdesk.ui.pages.returns.inspection_section import InspectionSection
from shopdesk.ui.pages.returns.reply_section import ReplySection
from shopdesk.ui.pages.returns.standing import steps_of
from shopdesk.ui.tracking import TrackingSection
from shopdesk.ui.workbench import Workbench


class ReturnDetailView(ScrollColumn):
    """Reads the return anew each time it is shown, so that a step is taken on what is seen."""

    def __init__(self, bench: Workbench, actions: CaseActions) -> None:
        super().__init__()
        self._bench = bench
        self._actions = actions
        self._shown_id: int | None = None
        self.top = CaseTop(bench, actions)
        self.advice = AdviceBox()
        self.facts = Facts(bench.messages.toast)
        self.note_title = plain_label(_("The buyer's words"), "heading")
        self.note = plain_label("", wrap=True)
        self.reply = ReplySection(bench)
        self.evidence = EvidenceSection(bench)
        self.inspection = InspectionSection(bench)
        self.goods_out = GoodsOutSection(bench, actions.track)
        self.money = MoneySection(bench, actions.actions)
        self.tracking = TrackingSection(bench)
        self.claims = ClaimSection(bench)
        self.follow_ups = FollowUpsSection(bench)
        self.timeline = Timeline()
        self._arrange()
        self.setFocusProxy(self.top)

    def show_row(self, row: ReturnRow | None) -> None:
        """Show the return of a row of the list."""
        found = None if row is None else self._read(row.id)
        if found is not None and found.id != self._shown_id:
            self._shown_id = found.id
            self.verticalScrollBar().setValue(0)
        self.evidence.show_case(found)
        self.viewport().setVisible(found is not None)
        if found is None:
            self._actions.show(None)
        else:
            self._show(found)

    def _read(self, case_id: int) -> ReturnDetail | None:
        with self._bench.desk.reading() as reader:
            return load_return_detail(reader, case_id)

    def _show(self, found: ReturnDetail) -> None:
        now = datetime.now(UTC)
        formats = Formats(current_language(), ZoneInfo(found.timezone))
        self.goods_out.show_case(found, formats)
        self._actions.show(found, self.goods_out.next)
        self.top.show_case(found, steps_of(found))
        self.top.show_due(found, now, formats, _(found.rules.name))
        self.advice.show_advice(found, formats)
        self.facts.set_facts(list(facts_of(found, formats, self._actions.track)))
        self.reply.show_return(found)
        self.inspection.show_return(found)
        self.tracking.show_parcels(found.number, found.parcels, formats)
        self.money.show_case(found, formats)
        self.claims.show_case(found, formats)
        self.follow_ups.show_case(found.id)
        self.note.setText(_("“{text}”").format(text=found.note))
        for widget in (self.note_title, self.note):
            widget.setVisible(bool(found.note.strip()))
        self.timeline.set_events(events_of(found.timeline, now, formats))

    def _arrange(self) -> None:
        below: tuple[QWidget, ...] = (
            self.top,
            self.advice,
            self.facts,
            self.note_title,
            self.note,
            self.reply,
            self.evidence,
            self.inspection,
            self.tracking,
            self.goods_out,
            self.money,
            self.claims,
            self.follow_ups,
            plain_label(_("Timeline"), "heading"),
            self.timeline,
        )
        for widget in below:
            self.body.addWidget(widget)
