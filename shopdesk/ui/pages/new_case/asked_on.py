"""The day on which the buyer asked or complained."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from shopdesk.i18n import _
from shopdesk.ui.base.fields import DateField


class AskedOn(DateField):
    """By the shop's calendar; proposes today until another day is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._zone = "UTC"
        self._proposed = _today(self._zone)
        self.set_value(self._proposed)

    def set_zone(self, timezone: str) -> None:
        """Propose the day that it is at the shop, unless another was chosen."""
        self._zone = timezone
        if self.value() == self._proposed:
            self._proposed = _today(timezone)
            self.set_value(self._proposed)

    def complaint(self) -> str:
        """Tell when the day has not come yet."""
        later = self.value() > _today(self._zone)
        return _("This day is still to come. Enter the day the buyer asked.") if later else ""


def _today(timezone: str) -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(timezone)).date()
