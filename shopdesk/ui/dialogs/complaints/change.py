"""Correcting what was logged of a complaint."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import SEVERITIES
from shopdesk.services.complaint_drafts import ComplaintChange
from shopdesk.ui.base.fields import ChoiceField, LineField, NoteField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.complaints.form import ComplaintForm
from shopdesk.ui.dialogs.complaints.situation_choices import situation_choices
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
_LINE_LENGTH = 500
_NOT_SAID = N_("Not said")


class ChangeDialog(ComplaintForm):
    """Another situation has other causes, so its cause is asked anew."""

    said = N_("What was logged is corrected.")

    def __init__(self, bench: Workbench, found: ComplaintDetail, parent: QWidget) -> None:
        super().__init__(bench, found, parent, (_("Correct what was logged"), _("&Save")))
        add = self.form.add
        self.situation = add("situation", N_("&Situation"), ChoiceField(situation_choices()))
        channels = [("", _(_NOT_SAID)), *((code, _(name)) for code, name in CHANNELS.items())]
        self.channel = add("channel", N_("&Channel"), ChoiceField(channels))
        grades = [(code, _(name)) for code, name in SEVERITIES.items()]
        self.severity = add("severity", N_("S&everity"), ChoiceField(grades))
        self.note = add("note", N_("&What happened"), NoteField(_NOTE_LENGTH))
        self.wanted = add("wanted", N_("Buyer w&ants"), LineField(_LINE_LENGTH))
        for name in ("situation", "channel", "severity", "wanted"):
            getattr(self, name).set_value(getattr(found, name))
        self.note.set_value(found.case.note)
        self.form.settle()

    def save(self) -> None:
        """Write it as it is right."""
        seen = self.seen
        draft = ComplaintChange(
            situation=self.situation.value(),
            channel=self.channel.value(),
            severity=self.severity.value(),
            note=self.note.value(),
            wanted=self.wanted.value(),
        )

        def work(session: Session) -> None:
            services.complaints.change_complaint(session, seen.id, draft, seen.version)

        self.write(work)
