"""The photos and files of the chosen case, under a heading of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench


class EvidenceSection(QWidget):
    """What is dropped on the window or pasted on the page while a case is shown goes here."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.strip = EvidenceStrip(bench)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(plain_label(_("Evidence"), "heading"))
        layout.addWidget(self.strip)

    def show_case(self, found: ShownCase | None) -> None:
        """Show the evidence of a case; without one, nothing can be added."""
        self.strip.setEnabled(found is not None)
        if found is not None:
            self.strip.show_place(EvidencePlace(case_id=found.id))

    def take(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped on the window."""
        self.strip.take(paths)
