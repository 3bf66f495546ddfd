"""The top of any case's detail: who, where it stands, the next step, what is due and why."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.more_button import MoreButton
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.stepper import Step, Stepper
from shopdesk.ui.pages.cases.due import due_sentence
from shopdesk.ui.pages.cases.head import CaseHead
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.pages.cases.step_actions import StepActions
from shopdesk.ui.workbench import Workbench

_SPACING_PX = 12


class CaseTop(QWidget):
    """One primary button for the next step; everything else is behind the one beside it."""

    def __init__(self, bench: Workbench, actions: StepActions[Any]) -> None:
        super().__init__()
        self.head = CaseHead(bench)
        self.stepper = Stepper()
        self.next_button = action_button(actions.next, "primary")
        self.more_button = MoreButton(actions.menu)
        self.due = Notice("", "accent")
        self._arrange()
        self.setFocusProxy(self.next_button)

    def show_case(self, found: ShownCase, steps: Sequence[Step]) -> None:
        """Show whose case it is, and where it stands."""
        self.head.show_case(found)
        self.stepper.set_steps(steps)

    def show_due(self, found: ShownCase, now: datetime, formats: Formats, policy: str = "") -> None:
        """Say what is due and why; `policy` is what the time of a refund follows."""
        said = due_sentence(found, now, formats, policy)
        self.due.set_text(said.text, said.tone)
        self.due.setVisible(bool(said.text))

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.next_button, 1)
        buttons.addWidget(self.more_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING_PX)
        layout.addWidget(self.head)
        layout.addWidget(self.stepper)
        layout.addLayout(buttons)
        layout.addWidget(self.due)
