"""Days as a list shows them: short, and written once however often they come."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import current_language


def day_text(moment: datetime, timezone: str) -> str:
    """Return the day of a moment on the shop's calendar, with its year if that is another."""
    zone = ZoneInfo(timezone)
    day, today = moment.astimezone(zone).date(), datetime.now(zone).date()
    return _written(day, today, current_language())


@lru_cache(maxsize=2048)
def _written(day: date, today: date, language: str) -> str:
    """Keep the days of a list: writing one costs more than all else in its row."""
    return Formats(language).day(day, today)
