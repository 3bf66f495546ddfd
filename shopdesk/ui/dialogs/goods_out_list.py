"""The goods that go out, as a field of a form: one line for each kind, and a button for more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.services.drafts import GoodsOutLine
from shopdesk.ui.base.fields import LineField, MoneyField, QuantityField
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.icons import icon

_MAX_LENGTH = 500
_MOST_UNITS = 9_999
_QUANTITY_PX = 72
_PRICE_PX = 96
_REMOVE_PX = 32
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


class GoodsOutRow(QWidget):
    """One kind of goods; `priced` shows what it costs."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, line: GoodsOutLine, currency: str, *, priced: bool) -> None:
        super().__init__()
        self.filled_from = line
        """What it was before anything was typed."""
        self.title = LineField(_MAX_LENGTH, _("What goes out"))
        self.variant = LineField(_MAX_LENGTH, _("Size, colour, part"))
        self.quantity = QuantityField(1, _MOST_UNITS)
        self.price = MoneyField(currency)
        self.remove = QPushButton(icon("x"), "")
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
            (self.remove, N_("Take this line away")),
        ):
            field.setAccessibleName(_(name))
            field.setToolTip(_(name))

    def _arrange(self) -> None:
        self.quantity.setFixedWidth(_QUANTITY_PX)
        self.price.setFixedWidth(_PRICE_PX)
        self.remove.setFixedWidth(_REMOVE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.title, 3)
        row.addWidget(self.variant, 2)
        for widget in (self.quantity, self.price, self.remove):
            row.addWidget(widget)
        for field in (self.title, self.variant, self.quantity, self.price):
            field.changed.connect(self.changed)
        self.remove.clicked.connect(lambda _on=False: self.removed.emit(self))


class GoodsOutList(QWidget):
    """Its value is a tuple of `GoodsOutLine`; none means that nothing goes out."""

    changed = Signal()

    def __init__(self, currency: str, *, priced: bool) -> None:
        super().__init__()
        self._currency = currency
        self._priced = priced
        self.rows: list[GoodsOutRow] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self.more = link_button(_("Add goods"), self._add_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._body)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        layout.addLayout(foot)

    def value(self) -> tuple[GoodsOutLine, ...]:
        """Return what goes out."""
        return tuple(row.line() for row in self.rows)

    def set_value(self, lines: Sequence[GoodsOutLine]) -> None:
        """Show other goods."""
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for line in lines:
            self._add(line)
        self.changed.emit()

    def keyed(self) -> dict[Key, GoodsOutLine]:
        """Return the goods by what they were before anything was typed."""
        return {key: row.line() for key, row in self._shown().items()}

    def set_keyed(self, lines: Mapping[Key, GoodsOutLine]) -> None:
        """Show other goods; a line whose goods stay does so where it stands."""
        shown = self._shown()
        for key, row in shown.items():
            if key not in lines:
                self._take_away(row)
            elif row.line() != lines[key]:
                row.show_line(lines[key])
        for key, line in lines.items():
            if key not in shown:
                self._add(line)
        self.changed.emit()

    def complaint(self) -> str:
        """Tell the first thing that is wrong in a line."""
        return next(filter(None, (row.complaint() for row in self.rows)), "")

    def _add_new(self) -> None:
        self._add(_NEW)
        self.rows[-1].title.setFocus()
        self.changed.emit()

    def _add(self, line: GoodsOutLine) -> None:
        row = GoodsOutRow(line, self._currency, priced=self._priced)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._body.addWidget(row)
        row.show()  # at once, so that it takes the focus and the keys
        if len(self.rows) == 1:
            self.setFocusProxy(row.title)

    def _remove(self, row: GoodsOutRow) -> None:
        self._take_away(row)
        self.more.setFocus()
        self.changed.emit()

    def _shown(self) -> dict[Key, GoodsOutRow]:
        return dict(zip(keyed([row.filled_from for row in self.rows]), self.rows, strict=True))

    def _take_away(self, row: GoodsOutRow) -> None:
        self.rows.remove(row)
        self._drop(row)
        self.setFocusProxy(self.rows[0].title if self.rows else self.more)

    def _drop(self, row: GoodsOutRow) -> None:
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()
