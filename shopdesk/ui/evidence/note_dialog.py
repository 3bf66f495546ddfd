"""A person's words about what a photo shows."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

NOTED = N_("Note on evidence changed.")
_LENGTH = 500


class EvidenceNoteDialog(FormDialog):
    """One line; Enter saves it, an empty one clears the note."""

    def __init__(self, bench: Workbench, row: EvidenceRow, parent: QWidget) -> None:
        super().__init__(parent, _("What does it show?"))
        self._bench = bench
        self._id = row.id
        self.note = self.form.add("note", N_("&Note"), LineField(_LENGTH))
        self.note.set_value(row.note)
        self.form.settle()

    def save(self) -> None:
        """Keep the note."""
        evidence_id, text = self._id, self.note.value()

        def work(session: Session) -> None:
            services.evidence.set_note(session, evidence_id, text)

        self._bench.operations.write(NOTED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer the words that were there before."""
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, _(NOTED))
