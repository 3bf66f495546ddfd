"""Who bears a cost in per cent, as a field of a form: a line for each party, amounts beside."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.rules.liability import PARTIES, WHOLE_PERCENT, amounts_of
from shopdesk.ui.base.fields import QuantityField
from shopdesk.ui.base.labels import plain_label

# Not “% of”: message files take that for an old-style placeholder.
_SHARED = N_("{sum} per cent of {money}")


class ShareList(QWidget):
    """Its value is the per cent of each party that bears something."""

    changed = Signal()

    def __init__(self, percents: Mapping[str, int], cost_minor: int, currency: str) -> None:
        super().__init__()
        self._cost_minor = cost_minor
        self._currency = currency
        self.fields = {party: QuantityField(0, WHOLE_PERCENT) for party in PARTIES}
        self._amounts = {party: plain_label("", "muted") for party in PARTIES}
        self._sum = plain_label("", "strong")
        self._arrange()
        for field in self.fields.values():
            field.changed.connect(self._follow)
        first = next((party for party in PARTIES if percents.get(party)), "courier")
        self.setFocusProxy(self.fields[first])
        self.show_shares(percents, cost_minor)

    def show_shares(self, percents: Mapping[str, int], cost_minor: int) -> None:
        """Show other shares of a cost; parties not named bear nothing."""
        self._cost_minor = cost_minor
        for party, field in self.fields.items():
            field.set_value(percents.get(party, 0))
        self._follow()

    def value(self) -> dict[str, int]:
        """Return the shares above zero."""
        shares = {party: field.value() for party, field in self.fields.items()}
        return {party: percent for party, percent in shares.items() if percent}

    def complaint(self) -> str:
        """Find nothing wrong while it is typed; the sum is judged when it is confirmed."""
        return ""

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, (party, field) in enumerate(self.fields.items()):
            name = plain_label(_(PARTIES[party]))
            name.setBuddy(field)
            field.setSuffix(_(" %"))
            field.setAccessibleName(_(PARTIES[party]))
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self._amounts[party], row, 2, right)
        grid.addWidget(self._sum, len(self.fields), 0, 1, 3)

    def _follow(self) -> None:
        """Show what each party would bear once all is shared; nothing moves while one types."""
        shares = self.value()
        formats = Formats(current_language())
        whole = sum(shares.values()) == WHOLE_PERCENT
        amounts = amounts_of(self._cost_minor, shares) if whole else {}
        whole_text = formats.money(self._cost_minor, self._currency)
        widest = self._sum.fontMetrics().horizontalAdvance(whole_text)
        for party, label in self._amounts.items():
            known = party in amounts
            label.setText(formats.money(amounts[party], self._currency) if known else "—")
            label.setMinimumWidth(widest)
        self._sum.setText(_(_SHARED).format(sum=sum(shares.values()), money=whole_text))
        self.changed.emit()
