"""A day and a time on a shop's clock, in a form.

field = form.add("due_at", N_("&Deadline"), MomentField())
field.set_zone("Asia/Shanghai")
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QDateTimeEdit

from shopdesk.i18n import _

_WIDTH_PX = 190
_FIRST_DAY, _LAST_DAY = QDate(2000, 1, 2), QDate(2999, 12, 31)
"""Far from the last day that a clock knows, in whatever time zone."""


class MomentField(QDateTimeEdit):
    """Proposes the same time tomorrow; its value is that moment in UTC."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("UTC")
        self.setCalendarPopup(True)
        self.setDateRange(_FIRST_DAY, _LAST_DAY)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.setMinimumWidth(_WIDTH_PX)
        self.set_value(datetime.now(UTC) + timedelta(days=1))
        self.dateTimeChanged.connect(lambda _moment: self.changed.emit())

    def set_zone(self, timezone: str) -> None:
        """Show the same moment on another clock from now on."""
        moment = self.value()
        self._zone = ZoneInfo(timezone)
        self.set_value(moment)

    def value(self) -> datetime:
        """Return the moment in UTC, to the minute."""
        day, time = self.date(), self.time()
        local = datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone
        )
        return local.astimezone(UTC)

    def set_value(self, moment: datetime) -> None:
        """Put a moment in."""
        local = moment.astimezone(self._zone)
        day = QDate(local.year, local.month, local.day)
        self.setDateTime(QDateTime(day, QTime(local.hour, local.minute)))

    def complaint(self) -> str:
        """Tell when the moment has passed."""
        passed = self.value() <= datetime.now(UTC)
        return _("This moment has passed. Enter one that is still to come.") if passed else ""
