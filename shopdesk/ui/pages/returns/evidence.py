"""The photos and files of the chosen return, under a heading of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.workbench import Workbench


class EvidenceSection(QWidget):
    """What is dropped on the window or pasted on the page while a return is shown goes here."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.strip = EvidenceStrip(bench)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(plain_label(_("Evidence"), "heading"))
        layout.addWidget(self.strip)

    def show_return(self, found: ReturnDetail | None) -> None:
        """Show the evidence of a return; without one, nothing can be added."""
        self.strip.setEnabled(found is not None)
        if found is not None:
            self.strip.show_place(EvidencePlace(case_id=found.id))

    def take(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped on the window."""
        self.strip.take(paths)
