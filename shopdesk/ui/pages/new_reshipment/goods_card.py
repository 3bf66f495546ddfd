"""The card that says what goes out: lines of the order that are ticked, and other goods."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.money import value_of_units
from shopdesk.services.drafts import GoodsOutLine
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.fields import QuantityField
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.labelled import Place, refusal_line
from shopdesk.ui.dialogs.goods_out_list import GoodsOutList

_MOST_UNITS = 9_999
_QUANTITY_PX = 72


class LineTick(QWidget):
    """One line of the order: ticked it goes out, in so many units."""

    changed = Signal()

    def __init__(self, line: GoodsOutLine) -> None:
        super().__init__()
        self._line = line
        self.tick = QCheckBox(
            goods_text(line.title, line.variant, line.quantity).replace("&", "&&")
        )
        self.quantity = QuantityField(1, _MOST_UNITS)
        self.quantity.set_value(line.quantity)
        self.quantity.setFixedWidth(_QUANTITY_PX)
        self.quantity.setAccessibleName(_("How many"))
        self.quantity.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick, 1)
        row.addWidget(self.quantity)
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self.quantity.setEnabled)
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self.quantity.changed.connect(self.changed)

    def draft(self) -> GoodsOutLine:
        """Return the units that go out, worth their part of what was paid for all."""
        units, line = self.quantity.value(), self._line
        worth = value_of_units(line.price_minor, line.quantity, units)
        return replace(line, quantity=units, price_minor=worth)


class GoodsField(QWidget):
    """Its value is the ticked lines and whatever was described besides."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[LineTick] = []
        self.others = GoodsOutList("CNY", priced=False)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._column)
        layout.addWidget(self.others)
        self.others.changed.connect(self.changed)
        self.setFocusProxy(self.others.more)

    def show_lines(self, lines: Iterable[GoodsOutLine]) -> None:
        """Show the lines of an order; a single one is ticked."""
        clear(self._column)
        self.ticks = [LineTick(line) for line in lines]
        for tick in self.ticks:
            self._column.addWidget(tick)
            tick.changed.connect(self.changed)
        if len(self.ticks) == 1:
            self.ticks[0].tick.setChecked(True)
        self.setFocusProxy(self.ticks[0] if self.ticks else self.others.more)
        self._lead_tab()
        self.changed.emit()

    def value(self) -> tuple[GoodsOutLine, ...]:
        """Return what goes out."""
        ticked = (tick.draft() for tick in self.ticks if tick.tick.isChecked())
        return (*ticked, *self.others.value())

    def complaint(self) -> str:
        """Tell what is wrong with described goods; ticked lines cannot be wrong."""
        return self.others.complaint()

    def _lead_tab(self) -> None:
        """Let Tab lead through the lines and on; made late, they would stand at its end."""
        stops = [stop for tick in self.ticks for stop in (tick.tick, tick.quantity)]
        for before, after in pairwise([*stops, self.others.more]):
            QWidget.setTabOrder(before, after)


class GoodsCard(Card):
    """The goods and the line for what is refused about them."""

    def __init__(self) -> None:
        super().__init__(_("What goes out"), note=_("Space ticks"))
        self.field = GoodsField()
        self._refusal = refusal_line()
        self.body.addWidget(self.field)
        self.body.addWidget(self._refusal)

    def place(self) -> Place:
        """Return where refusals are shown."""
        return Place("lines", self.field, self._refusal)
