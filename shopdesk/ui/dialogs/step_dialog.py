"""A form for a step that asks for something before it is done: why, which parcel, how much.

class CancelDialog(StepDialog):
    def draft(self) -> StepDraft:
        return ReasonDraft(self.text.value())

CancelDialog(StepAsked(bench, found, STEPS["cancel"], taken), window).open()
"""

from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError, StaleError
from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.drafts import StepDraft
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change
from shopdesk.ui.dialogs.step_writing import StepAsked, write_step


class StepDialog(FormDialog):
    """Subclasses add fields and say which draft they make."""

    def __init__(self, asked: StepAsked, parent: QWidget, title: str, save_text: str) -> None:
        super().__init__(parent, f"{title} · {asked.found.number}", save_text)
        self.asked = asked
        self.setAccessibleName(plain_text(title))

    def draft(self) -> StepDraft:
        """Return what was typed; raises FieldError for what only the form can know."""
        raise NotImplementedError

    def save(self) -> None:
        """Take the step with what was typed."""
        draft = self.draft()
        write_step(self.asked, draft, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and tell who asked."""
        super().saved(value, change)
        self.asked.taken(self.asked.found, self.asked.step, change)

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; after somebody else's change, go on from the return as it is now."""
        super().refused(error)
        if isinstance(error, StaleError):
            number = self.asked.found.id
            self.asked.bench.operations.query(
                (id(self), "again"), lambda reader: load_return_detail(reader, number), self._renew
            )

    def _renew(self, found: ReturnDetail | None) -> None:
        if found is None:
            self.save_button.setEnabled(False)
            self.save_button.setToolTip(_("This return is no longer there. Load the page again."))
            return
        old = self.asked
        self.asked = StepAsked(old.bench, found, old.step, old.taken)
