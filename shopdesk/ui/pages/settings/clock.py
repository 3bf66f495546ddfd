"""Times of this computer's own clock, for what belongs to the computer and not to a shop."""

from datetime import UTC, datetime

from shopdesk.formats import Formats
from shopdesk.i18n import current_language
from shopdesk.ui.base.moments import when_text


def local_when(moment: datetime) -> str:
    """Return when something was, the shorter the nearer."""
    now = datetime.now(UTC).astimezone()
    return when_text(moment, now, Formats(current_language(), now.tzinfo or UTC))
