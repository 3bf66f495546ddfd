"""Steps of a complaint that ask for little: why, which option, what the platform says."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.complaints import VERDICTS
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import EscalationDraft, OfferDraft, VerdictDraft
from shopdesk.services.drafts import ReasonDraft
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.fields import LineField, MoneyField, NoteField
from shopdesk.ui.base.moment_field import MomentField
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.pages.new_case.choices import ChipField
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
_LINE_LENGTH = 500


class WhyDialog(ComplaintStepDialog):
    """Asks for a person's reason and for nothing else."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent)
        self.text = self.form.add("text", N_("&Why"), NoteField(_NOTE_LENGTH))
        self.form.settle()

    def draft(self) -> ReasonDraft:
        """Return the reason."""
        return ReasonDraft(self.text.value())


class FewOptionsDialog(ComplaintStepDialog):
    """Asks why the buyer gets no choice."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Offer this one"))
        hint = _("Buyers want to choose: offer two ways out at least, or say why there is one.")
        field = LineField(_LINE_LENGTH)
        self.reason = self.form.add("few_reason", N_("&Why only one"), field, hint)
        self.form.settle()

    def draft(self) -> OfferDraft:
        """Return why there are few."""
        return OfferDraft(self.reason.value())


class EscalationDialog(ComplaintStepDialog):
    """Asks for what the platform shows: its number, its deadline, what it wants to see."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Let the deadline run"))
        zone = found.case.timezone
        hint = _("As the platform shows it, on the shop's clock ({timezone}).").format(
            timezone=zone.replace("_", " ")
        )
        self.due_at = self.form.add("due_at", N_("Answer &by"), MomentField(), hint)
        self.due_at.set_zone(zone)
        self.number = self.form.add("number", N_("Platform's &number"), LineField(_LINE_LENGTH))
        self.asks = self.form.add("asks", N_("&Evidence it asks for"), NoteField(_NOTE_LENGTH))
        self.form.settle()

    def draft(self) -> EscalationDraft:
        """Return what the platform says."""
        return EscalationDraft(self.due_at.value(), self.number.value(), self.asks.value())


class VerdictDialog(ComplaintStepDialog):
    """Asks who won, and what the shop has to pay."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Note the verdict"))
        chips = [Chip(code, name) for code, name in VERDICTS.items()]
        self.verdict = self.form.add("verdict", N_("&Decided"), ChipField(chips, N_("Decided")))
        hint = _("What the platform makes the shop pay; it goes into the complaint's cost.")
        field = MoneyField(found.case.currency)
        self.amount = self.form.add("amount_minor", N_("&To pay"), field, hint)
        self.note = self.form.add("note", N_("&Note"), NoteField(_NOTE_LENGTH))
        self.form.settle()

    def draft(self) -> VerdictDraft:
        """Return the verdict."""
        return VerdictDraft(self.verdict.value(), self.amount.value() or 0, self.note.value())
