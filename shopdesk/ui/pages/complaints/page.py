"""Complaints: the list, and over it the one that is answered; Escape goes back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from shopdesk.i18n import N_
from shopdesk.ui.pages.complaints.list import ComplaintList
from shopdesk.ui.pages.complaints.sheet import ComplaintSheet
from shopdesk.ui.workbench import Workbench


class ComplaintsPage(QStackedWidget):
    """Leads the keyboard to what is shown."""

    new_words = N_("New complaint")

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.list = ComplaintList(bench)
        self.sheet = ComplaintSheet(bench)
        self.addWidget(self.list)
        self.addWidget(self.sheet)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.open_record)
        self.sheet.left.connect(self.show_list)

    def start_new(self) -> None:
        """Open the form for a new complaint."""
        self._bench.guide.go("new_complaint")

    def show_chip(self, key: str) -> None:
        """Show the list in another state."""
        self.show_list()
        self.list.show_chip(key)

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
