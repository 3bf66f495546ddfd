"""The card that says what comes back: lines of the order, or goods described by hand."""

from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labelled import Place, refusal_line
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.new_return.described_goods import DescribedGoods
from shopdesk.ui.pages.new_return.order_line import OrderLineRow

_NO_ORDER = N_("Choose the order, and its lines stand here.")
_NO_LINES = N_("The file of this order named no goods. Log the return without an order.")
_KEYS = N_("Space ticks · ← → quantity")


class OrderLines(QWidget):
    """The lines of the chosen order, one row each."""

    changed = Signal()
    category_chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OrderLineRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_lines(self, order: ReturnableOrder) -> None:
        """Show an order's lines; what was ticked stays, a single one left is ticked."""
        kept = {row.line.id: row.quantity.value() for row in self.rows if row.is_ticked}
        zone = order.shop.timezone
        clear(self._column)
        self.rows = [OrderLineRow(line, order.currency, zone) for line in order.lines]
        for row in self.rows:
            self._column.addWidget(row)
            row.take(kept.get(row.line.id, 0))
            row.changed.connect(self.changed)
            row.category_chosen.connect(self.category_chosen)
            row.tick.left.connect(partial(self._go_on, row))
        open_rows = [row for row in self.rows if row.line.left > 0]
        if len(open_rows) == 1 and not kept:
            open_rows[0].take(1)
        if open_rows:
            self.setFocusProxy(open_rows[0].tick)

    def clear(self) -> None:
        """Show no lines."""
        clear(self._column)
        self.rows = []
        self.changed.emit()

    def come_after(self, before: QWidget) -> None:
        """Let Tab come here from a control; rows made late would stand at its chain's end."""
        for stop in chain.from_iterable(row.stops() for row in self.rows):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _go_on(self, row: OrderLineRow, by: int) -> None:
        """Lead from one line's tick to the next that can be ticked; the ends are ends."""
        open_rows = [each for each in self.rows if each.line.left > 0]
        at = open_rows.index(row) + by
        if 0 <= at < len(open_rows):
            open_rows[at].tick.setFocus(Qt.FocusReason.TabFocusReason)


class GoodsField(QWidget):
    """What comes back, as the draft takes it, from whichever of the two is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = OrderLines()
        self.described = DescribedGoods()
        self._hint = plain_label(_(_NO_ORDER), "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._hint, self.lines, self.described):
            layout.addWidget(widget)
        self.lines.changed.connect(self.changed)
        self.described.changed.connect(self.changed)
        self.arrange(without_order=False)

    def say_empty(self, sentence: str) -> None:
        """Say why there are no lines to tick."""
        self._hint.setText(sentence)

    def arrange(self, *, without_order: bool) -> None:
        """Show the lines, or the fields for goods without an order."""
        known = bool(self.lines.rows)
        self._hint.setVisible(not without_order and not known)
        self.lines.setVisible(not without_order and known)
        self.described.setVisible(without_order)
        self.setFocusProxy(self.described if without_order else self.lines)

    def show_lines(self, order: ReturnableOrder) -> None:
        """Show the lines of an order, and let Tab lead through them and on."""
        self.lines.show_lines(order)
        self.lines.come_after(self.described.value)

    def value(self) -> tuple[ReturnLineDraft, ...]:
        """Return the goods that come back."""
        if not self.described.isHidden():
            return self.described.drafts()
        return tuple(row.draft() for row in self.lines.rows if row.is_ticked)

    def complaint(self) -> str:
        """Tell what is wrong with described goods; ticked lines cannot be wrong."""
        return "" if self.described.isHidden() else self.described.complaint()


class GoodsCard(Card):
    """The goods and the line for what is refused about them."""

    def __init__(self) -> None:
        super().__init__(_("What comes back"), note=_(_KEYS))
        self.field = GoodsField()
        self._refusal = refusal_line()
        self._without_order = False
        self.body.addWidget(self.field)
        self.body.addWidget(self._refusal)

    def show_order(self, order: ReturnableOrder) -> None:
        """Show the lines of an order."""
        self.field.say_empty(_(_NO_LINES))
        self.field.show_lines(order)
        self.set_mode(without_order=self._without_order)
        self.field.changed.emit()

    def forget_order(self) -> None:
        """Show no lines until an order is chosen."""
        self.field.say_empty(_(_NO_ORDER))
        self.field.lines.clear()
        self.set_mode(without_order=self._without_order)

    def set_mode(self, *, without_order: bool) -> None:
        """Ask for described goods, or for lines."""
        self._without_order = without_order
        self.field.arrange(without_order=without_order)
        self.set_note("" if without_order else _(_KEYS))

    @property
    def has_choice(self) -> bool:
        """Whether there is a line that can be ticked."""
        return any(row.line.left > 0 for row in self.field.lines.rows)

    def categories(self) -> set[str]:
        """Return the kinds of goods that come back; of described ones none is known."""
        if self._without_order:
            return set()
        return {row.line.category for row in self.field.lines.rows if row.is_ticked}

    def titles(self) -> list[str]:
        """Return the names of the goods that come back."""
        if self._without_order:
            return [draft.title for draft in self.field.value()]
        return [row.line.title for row in self.field.lines.rows if row.is_ticked]

    def place(self) -> Place:
        """Return where refusals are shown."""
        return Place("lines", self.field, self._refusal)
