"""Declining after inspection: the goods go back, in words that the buyer may get."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.rules.replies import replies_of
from shopdesk.services.drafts import SendBackDraft
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.reason_dialog import ReasonDialog
from shopdesk.ui.dialogs.step_writing import StepAsked


class SendBackDialog(ReasonDialog):
    """Says what will happen: everything that came is opened as a reshipment to the buyer."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        words = (_("Send back"), _("&Send back"))
        super().__init__(asked, parent, words, replies_of("send_back"))
        self.form.add_row(
            Notice(_("All that came goes back to the buyer; no money does."), "accent")
        )

    def draft(self) -> SendBackDraft:  # type: ignore[override]
        """Return the reason; an empty one is refused."""
        return SendBackDraft(super().draft().text)
