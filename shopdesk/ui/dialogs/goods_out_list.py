"""The goods that go out, as a field of a form: one line for each kind, and a button for more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from shopdesk.i18n import N_, _
from shopdesk.services.drafts import GoodsOutLine
from shopdesk.ui.base.fields import LineField, MoneyField, QuantityField
from shopdesk.ui.base.line_list import GAP_PX, LineList, LineRow, name_field

_MAX_LENGTH = 500
_MOST_UNITS = 9_999
_QUANTITY_PX = 72
_PRICE_PX = 96
_NEW = GoodsOutLine("", 1)

Key = tuple[str, str, str, int]
"""Title, variant and SKU of goods, and which of those that are named so."""


def keyed(lines: Sequence[GoodsOutLine]) -> dict[Key, GoodsOutLine]:
    """Return goods by what they are, so that they are found again in another list."""
    names = [(line.title, line.variant, line.sku) for line in lines]
    return {
        (*name, names[:n].count(name)): line
        for n, (name, line) in enumerate(zip(names, lines, strict=True))
    }


class GoodsOutRow(LineRow):
    """One kind of goods; `priced` shows what it costs."""

    def __init__(self, line: GoodsOutLine, currency: str, *, priced: bool) -> None:
        super().__init__()
        self.filled_from = line
        """What it was before anything was typed."""
        self.title = LineField(_MAX_LENGTH, _("What goes out"))
        self.variant = LineField(_MAX_LENGTH, _("Size, colour, part"))
        self.quantity = QuantityField(1, _MOST_UNITS)
        self.price = MoneyField(currency)
        self.first = self.title
        self.show_line(line)
        if not priced:
            self.price.hide()
        self._name()
        self._arrange()

    def line(self) -> GoodsOutLine:
        """Return the goods; what was changed by hand is no longer the product it was."""
        line = replace(
            self.filled_from,
            title=self.title.value(),
            variant=self.variant.value(),
            quantity=self.quantity.value(),
            price_minor=self.price.value() or 0,
        )
        is_same = (line.title, line.variant) == (self.filled_from.title, self.filled_from.variant)
        return line if is_same else replace(line, product_id=None, sku="")

    def complaint(self) -> str:
        """Tell the first thing that is wrong in it; a new line may be empty while one types."""
        if not self.title.value() and self.line() != _NEW:
            return _("Say what goes out, or take the line away.")
        return self.title.complaint() or self.variant.complaint() or self.price.complaint()

    def show_line(self, line: GoodsOutLine) -> None:
        """Show other goods."""
        self.filled_from = line
        self.title.set_value(line.title)
        self.variant.set_value(line.variant)
        self.quantity.set_value(line.quantity)
        self.price.set_value(line.price_minor)

    def _name(self) -> None:
        for field, name in (
            (self.title, N_("What goes out")),
            (self.variant, N_("Variant")),
            (self.quantity, N_("How many")),
            (self.price, N_("Price of all units")),
        ):
            name_field(field, _(name))

    def _arrange(self) -> None:
        self.quantity.setFixedWidth(_QUANTITY_PX)
        self.price.setFixedWidth(_PRICE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.title, 3)
        row.addWidget(self.variant, 2)
        for widget in (self.quantity, self.price, self.remove):
            row.addWidget(widget)
        self.watch(self.title, self.variant, self.quantity, self.price)


class GoodsOutList(LineList[GoodsOutRow]):
    """Its value is a tuple of `GoodsOutLine`; none means that nothing goes out."""

    def __init__(self, currency: str, *, priced: bool) -> None:
        super().__init__(_("Add goods"))
        self._currency = currency
        self._priced = priced

    def new_row(self) -> GoodsOutRow:
        """Return a line of no goods yet."""
        return self._made(_NEW)

    def value(self) -> tuple[GoodsOutLine, ...]:
        """Return what goes out."""
        return tuple(row.line() for row in self.rows)

    def set_value(self, lines: Sequence[GoodsOutLine]) -> None:
        """Show other goods."""
        self.show_rows(map(self._made, lines))
        self.changed.emit()

    def keyed(self) -> dict[Key, GoodsOutLine]:
        """Return the goods by what they were before anything was typed."""
        return {key: row.line() for key, row in self._shown().items()}

    def set_keyed(self, lines: Mapping[Key, GoodsOutLine]) -> None:
        """Show other goods; a line whose goods stay does so where it stands."""
        shown = self._shown()
        with self.holding_focus():
            for key, row in shown.items():
                if key not in lines:
                    self.drop(row)
                elif row.line() != lines[key]:
                    row.show_line(lines[key])
            for key, line in lines.items():
                if key not in shown:
                    self.add(self._made(line))
        self.changed.emit()

    def _made(self, line: GoodsOutLine) -> GoodsOutRow:
        return GoodsOutRow(line, self._currency, priced=self._priced)

    def _shown(self) -> dict[Key, GoodsOutRow]:
        return dict(zip(keyed([row.filled_from for row in self.rows]), self.rows, strict=True))
