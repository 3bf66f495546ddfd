"""The card for photos and screenshots that the buyer sent along."""

from shopdesk.i18n import _
from shopdesk.ui.base.cards import Card
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.workbench import Workbench


class EvidenceCard(Card):
    """Holds the files until the case is saved; they are attached in the same write."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Evidence"))
        self.strip = EvidenceStrip(bench)
        self.body.addWidget(self.strip)
