"""What the platform wants, or how it decided; shown once it was called in."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.complaint_words import verdict_name
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.workbench import Workbench


class PlatformCard(Card):
    """Its number can be copied; the verdict is noted from here."""

    def __init__(self, bench: Workbench, actions: ComplaintActions) -> None:
        super().__init__(_("At the platform"))
        self._facts = Facts(bench.messages.toast)
        self._verdict = action_button(actions.actions["verdict"])
        holder = QVBoxLayout()
        holder.addWidget(self._facts)
        holder.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(holder)
        self.hide()

    def show_complaint(self, found: ComplaintDetail, formats: Formats) -> None:
        """Show what is known of the platform's own case."""
        self.setVisible(found.escalated_at is not None)
        self._verdict.setVisible(found.at_platform)
        self._facts.set_facts(list(_facts(found, formats)))


def _facts(found: ComplaintDetail, formats: Formats) -> Iterator[Fact]:
    yield Fact(_("Number"), found.platform_number, copy=True)
    if found.platform_due_at:
        yield Fact(_("Answer by"), formats.date_time(found.platform_due_at))
    yield Fact(_("Asks for"), found.platform_asks)
    yield Fact(_("Decided"), verdict_name(found.verdict))
    yield Fact(_("Note"), found.verdict_note)
