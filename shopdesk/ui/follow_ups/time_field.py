"""When something is to be done: quick choices in working hours, and the moment itself.

field = form.add("due_at", N_("&When"), TimeField(times))
"""

from datetime import UTC, datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.rules.follow_times import QUICK_DAYS, ShopTimes
from shopdesk.ui.base.chip_field import ChipsField
from shopdesk.ui.base.moment_field import MomentField


class TimeField(QWidget):
    """A quick choice sets the moment; a moment that is typed is none of them."""

    changed = Signal()

    def __init__(self, times: ShopTimes) -> None:
        super().__init__()
        self._times = times
        self.quick = ChipsField([(key, words) for key, (words, _days) in QUICK_DAYS.items()])
        self.moment = MomentField()
        self.moment.set_zone(times.zone.key)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.quick)
        layout.addWidget(self.moment)
        self.setFocusProxy(self.quick)
        self.quick.chosen.connect(self._take)
        self.moment.changed.connect(self._follow)

    def set_times(self, times: ShopTimes) -> None:
        """Count on another shop's clock from now on."""
        self._times = times
        self.moment.set_zone(times.zone.key)

    def value(self) -> datetime:
        """Return the moment in UTC."""
        return self.moment.value()

    def set_value(self, moment: datetime) -> None:
        """Put a moment in."""
        self.moment.set_value(moment)

    def choose(self, key: str) -> None:
        """Take one of the quick choices."""
        self.quick.set_value(key)
        self._take(key)

    def complaint(self) -> str:
        """Tell when the moment has passed."""
        return self.moment.complaint()

    def setAccessibleName(self, name: str) -> None:
        """Name the parts as well: a screen reader meets each by itself."""
        super().setAccessibleName(name)
        self.quick.setAccessibleName(name)
        self.moment.setAccessibleName(name)

    def _take(self, key: str) -> None:
        with QSignalBlocker(self.moment):
            self.moment.set_value(self._times.quick(key, datetime.now(UTC)))
        self.changed.emit()

    def _follow(self) -> None:
        self.quick.set_value("")
        self.changed.emit()
