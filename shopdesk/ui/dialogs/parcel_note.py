"""What is said about a kept parcel: its note, and where it goes in the end."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.shelf import ShelfRow
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000


class ParcelNoteDialog(FormDialog):
    """What is seen on the box and in it; Ctrl+Enter saves."""

    def __init__(self, bench: Workbench, row: ShelfRow, parent: QWidget) -> None:
        super().__init__(parent, _("Note on {number}").format(number=row.number))
        self._bench = bench
        self._row = row
        self.note = self.form.add("note", N_("&Note"), NoteField(_MAX_LENGTH))
        self.note.set_value(row.note)
        self.form.settle()

    def save(self) -> None:
        """Keep the note."""
        parcel_id, note = self._row.id, self.note.value()

        def work(session: Session) -> None:
            services.ownerless.set_parcel_note(session, parcel_id, note)

        self._bench.operations.write(N_("Note changed."), work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer the note of before."""
        super().saved(value, change)
        offer_undo(self._bench, change, _("Note changed."))


class LetGoDialog(FormDialog):
    """Where a parcel goes that never found its return; Ctrl+Enter lets it go."""

    def __init__(self, bench: Workbench, row: ShelfRow, parent: QWidget) -> None:
        title = _("Let {number} go").format(number=row.number)
        super().__init__(parent, title, _("&Let go"))
        self._bench = bench
        self._row = row
        hint = _("For example: back to the courier, thrown away, given to the finder.")
        self.text = self.form.add("text", N_("&Where to"), NoteField(_MAX_LENGTH), hint)
        self.form.settle()

    def save(self) -> None:
        """Take the parcel off the shelf."""
        parcel_id, reason = self._row.id, self.text.value()

        def work(session: Session) -> None:
            services.ownerless.let_parcel_go(session, parcel_id, reason)

        self._bench.operations.write(N_("Parcel let go."), work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to put it back."""
        super().saved(value, change)
        sentence = _("{number} is off the shelf.").format(number=self._row.number)
        offer_undo(self._bench, change, sentence)
