"""The shop's own words about an order or a buyer, changed in a small form."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note as it stands: about what, the use case's field, and how it is written.

    `write` gets the session and the new text; it refuses a version that is gone.
    """

    about: str
    field: str
    text: str
    write: Callable[[Session, str], None]


class OwnNoteDialog(FormDialog):
    """One text; Ctrl+Enter saves it, for Enter begins a new line."""

    def __init__(self, bench: Workbench, note: OwnNote, parent: QWidget) -> None:
        super().__init__(parent, _("Note on {what}").format(what=note.about))
        self._bench = bench
        self._note = note
        self.text = self.form.add(note.field, N_("&Note"), NoteField(_MAX_LENGTH))
        self.text.set_value(note.text)
        self.form.settle()

    def save(self) -> None:
        """Write the note."""
        note, text = self._note, self.text.value()
        self._bench.operations.write(
            N_("Note changed"),
            lambda session: note.write(session, text),
            self.saved,
            self.refused,
        )

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to bring the old words back."""
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, _("Note changed."))
