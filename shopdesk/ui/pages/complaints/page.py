"""Complaints: the list, and over it the one that is answered; Escape goes back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from shopdesk.ui.pages.complaints.list import ComplaintList
from shopdesk.ui.pages.complaints.sheet import ComplaintSheet
from shopdesk.ui.workbench import Workbench


class ComplaintsPage(QStackedWidget):
    """Leads the keyboard to what is shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.list = ComplaintList(bench)
        self.sheet = ComplaintSheet(bench)
        self.addWidget(self.list)
        self.addWidget(self.sheet)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.open_record)
        self.sheet.left.connect(self.show_list)

    @property
    def has_button_at_foot(self) -> bool:
        """Whether a message must not cover the foot of the page: never."""
        return False

    def open_record(self, record_id: int) -> None:
        """Show one complaint."""
        self.sheet.open_record(record_id)
        self.list.open_record(record_id)
        self.setCurrentWidget(self.sheet)
        self.setFocusProxy(self.sheet)
        self.sheet.setFocus()

    def take_once_shown(self, record_id: int, step: str) -> None:
        """Take a step on the complaint once it is read; Today leads here with it."""
        self.sheet.doing.take_once_shown(record_id, step)

    def show_list(self) -> None:
        """Go back to the list, where the complaint stays chosen."""
        self.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.setFocus()

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add photos that were dropped on the window to the complaint that is shown."""
        if self.currentWidget() is self.sheet:
            self.sheet.evidence.take(paths)
