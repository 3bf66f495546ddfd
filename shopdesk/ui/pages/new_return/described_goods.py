"""Goods without an order: what it is, how many, and what was paid for them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import N_
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.base.fields import LineField, MoneyField, QuantityField
from shopdesk.ui.base.labelled import Labelled

_LENGTH = 500
_TOP = Qt.AlignmentFlag.AlignTop


class DescribedGoods(QWidget):
    """One kind of goods, in the person's own words."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = LineField(_LENGTH)
        self.quantity = QuantityField(1)
        self.value = MoneyField("CNY")
        self.setFocusProxy(self.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Labelled(N_("What it is"), self.title), 1, _TOP)
        row.addWidget(Labelled(N_("Quantity"), self.quantity), 0, _TOP)
        row.addWidget(Labelled(N_("Paid for it"), self.value), 0, _TOP)
        for field in (self.title, self.quantity, self.value):
            field.changed.connect(self.changed)

    def set_currency(self, currency: str) -> None:
        """Take amounts for ones in the shop's currency."""
        self.value.set_currency(currency)

    def drafts(self) -> tuple[ReturnLineDraft, ...]:
        """Return the goods; nothing described is nothing that comes back."""
        title = self.title.value()
        if not title:
            return ()
        value = self.value.value() or 0
        return (ReturnLineDraft(quantity=self.quantity.value(), title=title, value_minor=value),)

    def complaint(self) -> str:
        """Tell what is wrong with one of the three, and let the focus come to that one."""
        wrong = self.value if not self.title.complaint() and self.value.complaint() else self.title
        self.setFocusProxy(wrong)
        return wrong.complaint()
