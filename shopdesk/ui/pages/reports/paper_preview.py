"""A paper as it will look over the window, and its ways out; closes with Escape.

class DaySheetPreview(PaperPreview):
    def __init__(...):
        super().__init__(bench, "day_sheet", _("Day sheet"), parent)
        self.head.insertWidget(1, self._shop)      # what is chosen about it
        self.expect()
        bench.operations.work(..., self.show_paper)
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.printers.order import Paper
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.base.progress import BusyLine
from shopdesk.ui.pages.reports.outputs import Outputs, print_button
from shopdesk.ui.workbench import Workbench

_WIDTH_PX, _HEIGHT_PX = 820, 680
_MARGIN_PX = 20
_MAX_ZOOM = 1.0


class PaperPreview(QDialog):
    """Shows one paper at a time."""

    def __init__(self, bench: Workbench, document: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.out = Outputs(bench, self, document)
        self.view = PdfView(title, _MAX_ZOOM)
        self.head = QHBoxLayout()
        self._busy = BusyLine()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._arrange(title)

    def expect(self) -> None:
        """Show that a paper is being made."""
        self._busy.start()
        self.out.expect()

    def show_paper(self, paper: Paper) -> None:
        """Show a paper that is ready."""
        self._busy.stop()
        self.view.show_pdf(paper.content)
        self.out.take(paper)

    def _arrange(self, title: str) -> None:
        self.head.setSpacing(8)
        self.head.addWidget(plain_label(title, "title"), 1)
        for name in ("open", "save"):
            self.head.addWidget(action_button(self.out.actions[name]))
        self.head.addWidget(print_button(self.out.actions, "primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.addLayout(self.head)
        layout.addWidget(self._busy)
        layout.addWidget(self.view, 1)
