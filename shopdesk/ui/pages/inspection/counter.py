"""How many came, made for fingers: large minus and plus, figures typed, arrows and + and - too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from shopdesk.i18n import _

MOST = 9_999
_BUTTON_PX = 40
_FIGURE_PX = 60
_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Down: -1,
}


class Figure(QLineEdit):
    """The number between the buttons; the whole of it is replaced by what is typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("0")
        self.setValidator(QIntValidator(0, MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(_FIGURE_PX)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> int:
        """Return the number; nothing typed is 0."""
        return int(self.text() or 0)

    def set_value(self, units: int) -> None:
        """Put a number in, within 0 and MOST."""
        self.setText(str(min(max(units, 0), MOST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with + and -, up and down."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_value(self.value() + step)
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first figure typed replace what stands there."""
        super().focusInEvent(event)
        self.selectAll()


class Counter(QWidget):
    """Minus, figure, plus."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figure = Figure()
        self.figure.setAccessibleName(_("How many of {item} came").format(item=name))
        self.figure.changed.connect(self.changed)
        self.setFocusProxy(self.figure)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._button("−", _("One less of {item}").format(item=name), -1))
        row.addWidget(self.figure)
        row.addWidget(self._button("+", _("One more of {item}").format(item=name), 1))

    def value(self) -> int:
        """Return how many are counted."""
        return self.figure.value()

    def set_value(self, units: int) -> None:
        """Put a count in."""
        self.figure.set_value(units)

    def _button(self, sign: str, name: str, step: int) -> QPushButton:
        button = QPushButton(sign)
        button.setFixedWidth(_BUTTON_PX)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.setAccessibleName(name)
        button.setToolTip(_("Keys + and −"))
        button.clicked.connect(lambda _on=False: self.set_value(self.value() + step))
        return button
