"""One line of the order: ticked or not, how many, what they are worth, what kind of goods."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shopdesk.i18n import N_, _
from shopdesk.queries.returnable import ReturnableLine
from shopdesk.rules.categories import CATEGORIES
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.base.fields import QuantityField
from shopdesk.ui.base.labels import ElidedLabel, plain_label
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.new_case.wording import formats_of, joined, what_is_left

NOTHING_LEFT = N_("All of it came back already, or is asked for in an earlier return.")

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_VALUE_PX = 92
_ARROW = QSize(12, 12)
_QUANTITY_PX = 76


class Tick(QCheckBox):
    """Space ticks, as everywhere; left and right change how many, up and down change the line."""

    stepped = Signal(int)
    left = Signal(int)
    """To the next line, or with -1 to the one before."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _LINES:
            self.left.emit(_LINES[key])
        else:
            super().keyPressEvent(event)


class OrderLineRow(QWidget):
    """A line of which nothing is left says so, and cannot be ticked."""

    changed = Signal()
    category_chosen = Signal(int, str)
    """A product's id and the kind of goods that it is said to be."""

    def __init__(self, line: ReturnableLine, currency: str, timezone: str) -> None:
        super().__init__()
        self.line = line
        self._currency = currency
        self._formats = formats_of(timezone)
        self._title = joined(line.title, line.variant)
        self.tick = Tick()
        self.quantity = QuantityField(0, max(0, line.left))
        self._name = ElidedLabel(self._title)
        self._value = plain_label("")
        self._kind = QPushButton(_(CATEGORIES[line.category].name))
        self._set_up()
        self._follow()

    @property
    def is_ticked(self) -> bool:
        """Whether some of it comes back."""
        return self.tick.isChecked()

    def take(self, quantity: int) -> None:
        """Tick it with a quantity, as far as that many are left; 0 takes the tick away."""
        self.quantity.setValue(quantity)
        self.tick.setChecked(self.quantity.value() > 0)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in its order."""
        return self.tick, self._kind, self.quantity

    def draft(self) -> ReturnLineDraft:
        """Return what comes back of it."""
        return ReturnLineDraft(quantity=self.quantity.value(), order_line_id=self.line.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the words for one on the tick."""
        if self._name.geometry().contains(event.position().toPoint()):
            self.tick.click()
        super().mouseReleaseEvent(event)

    def _set_up(self) -> None:
        note = what_is_left(self.line)
        why_not = "" if self.line.left > 0 else _(NOTHING_LEFT)
        self.tick.setAccessibleName(self._title)
        self.tick.setAccessibleDescription(joined(note, why_not))
        self.quantity.setAccessibleName(_("How many of {item}").format(item=self._title))
        self.quantity.setFixedWidth(_QUANTITY_PX)
        self._value.setFixedWidth(_VALUE_PX)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._set_up_kind()
        for widget in (self.tick, self.quantity):
            widget.setEnabled(not why_not)
            widget.setToolTip(why_not)
        self.tick.toggled.connect(self._tick)
        self.tick.stepped.connect(self._step)
        self.quantity.changed.connect(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addLayout(self._words(note), 1)
        row.addWidget(self.quantity)
        row.addWidget(self._value)

    def _set_up_kind(self) -> None:
        self._kind.setProperty("kind", "tag")
        self._kind.setIcon(icon("chevron-down"))
        self._kind.setIconSize(_ARROW)
        self._kind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._kind.setToolTip(_("What kind of goods it is; return rules differ by it"))
        self._kind.setAccessibleName(
            _("Kind of goods: {kind}").format(kind=_(CATEGORIES[self.line.category].name))
        )
        self._kind.clicked.connect(self._offer_kinds)

    def _words(self, note: str) -> QVBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(4)
        said = ElidedLabel(note, "small")
        said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        below.addWidget(said)
        below.addWidget(self._kind)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addLayout(below)
        return words

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if ticked != (self.quantity.value() > 0):
            self.quantity.setValue(1 if ticked else 0)
        self._follow()
        self.changed.emit()

    def _step(self, by: int) -> None:
        self.quantity.setValue(self.quantity.value() + by)

    def _count(self) -> None:
        ticked = self.quantity.value() > 0
        if ticked != self.tick.isChecked():
            self.tick.setChecked(ticked)
            return
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show the value of what comes back, or of one unit where nothing does."""
        units = self.quantity.value() or 1
        minor = self.line.paid_minor * units // self.line.bought
        self._value.setText(self._formats.money(minor, self._currency))
        for label in (self._name, self._value):
            label.setEnabled(self.is_ticked)
        by_tab = Qt.FocusPolicy.StrongFocus if self.is_ticked else Qt.FocusPolicy.ClickFocus
        for more in (self._kind, self.quantity):  # Tab goes past what does not come back
            more.setFocusPolicy(by_tab)

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for category in CATEGORIES.values():
            entry = menu.addAction(_(category.name).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(category.code == self.line.category)
            entry.triggered.connect(lambda _on=False, code=category.code: self._choose_kind(code))
        menu.popup(self._kind.mapToGlobal(self._kind.rect().bottomLeft()))

    def _choose_kind(self, code: str) -> None:
        self.category_chosen.emit(self.line.product_id, code)
