"""The form of each step that asks for something, by the code in rules.states."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from shopdesk.ui.dialogs.cancel import CancelDialog
from shopdesk.ui.dialogs.decline import DeclineDialog
from shopdesk.ui.dialogs.inspection import inspect_as_step
from shopdesk.ui.dialogs.send_back import SendBackDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from shopdesk.ui.dialogs.step_writing import StepAsked
from shopdesk.ui.dialogs.waybill import WaybillDialog

STEP_DIALOGS: dict[str, Callable[[StepAsked, QWidget], QDialog]] = {
    "cancel": CancelDialog,
    "decline": DeclineDialog,
    "inspection": inspect_as_step,
    "send_back": SendBackDialog,
    "settlement": SettlementDialog,
    "waybill": WaybillDialog,
}
