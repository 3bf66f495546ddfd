"""The form of each step that asks for something, by the code in rules.states."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk.ui.dialogs.cancel import CancelDialog
from shopdesk.ui.dialogs.decline import DeclineDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked
from shopdesk.ui.dialogs.waybill import WaybillDialog

STEP_DIALOGS: dict[str, Callable[[StepAsked, QWidget], StepDialog]] = {
    "cancel": CancelDialog,
    "decline": DeclineDialog,
    "settlement": SettlementDialog,
    "waybill": WaybillDialog,
}
