"""The clock by which the settings page tells when something was: the shop's, as on every page."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from shopdesk.errors import StorageError
from shopdesk.formats import Formats
from shopdesk.i18n import current_language
from shopdesk.queries.today import shop_zone
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.desk import Desk

Clock = Callable[[datetime], str]
"""Says when something was, the shorter the nearer."""


def clock_of(desk: Desk) -> Clock:
    """Return the shop's clock in the language spoken now.

    It is the computer's own where the shop's file cannot be read: that is when backups matter.
    """
    formats = Formats(current_language(), _zone_of(desk))
    return lambda moment: when_text(moment, datetime.now(UTC), formats)


def _zone_of(desk: Desk) -> tzinfo:
    try:
        with desk.reading() as reader:
            return shop_zone(reader)
    except StorageError:
        return datetime.now(UTC).astimezone().tzinfo or UTC
