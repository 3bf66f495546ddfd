"""What belongs to a step of a claim: an amount, the courier's reference, a note."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.claims import ClaimBasis, ClaimRow
from shopdesk.rules.claims import ClaimStep
from shopdesk.services.claim_drafts import ClaimStepDraft
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.fields import LineField, MoneyField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_AMOUNTS = {"claim": N_("&Claimed"), "pay": N_("&Paid")}


class ClaimStepDialog(FormDialog):
    """Asks only for what the step needs; what is claimed is proposed from what it is worth."""

    def __init__(
        self,
        bench: Workbench,
        basis: ClaimBasis,
        claim: ClaimRow,
        step: ClaimStep,
        parent: QWidget,
    ) -> None:
        title = plain_text(_(step.name)).rstrip("….")
        super().__init__(parent, f"{title} · {basis.number}")
        self._bench, self._basis, self._claim, self._step = bench, basis, claim, step
        self.amount = MoneyField(basis.currency)
        self.reference = LineField()
        self.note = NoteField()
        if "amount" in step.asks:
            self.form.add("amount_minor", _AMOUNTS[step.code], self.amount)
            self.amount.set_value(claim.claimed_minor or claim.worth_minor)
        if "reference" in step.asks:
            self.form.add("reference", N_("&Reference"), self.reference)
            self.reference.set_value(claim.reference)
        self.form.add("note", N_("&Why") if step.needs_note else N_("&Note"), self.note)
        self.form.settle()

    def save(self) -> None:
        """Take the step in the version of the claim that was seen."""
        draft = ClaimStepDraft(self.amount.value() or 0, self.reference.value(), self.note.value())
        claim, step = self._claim, self._step

        def work(session: Session) -> None:
            services.claims.take_claim_step(session, claim.id, step.code, draft, claim.version)

        self._bench.operations.write(step.done, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        words = _("{number}: {done}").format(number=self._basis.number, done=_(self._step.done))
        offer_undo(self._bench, change, words)
