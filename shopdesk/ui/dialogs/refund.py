"""Money that goes back beside the settlement: a part before it, something more after it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.settlement import SettlementBasis, load_settlement_basis
from shopdesk.queries.settling import CaseMoney
from shopdesk.services.drafts import SettlementDraft
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.money_dialog import MoneyDialog
from shopdesk.ui.dialogs.refund_fields import RefundFields
from shopdesk.ui.dialogs.settlement_words import basis_text
from shopdesk.ui.workbench import Workbench


class RefundDialog(MoneyDialog):
    """Begins with nothing: how much, only the person knows."""

    said = N_("Refund booked.")

    def __init__(self, bench: Workbench, money: CaseMoney, parent: QWidget) -> None:
        super().__init__(bench, money, parent, (_("Refund"), _("&Refund")))
        self._hint = plain_label("", "muted", wrap=True)
        self.form.add_row(self._hint)
        collects = money.remedy == "exchange"
        self.refund = RefundFields(self.form, money.currency, collects=collects)
        self.form.settle()
        self._ask_basis()

    def save(self) -> None:
        """Book the refund."""
        draft = self.refund.draft()
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.refunds.add_refund(session, case_id, draft, version)

        self.write(work)

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; what it was judged by may be other than what the form knew."""
        super().refused(error)
        if isinstance(error, FieldError):
            self._ask_basis()

    def take_over(self, before: CaseMoney, now: CaseMoney) -> Iterator[str]:
        """Say what somebody else refunded, so that it is not refunded twice."""
        self._ask_basis()
        formats = Formats(current_language())
        for refund in now.refunds[len(before.refunds) :]:
            yield _("{person} refunded {money}").format(
                person=refund.person, money=formats.money(refund.refund_minor, now.currency)
            )

    def _ask_basis(self) -> None:
        read = partial(load_settlement_basis, case_id=self.seen.id)
        self.bench.operations.query((id(self), "basis"), read, self._judge)

    def _judge(self, basis: SettlementBasis) -> None:
        self._hint.setText(basis_text(basis))
        if self.form.is_touched:
            self.refund.judge_by(basis)
            self.refund.lead_to_refused()
            return
        self.refund.propose(SettlementDraft(0), basis)
        self.form.settle()
        self.refund.goods.selectAll()
