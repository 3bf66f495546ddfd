"""One complaint: what happened, why, what is offered and what came of it, helps at the right."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.complaint_detail import ComplaintDetail, load_complaint_detail
from shopdesk.ui.base.acting_page import TICK_MS
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.focus import keeping_focus
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.timeline import Timeline
from shopdesk.ui.claims import ClaimSection
from shopdesk.ui.pages.cases.evidence import EvidenceSection
from shopdesk.ui.pages.cases.goods_out import GoodsOutSection
from shopdesk.ui.pages.cases.timeline import events_of
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.pages.complaints.cause_card import CauseCard
from shopdesk.ui.pages.complaints.options_card import OptionsCard
from shopdesk.ui.pages.complaints.platform_card import PlatformCard
from shopdesk.ui.pages.complaints.side import ComplaintSide
from shopdesk.ui.pages.complaints.story_card import StoryCard
from shopdesk.ui.pages.complaints.top import ComplaintTop
from shopdesk.ui.tracking.section import TrackingSection
from shopdesk.ui.workbench import Workbench

_SIDE_PX = 340
_GAP_PX = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComplaintSheet(QWidget):
    """Reads anew after each write; Enter takes the next step, Escape goes back."""

    left = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._id: int | None = None
        self.doing = ComplaintActions(bench, self, self.read_again)
        self.top = ComplaintTop(bench)
        self.story = StoryCard(bench, self.doing)
        self.cause = CauseCard(self.doing)
        self.options = OptionsCard(bench, self.doing)
        self.platform = PlatformCard(bench, self.doing)
        self.evidence = EvidenceSection(bench)
        self.goods_out = GoodsOutSection(bench, self.doing.track)
        self.tracking = TrackingSection(bench)
        self.claims = ClaimSection(bench)
        self._way = Card()
        self.timeline = Timeline()
        self.side = ComplaintSide(bench, self.doing)
        self.main = ScrollColumn(padding_px=0)
        self._arrange()
        self.setFocusProxy(self.options)
        self.evidence.strip.paste_within(self)
        self.top.back_wanted.connect(self.left)
        bench.operations.changed.connect(self._follow)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self._follow)
        tick.start()

    def open_record(self, case_id: int) -> None:
        """Show another complaint, from its top."""
        if case_id != self._id:
            self._id = case_id
            self.main.verticalScrollBar().setValue(0)
        self.read_again()

    def read_again(self) -> None:
        """Show the complaint as it is now; one that is gone leads back to the list."""
        if self._id is None:
            return
        with self._bench.desk.reading() as reader:
            found = load_complaint_detail(reader, self._id)
        if found is None:
            self._id = None
            self.doing.show_complaint(None)
            self.left.emit()
            return
        with keeping_focus(self, self.options.next_button, self.top.back):
            self.doing.show_complaint(found)
            self._show(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page was not seen."""
        super().showEvent(event)
        self.read_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape; Enter presses the button that has the keys, or takes the step."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            self.doing.take_next()

    def _show(self, found: ComplaintDetail) -> None:
        now = datetime.now(UTC)
        formats = Formats(current_language(), ZoneInfo(found.case.timezone))
        self.top.show_complaint(found, now, formats)
        self.story.show_complaint(found, now, formats)
        self.cause.show_complaint(found)
        self.options.show_complaint(found, now, formats)
        self.platform.show_complaint(found, formats)
        self.evidence.show_case(found.case)
        self.goods_out.show_case(found.case, formats)
        self.tracking.show_parcels(found.case.number, found.parcels, formats)
        self.claims.show_case(found.case, formats)
        on_its_way = (self.goods_out, self.tracking, self.claims)
        self._way.setVisible(not all(section.isHidden() for section in on_its_way))
        self.timeline.set_events(events_of(found.case.timeline, now, formats))
        self.side.show_complaint(found, formats)

    def _follow(self, _change: object = None) -> None:
        if self.isVisible():
            self.read_again()

    def _arrange(self) -> None:
        evidence, timeline = Card(), Card(_("Timeline"))
        evidence.body.addWidget(self.evidence)
        timeline.body.addWidget(self.timeline)
        self._way.body.addWidget(self.goods_out)
        self._way.body.addWidget(self.tracking)
        self._way.body.addWidget(self.claims)
        cards = (self.story, self.cause, self.options, self.platform, evidence)
        for card in (*cards, self._way, timeline):
            self.main.body.addWidget(card)
        self.side.setFixedWidth(_SIDE_PX)
        columns = QHBoxLayout()
        columns.setSpacing(_GAP_PX)
        columns.addWidget(self.main, 1)
        columns.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addWidget(self.top)
        layout.addLayout(columns, 1)
