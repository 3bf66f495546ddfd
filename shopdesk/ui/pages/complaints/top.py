"""The head of a complaint: back, number and buyer, what and where, how grave, what is due."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.buyer_marks import load_buyer_marks
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.complaint_words import situation_name
from shopdesk.rules.complaints import SEVERITIES, STATES
from shopdesk.rules.sentences import due_text
from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.flag_badges import flag_badge
from shopdesk.ui.base.labels import ElidedLabel, link_button, plain_label, plain_tooltip
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.cases.due import due_sentence
from shopdesk.ui.pages.complaints.columns import SEVERITY_TONES, severity_tone, state_tone
from shopdesk.ui.workbench import Workbench

_BACK_PX = 36


class ComplaintTop(QWidget):
    """One line; order and buyer are links, the due time says why in its tooltip."""

    back_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.back = QPushButton(icon("chevron-left"), "")
        self.back.setIconSize(ICON_SIZE)
        self.back.setFixedWidth(_BACK_PX)
        self.back.setAccessibleName(_("Back to the list"))
        self.back.setToolTip(_("Back to the list (Esc)"))
        self.back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        self._title = plain_label("", "title")
        self._flags = QHBoxLayout()
        self._flags.setSpacing(6)
        self._about = QHBoxLayout()
        self._about.setSpacing(6)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addLayout(self._flags)
        row.addLayout(self._about, 1)
        row.addLayout(self._marks)

    def show_complaint(self, found: ComplaintDetail, now: datetime, formats: Formats) -> None:
        """Say whose complaint it is, and where it stands."""
        case = found.case
        buyer = case.buyer_name or case.buyer_handle or _("Unknown buyer")
        self._title.setText(_("{number} · {buyer}").format(number=case.number, buyer=buyer))
        self._show_flags(case.id)
        self._show_about(found)
        clear(self._marks)
        for badge in _badges(found):
            self._marks.addWidget(badge)
        if found.case.due_at is not None:
            self._marks.addWidget(_due_label(found, now, formats))

    def _show_flags(self, case_id: int) -> None:
        """Show what is to be borne in mind about the buyer."""
        with self._bench.desk.reading() as reader:
            marks = load_buyer_marks(reader, case_id).marks
        clear(self._flags)
        for mark in marks:
            self._flags.addWidget(flag_badge(mark.flag, mark.reason, mark.set_by))

    def _show_about(self, found: ComplaintDetail) -> None:
        clear(self._about)
        case = found.case
        self._about.addWidget(ElidedLabel(situation_name(found.situation), "muted"), 1)
        if case.order_number:
            words = _("order {number}").format(number=case.order_number)
            self._about.addWidget(self._link(words, "orders", case.order_id))
        if found.merged_into_id is not None:
            words = _("merged into {number}").format(number=found.merged_into)
            self._about.addWidget(self._link(words, "complaints", found.merged_into_id))
        self._about.addWidget(plain_label(case.shop_name, "muted"))

    def _link(self, words: str, page: str, record_id: int | None) -> QWidget:
        if record_id is None:
            return plain_label(words, "muted")
        return link_button(words, self._to(page, record_id))

    def _to(self, page: str, record_id: int) -> Callable[[], None]:
        return partial(self._bench.guide.go, page, record_id)


def _badges(found: ComplaintDetail) -> list[Badge]:
    badges = [Badge(_(STATES[found.case.state].name), state_tone(found.case.state))]
    if found.severity in SEVERITY_TONES:
        badges.append(Badge(_(SEVERITIES[found.severity]), severity_tone(found.severity)))
    if found.at_platform:
        badges.append(Badge(_("At the platform"), "late"))
    return badges


def _due_label(found: ComplaintDetail, now: datetime, formats: Formats) -> QWidget:
    said = due_text(found.case.due_clock, found.case.due_at, now)
    label = Badge(said.text, TONES[said.tone])
    label.setToolTip(plain_tooltip(due_sentence(found.case, now, formats).text))
    return label
