"""Why goods cannot be packed yet, in a line that the lists show."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 500


class WaitNoteDialog(ReshipmentDialog):
    """An empty line says that it can be packed now."""

    said = N_("Why it waits was written down.")

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        super().__init__(bench, row, parent, (_("Why it waits"), _("&Save")))
        self.text = self.form.add(
            "text",
            N_("&Waits for"),
            LineField(_MAX_LENGTH, _("No stock until Friday")),
            _("Leave it empty once the goods can be packed."),
        )
        self.text.set_value(row.wait_note)
        self.form.settle()

    def save(self) -> None:
        """Write the line."""
        text = self.text.value()
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.write_wait_note(session, case_id, text, version)

        self.write(work)
