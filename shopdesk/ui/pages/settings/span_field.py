"""How long a step may take: a figure with its unit, and whether only working days count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.fields import CheckField, QuantityField
from shopdesk.ui.base.labels import plain_label

_FIGURE_PX = 110
_UNIT_PX = 64


class SpanField(QWidget):
    """Its value is the figure, and whether it counts working days, where `working` offers it."""

    changed = Signal()

    def __init__(self, bounds: tuple[int, int], unit: str, working: str = "") -> None:
        super().__init__()
        self.figure = QuantityField(*bounds)
        self.figure.setFixedWidth(_FIGURE_PX)
        self.working = CheckField(working)
        self.working.setVisible(bool(working))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.figure)
        words = plain_label(unit)
        words.setMinimumWidth(_UNIT_PX)
        row.addWidget(words)
        row.addWidget(self.working)
        row.addStretch(1)
        self.setFocusProxy(self.figure)
        self.figure.changed.connect(self.changed)
        self.working.changed.connect(self.changed)

    def value(self) -> tuple[int, bool]:
        """Return the figure, and whether it counts working days."""
        return self.figure.value(), self.working.value()

    def set_value(self, figure: int, *, working: bool = False) -> None:
        """Put a figure in."""
        self.figure.set_value(figure)
        self.working.set_value(working)

    def complaint(self) -> str:
        """Find nothing wrong: the bounds hold."""
        return self.figure.complaint()

    def setAccessibleName(self, name: str) -> None:
        """Name both parts, which are what a screen reader meets."""
        super().setAccessibleName(name)
        self.figure.setAccessibleName(name)
        self.working.setAccessibleName(_("{what}: working days").format(what=name))
