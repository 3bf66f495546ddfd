"""A day and a time that has passed, in a form.

at = form.add("at", N_("&When"), PastMomentField("Asia/Shanghai"))
"""

from datetime import UTC, datetime, timedelta

from shopdesk.i18n import _
from shopdesk.ui.base.moment_field import MomentField

_SLACK = timedelta(minutes=5)
"""How far the clock of whoever told it may be before ours."""


class PastMomentField(MomentField):
    """Begins with now; its value is the moment in UTC."""

    def __init__(self, timezone: str) -> None:
        super().__init__()
        self.set_zone(timezone)
        self.set_value(datetime.now(UTC))

    def complaint(self) -> str:
        """Tell when the moment is still to come."""
        ahead = self.value() > datetime.now(UTC) + _SLACK
        return _("This is still to come. Enter when it happened.") if ahead else ""
