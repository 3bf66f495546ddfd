"""The inspection in a window of its own, from the list of returns.

InspectionDialog(bench, case_id, window).open()
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.desk import Change
from shopdesk.ui.dialogs.step_writing import StepAsked
from shopdesk.ui.pages.inspection.panel import InspectionPanel
from shopdesk.ui.pages.inspection.writing import Offer, Writing, offer_to_undo
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 880
_HEIGHT_PX = 660
_MARGIN_PX = 20


class InspectionDialog(QDialog):
    """Closes once it is finished or kept; Escape asks only if something was typed since."""

    def __init__(
        self, bench: Workbench, case_id: int, parent: QWidget, offer: Offer | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Inspection"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = InspectionPanel(bench, offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.addWidget(self.panel)
        self.panel.show_case(case_id)
        self.panel.finished.connect(self.accept)
        self.panel.saved.connect(self.accept)
        room = parent.size()
        self.resize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))

    def reject(self) -> None:
        """Close, after asking if something was typed."""
        if self.panel.is_touched:
            ask_to_throw_away(self, super().reject)
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the box for scans."""
        super().showEvent(event)
        self.panel.setFocus()


def inspect_as_step(asked: StepAsked, parent: QWidget) -> InspectionDialog:
    """Return the form of the step `inspect`."""

    def offer(writing: Writing, change: Change) -> None:
        if writing.finish:
            asked.taken(asked.found, asked.step, change)
        else:
            offer_to_undo(asked.bench, writing, change)

    return InspectionDialog(asked.bench, asked.found.id, parent, offer)
