"""Cancelling a return that goes no further; its record stays."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.rules.replies import CANCEL_REPLIES
from shopdesk.ui.dialogs.reason_dialog import ReasonDialog
from shopdesk.ui.dialogs.step_writing import StepAsked


class CancelDialog(ReasonDialog):
    """Asks why, in words for the shop itself."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(asked, parent, (_("Cancel return"), _("&Cancel return")), CANCEL_REPLIES)
        self.cancel_button.setText(_("&Keep it open"))
