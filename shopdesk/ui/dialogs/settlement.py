"""Settling a return: what goes back to the buyer, and how."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopdesk.errors import FieldError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.settlement import SettlementBasis, load_settlement_basis
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.services.drafts import SettlementDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked

_MAX_LENGTH = 500


class OverReason(QWidget):
    """Stands in the form only while the refund is more than was paid."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("", "wait")
        self.field = LineField(_MAX_LENGTH, _("Why more than was paid?"))
        self.field.setAccessibleName(_("Why more than was paid?"))
        self.error: QLabel = plain_label("", "error", wrap=True)
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        for widget in (self.notice, self.field, self.error):
            layout.addWidget(widget)
        self.hide()


class SettlementDialog(StepDialog):
    """Proposes what was really paid for the goods that came back."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(asked, parent, _("Settle"), _("&Settle"))
        currency = asked.found.currency
        self._basis: SettlementBasis | None = None
        self._hint = plain_label("", "muted", wrap=True)
        self.form.add_row(self._hint)
        self.goods = self.form.add("goods_minor", N_("&Goods"), MoneyField(currency))
        self.freight = self.form.add("freight_minor", N_("&Freight"), MoneyField(currency))
        self.over = OverReason()
        self.form.add_row(self.over)
        self.form.watch("over_reason", self.over.field, self.over.error)
        methods = [(code, _(name)) for code, name in REFUND_METHODS.items()]
        self.method = self.form.add("method", N_("&Paid by"), ChoiceField(methods))
        self.reference = self.form.add("reference", N_("&Reference"), LineField(_MAX_LENGTH))
        self.goods.changed.connect(self._weigh)
        self.freight.changed.connect(self._weigh)
        self.form.settle()
        number = asked.found.id
        asked.bench.operations.query(
            (id(self), "basis"), lambda reader: load_settlement_basis(reader, number), self._propose
        )

    def draft(self) -> SettlementDraft:
        """Return the refund; the goods' part must be said, even if it is nothing."""
        goods = self.goods.value()
        if goods is None:
            raise FieldError("goods_minor", _("Enter what goes back for the goods, 0 if nothing."))
        return SettlementDraft(
            goods_minor=goods,
            freight_minor=self.freight.value() or 0,
            method=self.method.value(),
            reference=self.reference.value(),
            over_reason=self.over.field.value() if self._is_over else "",
        )

    @property
    def _refund_minor(self) -> int:
        return (self.goods.value() or 0) + (self.freight.value() or 0)

    @property
    def _is_over(self) -> bool:
        return self._basis is not None and self._basis.is_over(self._refund_minor)

    def _propose(self, basis: SettlementBasis) -> None:
        self._basis = basis
        self._hint.setText(_basis_text(basis))
        if not self.form.is_touched:
            self.goods.set_value(basis.proposed_minor)
            self.freight.set_value(0)
            self.form.settle()
            self.goods.selectAll()

    def _weigh(self) -> None:
        """Ask why as soon as the refund is more than what is left of the payment."""
        self.over.setVisible(self._is_over)
        if self._basis is None or self._basis.ceiling_minor is None or not self._is_over:
            return
        over = self._refund_minor - self._basis.ceiling_minor
        money = Formats(current_language()).money(over, self._basis.currency)
        self.over.notice.set_text(
            _("{money} more than was paid and not yet refunded.").format(money=money), "wait"
        )


def _basis_text(basis: SettlementBasis) -> str:
    """Return what the proposal is judged by: paid, refunded before, what is left."""
    formats = Formats(current_language())
    if basis.paid_minor is None or basis.ceiling_minor is None:
        return _("No order: check what was paid.")
    words = (
        N_("Paid {paid} for the order, {already} already refunded: {left} is left.")
        if basis.already_minor
        else N_("Paid {paid} for the order, nothing refunded yet.")
    )
    return _(words).format(
        paid=formats.money(basis.paid_minor, basis.currency),
        already=formats.money(basis.already_minor, basis.currency),
        left=formats.money(basis.ceiling_minor, basis.currency),
    )
