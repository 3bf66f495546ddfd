"""Declining a return, in words that the buyer may get."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.rules.replies import replies_of
from shopdesk.ui.dialogs.reason_dialog import ReasonDialog
from shopdesk.ui.dialogs.step_writing import StepAsked


class DeclineDialog(ReasonDialog):
    """Begins with the words that fit the policy's advice."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        words = (_("Decline return"), _("&Decline"))
        super().__init__(asked, parent, words, replies_of("decline"))
