"""The claims of a case: what for, how much, until when, and the next step of each.

claims = ClaimSection(bench)
claims.show_case(found, formats)
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.claims import ClaimBasis, ClaimRow, load_claim_basis
from shopdesk.rules.claims import STATES, ClaimStep, steps_from
from shopdesk.rules.event_sentences import claim_name
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import link_button, wrapped_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench


class ClaimSection(Section):
    """Nothing is shown of a case of which no parcel is known."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Claim from the courier"))
        self._bench = bench
        self.basis: ClaimBasis | None = None

    def show_case(self, found: ShownCase, formats: Formats) -> None:
        """Read and show what is claimed for a case."""
        with self._bench.desk.reading() as reader:
            self.basis = load_claim_basis(reader, found.id)
        basis = self.basis
        if basis is None or not basis.is_offered:
            self.show_widgets([])
            return
        claims = [self._claim(claim, basis, formats) for claim in basis.claims]
        words = _("Another claim…") if claims else _("Claim from the courier…")
        new = link_button(words, self.open)
        pack = link_button(_("Evidence pack…"), self.open_pack)
        self.show_widgets([*claims, button_flow([new, pack])])

    def open(self) -> None:
        """Ask what is claimed."""
        from shopdesk.ui.claims.claim_dialog import ClaimDialog

        if self.basis is not None:
            ClaimDialog(self._bench, self.basis, self.window()).open()

    def open_pack(self) -> None:
        """Show all that speaks for the claim, as one PDF."""
        from shopdesk.ui.papers.preview import open_paper

        if self.basis is not None:
            open_paper(self._bench, "evidence_pack", [self.basis.case_id])

    def change(self, claim: ClaimRow) -> None:
        """Correct a claim."""
        from shopdesk.ui.claims.claim_dialog import ClaimDialog

        if self.basis is not None:
            ClaimDialog(self._bench, self.basis, self.window(), claim).open()

    def take(self, claim: ClaimRow, step: ClaimStep) -> None:
        """Ask what belongs to a step."""
        from shopdesk.ui.claims.step_dialog import ClaimStepDialog

        if self.basis is not None:
            ClaimStepDialog(self._bench, self.basis, claim, step, self.window()).open()

    def _claim(self, claim: ClaimRow, basis: ClaimBasis, formats: Formats) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(6)
        rows.addLayout(_head(claim))
        facts = Facts(self._bench.messages.toast)
        facts.set_facts(list(_facts(claim, basis.currency, formats)))
        rows.addWidget(facts)
        rows.addWidget(button_flow(self._buttons(claim)))
        return holder

    def _buttons(self, claim: ClaimRow) -> Iterator[QPushButton]:
        for step in steps_from(claim.state):
            yield link_button(_(step.name), partial(self.take, claim, step))
        if STATES[claim.state].is_open:
            yield link_button(_("Change…"), partial(self.change, claim))


def _head(claim: ClaimRow) -> QHBoxLayout:
    state = STATES[claim.state]
    courier = courier_name(claim.courier, claim.courier_name)
    words = " · ".join(filter(None, (claim_name(claim.reason), courier)))
    head = QHBoxLayout()
    head.addWidget(wrapped_label(words, "strong"), 1)
    head.addWidget(Badge(_(state.name), TONES[state.tone]))
    return head


def _facts(claim: ClaimRow, currency: str, formats: Formats) -> Iterator[Fact]:
    yield Fact(_("Waybill"), claim.waybill, copy=True)
    yield Fact(_("Worth"), formats.money(claim.worth_minor, currency))
    if claim.due_at is not None and claim.state == "open":
        yield Fact(_("Claim by"), formats.day(claim.due_at.astimezone(formats.timezone).date()))
    if claim.claimed_at is not None:
        day = formats.day(claim.claimed_at.astimezone(formats.timezone).date())
        amount = formats.money(claim.claimed_minor, currency)
        yield Fact(_("Claimed"), f"{amount} · {day}")
    if claim.state == "paid":
        yield Fact(_("Paid out"), formats.money(claim.paid_minor, currency))
    yield Fact(_("Reference"), claim.reference, copy=True)
    yield Fact(_("Note"), claim.note)
