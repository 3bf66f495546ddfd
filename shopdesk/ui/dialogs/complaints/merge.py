"""Which complaint another one is the same as."""

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.queries.complaints import ComplaintRow, find_merge_targets
from shopdesk.rules.complaint_words import situation_name
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import MergeDraft
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.workbench import Workbench


class MergeDialog(ComplaintStepDialog):
    """Offers the open complaints of the shop, those of the same buyer first."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Merge"))
        with bench.desk.reading() as reader:
            others = find_merge_targets(reader, found.id, found.case.customer_id)
        words = _(
            "Evidence and open follow-ups go over to it; this one is closed and points there."
        )
        self.form.add_row(plain_label(words, "muted", wrap=True))
        choices = [(str(row.id), _words(row)) for row in others]
        self.into = self.form.add("into_id", N_("&Same as"), ChoiceField(choices))
        self.form.settle()

    def draft(self) -> MergeDraft:
        """Return the other complaint."""
        if not self.into.value():
            raise FieldError("into_id", _("No other complaint of this shop is open."))
        return MergeDraft(int(self.into.value()))


def _words(row: ComplaintRow) -> str:
    return _("{number} · {buyer} · {situation}").format(
        number=row.number, buyer=row.buyer, situation=situation_name(row.situation)
    )
