"""A person's own words for a case's timeline."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000


class NoteDialog(FormDialog):
    """One text; Ctrl+Enter saves it, for Enter begins a new line."""

    def __init__(self, bench: Workbench, found: ShownCase, parent: QWidget) -> None:
        super().__init__(parent, f"{_('Add note')} · {found.number}", _("&Add note"))
        self._bench = bench
        self._case_id = found.id
        self.text = self.form.add("text", N_("&Note"), NoteField(_MAX_LENGTH))
        self.form.settle()

    def save(self) -> None:
        """Add the note."""
        case_id, text = self._case_id, self.text.value()

        def work(session: Session) -> None:
            services.returns.add_note(session, case_id, text)

        self._bench.operations.write(N_("Note added."), work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take the note away again."""
        super().saved(value, change)
        offer_undo(self._bench, change, _("Note added."))
