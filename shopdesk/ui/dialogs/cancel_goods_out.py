"""Cancelling a reshipment that is not sent yet."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.services.drafts import ReasonDraft
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000


class CancelGoodsOutDialog(ReshipmentDialog):
    """The reason stays on both timelines."""

    said = N_("Reshipment cancelled.")

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        words = (_("Cancel reshipment"), _("&Cancel reshipment"))
        super().__init__(bench, row, parent, words)
        self.text = self.form.add("text", N_("&Reason"), NoteField(_MAX_LENGTH))
        self.cancel_button.setText(_("&Keep it"))
        self.form.settle()

    def save(self) -> None:
        """Cancel it; an empty reason is refused by the step."""
        draft = ReasonDraft(self.text.value())
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(session, case_id, "cancel", draft, version)

        self.write(work)
