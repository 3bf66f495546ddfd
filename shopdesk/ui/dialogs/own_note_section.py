"""The shop's own note in a detail, with the button that changes it."""

from PySide6.QtWidgets import QPushButton

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.dialogs.own_note import OwnNote, OwnNoteDialog
from shopdesk.ui.workbench import Workbench


class OwnNoteSection(Section):
    """Always there, so that a first note can be written."""

    def __init__(self, bench: Workbench) -> None:
        self.edit_button = QPushButton(_("&Edit…"))
        self.edit_button.setProperty("kind", "link")
        self.edit_button.setAccessibleName(_("Edit the note"))
        super().__init__(_("Own note"), self.edit_button)
        self._bench = bench
        self._note: OwnNote | None = None
        self.edit_button.clicked.connect(lambda _checked=False: self.edit())

    def show_note(self, note: OwnNote) -> None:
        """Show a note, as typed."""
        self._note = note
        label = plain_label(note.text, wrap=True) if note.text else plain_label(_("None"), "muted")
        self.show_widgets([label])

    def edit(self) -> None:
        """Open the form."""
        if self._note is not None:
            OwnNoteDialog(self._bench, self._note, self.window()).open()
