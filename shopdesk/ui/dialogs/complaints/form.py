"""A form about a complaint, and one that takes a step of it.

class VerdictDialog(ComplaintStepDialog):
    def draft(self) -> VerdictDraft:
        return VerdictDraft(self.verdict.value())

VerdictDialog(bench, found, STEPS["verdict"], window).open()
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import _
from shopdesk.queries.complaint_detail import ComplaintDetail, load_complaint_detail
from shopdesk.rules.complaints import STATES
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import ComplaintStepDraft
from shopdesk.ui.desk import Reader, Session
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.workbench import Workbench


class ComplaintForm(CaseDialog[ComplaintDetail]):
    """Filled from a complaint; says what somebody else did to it meanwhile."""

    def read(self, reader: Reader) -> ComplaintDetail | None:
        """Read the complaint anew."""
        return load_complaint_detail(reader, self.seen.id)

    def take_over(self, before: ComplaintDetail, now: ComplaintDetail) -> Iterable[str]:
        """Say what is new; the fields keep what was typed."""
        if before.case.state != now.case.state:
            yield _("it is “{state}” now").format(state=_(STATES[now.case.state].name))
        if before.options != now.options:
            yield _("the options are others")


class ComplaintStepDialog(ComplaintForm):
    """Subclasses add fields and say which draft they make."""

    def __init__(
        self,
        bench: Workbench,
        found: ComplaintDetail,
        step: Step,
        parent: QWidget,
        save_text: str = "",
    ) -> None:
        title = _(step.name).removesuffix("…")
        super().__init__(bench, found, parent, (title, save_text or title))
        self.step = step
        self.said = step.done

    def draft(self) -> ComplaintStepDraft:
        """Return what was typed; raises FieldError for what only the form can know."""
        raise NotImplementedError

    def save(self) -> None:
        """Take the step with what was typed."""
        draft = self.draft()
        seen, code = self.seen, self.step.code

        def work(session: Session) -> None:
            services.complaints.take_complaint_step(session, seen.id, code, draft, seen.version)

        self.write(work)
