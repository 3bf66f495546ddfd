"""Cancelling a return that goes no further; its record stays."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _, current_language
from shopdesk.rules.replies import Voice, replies_of
from shopdesk.ui.dialogs.reason_dialog import ReasonDialog
from shopdesk.ui.dialogs.step_writing import StepAsked


class CancelDialog(ReasonDialog):
    """Asks why, in words for the shop itself."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(
            asked, parent, (_("Cancel return"), _("&Cancel return")), replies_of("cancel")
        )
        self.cancel_button.setText(_("&Keep it open"))

    def voice(self, buyers: Voice) -> Voice:
        """Return who speaks: the person at the desk to the shop itself."""
        return replace(buyers, language=current_language())
