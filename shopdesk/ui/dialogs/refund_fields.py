"""The fields of money that goes back, for a settlement and for a refund beside it.

fields = RefundFields(form, "CNY")
fields.propose(proposed_settlement(basis), basis)
draft = fields.draft()
"""

from PySide6.QtCore import QObject

from shopdesk.errors import FieldError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.settlement import SettlementBasis
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.services.drafts import SettlementDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.dialogs.asked_why import AskedWhy

_MAX_LENGTH = 500
_GAP_PX = 8


class RefundFields(QObject):
    """Goods, what is kept back of them, freight; `collects` adds what the buyer pays instead."""

    def __init__(self, form: Form, currency: str, *, collects: bool = False) -> None:
        super().__init__(form)
        self._form = form
        self._currency = currency
        self._basis: SettlementBasis | None = None
        self._proposed: tuple[int | None, ...] = ()
        self._add_amounts(form, collects=collects)
        self.over = AskedWhy(_("Why more than was paid?"))
        form.add_row(self.over)
        form.watch("over_reason", self.over.field, self.over.error)
        methods = [(code, _(name)) for code, name in REFUND_METHODS.items()]
        self.method = form.add("method", N_("&Paid by"), ChoiceField(methods))
        self.reference = form.add("reference", N_("Refere&nce"), LineField(_MAX_LENGTH))
        for field in self._amounts:
            field.changed.connect(self._weigh)

    @property
    def is_as_proposed(self) -> bool:
        """Whether nobody has changed the amounts that were proposed."""
        return tuple(field.value() for field in self._amounts) == self._proposed

    def propose(self, draft: SettlementDraft, basis: SettlementBasis) -> None:
        """Put amounts in and judge by `basis` from now on."""
        self._basis = basis
        self.goods.set_value(draft.goods_minor)
        self.deduction.set_value(draft.deduction_minor or None)
        self.freight.set_value(draft.freight_minor)
        if self.collected is not None:
            self.collected.set_value(draft.collected_minor or None)
        self._proposed = tuple(field.value() for field in self._amounts)
        self._weigh()

    def judge_by(self, basis: SettlementBasis) -> None:
        """Judge what was typed by other figures."""
        self._basis = basis
        self._weigh()

    def lead_to_refused(self) -> None:
        """Go to the reason that is asked for, where it was refused before its line was shown."""
        if self._form.sentence_at("over_reason") and not self.over.isHidden():
            self.over.field.setFocus()

    def draft(self) -> SettlementDraft:
        """Return the refund; the goods' part must be said, even if it is nothing."""
        goods = self.goods.value()
        collected = self._minor(self.collected)
        if goods is None and not collected:
            raise FieldError("goods_minor", _("Enter what goes back for the goods, 0 if nothing."))
        return SettlementDraft(
            goods_minor=goods or 0,
            freight_minor=self._minor(self.freight),
            method=self.method.value(),
            reference=self.reference.value(),
            over_reason=self.over.reason,
            deduction_minor=self._minor(self.deduction),
            deduction_reason=self.why_kept.reason,
            collected_minor=collected,
            currency=self._currency,
        )

    def _add_amounts(self, form: Form, *, collects: bool) -> None:
        self.goods = form.add("goods_minor", N_("&Goods"), MoneyField(self._currency))
        self.deduction = form.add("deduction_minor", N_("&Kept back"), MoneyField(self._currency))
        self.why_kept = AskedWhy(_("Why is it kept back?"))
        form.add_row(self.why_kept)
        form.watch("deduction_reason", self.why_kept.field, self.why_kept.error)
        self.freight = form.add("freight_minor", N_("&Freight"), MoneyField(self._currency))
        self.collected: MoneyField | None = None
        if collects:
            self.collected = form.add(
                "collected_minor", N_("The &buyer pays"), MoneyField(self._currency)
            )
        self.total = plain_label("", "strong", wrap=True)
        self.total.setContentsMargins(0, 0, 0, _GAP_PX)
        form.add_row(self.total)

    @property
    def _amounts(self) -> tuple[MoneyField, ...]:
        fields = (self.goods, self.deduction, self.freight)
        return fields if self.collected is None else (*fields, self.collected)

    @property
    def _refund_minor(self) -> int:
        return self._minor(self.goods) - self._minor(self.deduction) + self._minor(self.freight)

    @staticmethod
    def _minor(field: MoneyField | None) -> int:
        return (field.value() or 0) if field is not None else 0

    def _weigh(self) -> None:
        """Say what it comes to, and ask why where something needs a reason."""
        if self._minor(self.deduction):
            self.why_kept.ask()
        else:
            self.why_kept.hide()
        self.total.setText(self._sum_text())
        over = self._over_minor()
        if over > 0:
            self.over.ask(
                _("{money} more than was paid and not yet refunded.").format(
                    money=self._money(over)
                )
            )
        else:
            self.over.hide()
        self._form.changed.emit()

    def _over_minor(self) -> int:
        if self._basis is None or self._basis.ceiling_minor is None:
            return 0
        return self._refund_minor - self._basis.ceiling_minor

    def _sum_text(self) -> str:
        collected = self._minor(self.collected)
        if collected:
            return _("The buyer pays {money}.").format(money=self._money(collected))
        return _("{money} goes back to the buyer.").format(money=self._money(self._refund_minor))

    def _money(self, minor: int) -> str:
        return Formats(current_language()).money(minor, self._currency)
