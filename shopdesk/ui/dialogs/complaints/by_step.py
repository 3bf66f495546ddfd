"""The form of each step of a complaint that asks for something, by the code in its rules."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.states import Step
from shopdesk.ui.dialogs.complaints.act import ActDialog
from shopdesk.ui.dialogs.complaints.choice import ChoiceDialog
from shopdesk.ui.dialogs.complaints.close import CloseDialog
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.dialogs.complaints.merge import MergeDialog
from shopdesk.ui.dialogs.complaints.small_steps import (
    EscalationDialog,
    FewOptionsDialog,
    VerdictDialog,
    WhyDialog,
)
from shopdesk.ui.workbench import Workbench

Made = Callable[[Workbench, ComplaintDetail, Step, QWidget], ComplaintStepDialog]

COMPLAINT_DIALOGS: dict[str, Made] = {
    "offer": FewOptionsDialog,
    "choice": ChoiceDialog,
    "act": ActDialog,
    "close": CloseDialog,
    "note": WhyDialog,
    "escalation": EscalationDialog,
    "verdict": VerdictDialog,
    "merge": MergeDialog,
}
