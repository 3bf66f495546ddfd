"""The day on which a case was raised, as typed: checked, and turned into a moment."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Order, Shop
from shopdesk.storage.database import unit_of

EARLIEST_YEAR = 1990
"""Numbers of cases have two digits of the year, and no export has older orders."""


def check_day(
    session: Session, field: str, day: date | None, shop: Shop, order: Order | None
) -> None:
    """Refuse a day that is still to come, before the order, or long ago."""
    if day is None:
        return
    zone = ZoneInfo(shop.timezone)
    if day > unit_of(session).at.astimezone(zone).date():
        raise FieldError(field, _("This day is still to come. Enter the day the buyer asked."))
    if day.year < EARLIEST_YEAR:
        raise FieldError(field, _("This day is too long ago to be right. Check it."))
    if order and day < order.ordered_at.astimezone(zone).date():
        raise FieldError(field, _("This is before the order. Enter the day the buyer asked."))


def opened_at(day: date | None, shop: Shop, now: datetime, order: Order | None) -> datetime:
    """Return now, or noon of an earlier day at the shop, never before the order itself."""
    zone = ZoneInfo(shop.timezone)
    if day is None or day >= now.astimezone(zone).date():
        return now
    noon = datetime.combine(day, time(12), zone)
    return max(noon, order.ordered_at) if order else noon
