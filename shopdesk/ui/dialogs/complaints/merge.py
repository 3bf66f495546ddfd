"""Which complaint another one is the same as."""

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.queries.complaints import MergeTarget, find_merge_targets
from shopdesk.rules.complaint_words import situation_name
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import MergeDraft
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000


class MergeDialog(ComplaintStepDialog):
    """Chooses one of the same buyer beforehand; for another buyer's it asks why."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Merge"))
        with bench.desk.reading() as reader:
            self._others = find_merge_targets(reader, found.id)
        words = _(
            "Evidence and open follow-ups go over to it; this one is closed and points there."
        )
        self.form.add_row(plain_label(words, "muted", wrap=True))
        self.into = self.form.add("into_id", N_("&Same as"), ChoiceField(self._choices()))
        self.why = self.form.add(
            "why",
            N_("&Why the same"),
            NoteField(_NOTE_LENGTH),
            _("Needed only where it is another buyer's."),
        )
        self.form.settle()

    def draft(self) -> MergeDraft:
        """Return the other complaint."""
        if not self._others:
            raise FieldError("into_id", _("No other complaint of this shop is open."))
        if not self.into.value():
            raise FieldError("into_id", _("Choose the complaint that it is the same as."))
        return MergeDraft(int(self.into.value()), self.why.value())

    def _choices(self) -> list[tuple[str, str]]:
        choices = [(str(other.complaint.id), _words(other)) for other in self._others]
        if self._others and self._others[0].is_same_buyer:
            return choices
        return [("", _("Choose, or type a part of it")), *choices]


def _words(target: MergeTarget) -> str:
    row = target.complaint
    words = (
        _("{number} · {buyer} · {situation}")
        if target.is_same_buyer
        else _("{number} · another buyer: {buyer} · {situation}")
    )
    return words.format(number=row.number, buyer=row.buyer, situation=situation_name(row.situation))
