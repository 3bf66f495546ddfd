"""Settling a return: what goes back to the buyer, what goes out, and how they compare."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError, ShopDeskError, StaleError
from shopdesk.i18n import _
from shopdesk.queries.inspection import FoundGoods, load_found_goods
from shopdesk.queries.reshipments import Recipient, load_recipient
from shopdesk.queries.settlement import SettlementBasis, load_settlement_basis
from shopdesk.rules.remedies import remedy_of
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.proposals import (
    exchange_settlement,
    proposed_goods_out,
    proposed_settlement,
    sends_goods,
)
from shopdesk.ui.base.facts import Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.found_goods import accepted_facts, found_facts
from shopdesk.ui.dialogs.goods_out_fields import GoodsOutFields
from shopdesk.ui.dialogs.refund_fields import RefundFields
from shopdesk.ui.dialogs.settlement_words import basis_text, difference_text
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked

_WIDE_PX = 600
"""With goods out there are lines of four fields."""

Proposal = tuple[SettlementBasis, Recipient, tuple[FoundGoods, ...]]


class SettlementDialog(StepDialog):
    """Proposes what was really paid for the goods accepted, and the goods that the remedy sends.

    Goods out and refund stand here as far as the remedy has them; money for a repair, say, is
    a refund of its own.
    """

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(asked, parent, _("Settle"), _("&Settle"))
        found = asked.found
        remedy = remedy_of(found.remedy)
        if remedy.goods_out:
            self.setMinimumWidth(_WIDE_PX)
        self._basis: SettlementBasis | None = None
        self._hint = plain_label("", "muted", wrap=True)
        self.form.add_row(self._hint)
        self._found = Facts()
        self.form.add_row(self._found)
        priced = remedy.code == "exchange"
        self.goods_out = GoodsOutFields(asked.bench, self.form, found.currency, priced=priced)
        self.difference = Notice("", "accent")
        self.difference.hide()
        self.form.add_row(self.difference)
        self.refund: RefundFields | None = None
        if remedy.money_back or remedy.code == "exchange":
            self.refund = RefundFields(
                self.form, found.currency, collects=remedy.code == "exchange"
            )
        self.form.settle()
        self.goods_out.list.changed.connect(self._compare)
        self._ask()

    def draft(self) -> SettlementDraft:
        """Return the settlement; the goods' part must be said, even if it is nothing."""
        draft = self.refund.draft() if self.refund else SettlementDraft(0)
        return replace(draft, goods_out=self.goods_out.draft())

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal, and judge by what is there now: another refund may have come."""
        super().refused(error)
        if isinstance(error, StaleError | FieldError):
            self._ask()

    def _ask(self) -> None:
        self.asked.bench.operations.query((id(self), "basis"), self._read, self._propose)

    def _read(self, reader: Reader) -> Proposal:
        case_id = self.asked.found.id
        return (
            load_settlement_basis(reader, case_id),
            load_recipient(reader, case_id),
            load_found_goods(reader, case_id),
        )

    def _propose(self, proposal: Proposal) -> None:
        basis, recipient, goods = proposal
        self._basis = basis
        self._hint.setText(basis_text(basis))
        self._hint.setVisible(remedy_of(basis.remedy).money_back)
        self._found.set_facts([*found_facts(goods), *accepted_facts(basis)])
        if self.form.is_touched:
            if self.refund:
                self.refund.judge_by(basis)
                self.refund.lead_to_refused()
            return
        if sends_goods(basis):
            self.goods_out.propose(proposed_goods_out(basis), recipient)
        if self.refund:
            self.refund.propose(proposed_settlement(basis), basis)
            self.refund.goods.selectAll()
        self._compare()
        self._lead_keys()
        self.form.settle()

    def _lead_keys(self) -> None:
        """Begin where Enter settles: a button for more goods that was first would add some."""
        begin = self.refund.goods if self.refund else self.goods_out.list
        begin.setFocus()

    def _compare(self) -> None:
        """Let the amounts follow the difference until somebody changes them."""
        basis = self._basis
        if basis is None or self.refund is None or self.refund.collected is None:
            return
        out_minor = self._out_minor(basis)
        self.difference.set_text(difference_text(basis, out_minor), "accent")
        self.difference.show()
        if self.refund.is_as_proposed:
            plain = SettlementDraft(0, basis.proposed_freight_minor)
            self.refund.propose(exchange_settlement(plain, basis, out_minor), basis)

    def _out_minor(self, basis: SettlementBasis) -> int:
        opened = sum(line.price_minor for line in self.goods_out.list.value())
        return (basis.out_minor or 0) + opened
