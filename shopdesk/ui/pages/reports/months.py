"""Months as a person steps through them.

months = MonthChooser(latest=date.today())
months.chosen.connect(self.read)               # the first day of the month
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.icons import icon

EARLIEST = date(2000, 1, 1)
_MONTHS_A_YEAR = 12
_OFFERED = 13
_NAME_WIDTH_PX = 150
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_MONTHS_A_YEAR,
    Qt.Key.Key_PageDown: _MONTHS_A_YEAR,
}


def shifted(month: date, months: int) -> date:
    """Return the first day of the month so many months later; earlier ones are negative."""
    year, index = divmod(month.year * _MONTHS_A_YEAR + month.month - 1 + months, _MONTHS_A_YEAR)
    return date(year, index + 1, 1)


class MonthChooser(QWidget):
    """Left and right for a month, Page Up and Down for a year, or the list of the last ones."""

    chosen = Signal(object)
    """The first day of a month that the person chose."""

    def __init__(self, latest: date) -> None:
        super().__init__()
        self._latest = latest.replace(day=1)
        self._month = self._latest
        self._before = _ArrowlessButton("chevron-left")
        self._name = _ArrowlessButton()
        self._after = _ArrowlessButton("chevron-right")
        self._list = QMenu(self._name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for button in (self._before, self._name, self._after):
            layout.addWidget(button)
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))
        self._list.aboutToShow.connect(self._fill_list)
        self._name.setMenu(self._list)
        self._name.setMinimumWidth(_NAME_WIDTH_PX)
        self.setFocusProxy(self._name)
        self.show_month(self._latest)

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def show_month(self, month: date) -> None:
        """Show a month without telling anyone."""
        self._month = month
        name = month_name(month)
        self._name.setText(name)
        self._name.setAccessibleName(_("Month: {month}").format(month=name))
        self._allow(self._before, shifted(month, -1))
        self._allow(self._after, shifted(month, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a month or a year."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go(step)

    def _go(self, months: int) -> None:
        self._choose(min(max(EARLIEST, shifted(self._month, months)), self._latest))

    def _choose(self, month: date) -> None:
        if month != self._month:
            self.show_month(month)
            self.chosen.emit(month)

    def _allow(self, button: QPushButton, month: date) -> None:
        """Offer a neighbour by its name, or say why it cannot be had."""
        possible = EARLIEST <= month <= self._latest
        name = month_name(month)
        words = name if possible else _("There is nothing for {month}.").format(month=name)
        button.setEnabled(possible)
        button.setAccessibleName(words)
        button.setToolTip(plain_tooltip(words))

    def _fill_list(self) -> None:
        self._list.clear()
        for back in range(_OFFERED):
            month = shifted(self._latest, -back)
            entry = self._list.addAction(month_name(month))
            entry.triggered.connect(lambda _on=False, wanted=month: self._choose(wanted))


class _ArrowlessButton(QPushButton):
    """Leaves the arrow keys to the chooser around it."""

    def __init__(self, icon_name: str = "") -> None:
        super().__init__()
        if icon_name:
            self.setIcon(icon(icon_name))
            self.setProperty("kind", "quiet")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def month_name(month: date) -> str:
    """Return a month as the person's language writes it."""
    return Formats(current_language()).month(month)
