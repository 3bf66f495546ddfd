"""A courier's page pasted as text, with what each of its lines is taken for beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.rules.tracking import ReadEvent, Understood, understood
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.tracking.of import TrackingOf
from shopdesk.ui.tracking.read_lines import COLUMNS, ReadRow, read_rows
from shopdesk.ui.tracking.writing import write_events
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 820
_TEXT_HEIGHT_PX = 150
_TABLE_HEIGHT_PX = 230
_LONGEST = 50_000
_READ_AFTER_MS = 120


class PasteTrackingDialog(FormDialog):
    """Takes what is on the clipboard already, if it is a courier's page."""

    def __init__(self, bench: Workbench, of: TrackingOf, parent: QWidget) -> None:
        title = _("From the courier's page")
        super().__init__(parent, f"{title} · {of.number}", _("&Add"))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench, self._of = bench, of
        self._formats = Formats(current_language(), of.zone)
        self._rows: list[ReadRow] = []
        self._new: Sequence[ReadEvent] = ()
        hint = _("Copy the tracking list on the courier's page and paste it here.")
        self.text = self.form.add("text", N_("&Text"), NoteField(_LONGEST), hint)
        self.text.setFixedHeight(_TEXT_HEIGHT_PX)
        self.summary = plain_label("", "muted", wrap=True)
        self._model: IdTableModel[ReadRow] = IdTableModel(COLUMNS, self._fetch)
        self.table: IdTableView[ReadRow] = IdTableView(self._model, COLUMNS, _("What was read"))
        self.table.setFixedHeight(_TABLE_HEIGHT_PX)
        self.form.add_row(self.summary)
        self.form.add_row(self.table)
        self._pause = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._pause.timeout.connect(self.read)
        self.form.settle()
        self._take_clipboard()
        self.read()
        self.text.changed.connect(self._pause.start)

    @property
    def rows(self) -> list[ReadRow]:
        """What the preview shows."""
        return self._rows

    def read(self) -> None:
        """Show what the text is taken for; of one that is too long, only that it is."""
        text, complaint = self.text.value(), self.text.complaint()
        found = self._understood("" if complaint else text)
        self._new = self._of.new_of(found.events)
        self._rows = read_rows(found, self._new, self._formats)
        self._model.set_ids(range(len(self._rows)))
        self.summary.setText(complaint or _summary(found, len(self._new)))

    def save(self) -> None:
        """Add the events that are new."""
        self.read()
        if not self._new:
            self.refused(FieldError("text", _("There is no event in it that is new.")))
            return
        write_events(self._bench, self._of, self._new, "pasted", self)

    def _take_clipboard(self) -> None:
        text = QGuiApplication.clipboard().text()
        if len(text) <= _LONGEST and self._of.new_of(self._understood(text).events):
            self.text.set_value(text)

    def _understood(self, text: str) -> Understood:
        today = datetime.now(UTC).astimezone(self._of.zone).date()
        return understood(text, today, self._of.zone)

    def _fetch(self, ids: Sequence[int]) -> list[ReadRow]:
        return [self._rows[n] for n in ids]


def _summary(found: Understood, new: int) -> str:
    """Return how much was read, and how much not."""
    events = ngettext("{n} new event", "{n} new events", new).format(n=new)
    left = len(found.left_over)
    if not left:
        return events
    words = ngettext("{n} line not understood", "{n} lines not understood", left).format(n=left)
    return _("{one} · {other}").format(one=events, other=words)
