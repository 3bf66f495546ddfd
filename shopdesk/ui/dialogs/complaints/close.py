"""Closing a complaint of which something is missing: its cause, or the work that it opened."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.situations import UNKNOWN, UNKNOWN_CAUSE, causes_of
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import CloseDraft
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.fields import CheckField
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.pages.new_case.choices import ChipField
from shopdesk.ui.workbench import Workbench


class CloseDialog(ComplaintStepDialog):
    """Asks only for what is missing."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Close it"))
        self.cause: ChipField | None = None
        self.anyway: CheckField | None = None
        if not found.cause:
            field = ChipField(_cause_chips(found.situation), N_("Cause"))
            self.cause = self.form.add("cause", N_("&Why it went wrong"), field)
        if found.to_be_done:
            self._add_unfinished(found.to_be_done[0])
        self.form.settle()

    def draft(self) -> CloseDraft:
        """Return what was missing."""
        return CloseDraft(
            cause=self.cause.value() if self.cause else "",
            anyway=self.anyway.value() if self.anyway else False,
        )

    def _add_unfinished(self, option: OptionRow) -> None:
        state = KINDS[option.opened_kind].states[option.opened_state]
        words = _("{number} is “{state}”: the buyer has not got it yet.").format(
            number=option.opened_number, state=_(state.name)
        )
        self.form.add_row(Notice(words, "wait"))
        field = CheckField(_("{number} goes on alone").format(number=option.opened_number))
        self.anyway = self.form.add("anyway", N_("Close all the &same"), field)


def _cause_chips(situation: str) -> list[Chip]:
    causes = [Chip(cause.code, cause.name) for cause in causes_of(situation).values()]
    return [*causes, Chip(UNKNOWN_CAUSE, UNKNOWN)]
