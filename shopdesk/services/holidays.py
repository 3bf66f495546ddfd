"""A shop's own days: on which it rests though others work, or works though others rest."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Holiday, Shop
from shopdesk.services.checks import NAME_LENGTH, text_fits
from shopdesk.services.drafts import OwnDayDraft
from shopdesk.services.records import fetch

EARLIEST = date(2000, 1, 1)
LATEST = date(2099, 12, 31)


def add_own_day(session: Session, shop_id: int, draft: OwnDayDraft) -> int:
    """Let a shop rest or work on a day; returns the day's id. Clocks that run stay as set."""
    fetch(session, Shop, shop_id)
    if not EARLIEST <= draft.day <= LATEST:
        raise FieldError("day", _("This day is too far away to be right. Check its year."))
    taken = select(Holiday.id).where(Holiday.shop_id == shop_id, Holiday.day == draft.day)
    if session.scalar(taken):
        raise FieldError("day", _("This day is in the list already. Remove it there first."))
    name = text_fits("name", draft.name, NAME_LENGTH)
    made = Holiday(shop_id=shop_id, day=draft.day, closed=draft.rests, name=name)
    session.add(made)
    session.flush()
    return made.id


def remove_own_day(session: Session, day_id: int, version: int) -> None:
    """Let a day be again what its country makes of it."""
    session.delete(fetch(session, Holiday, day_id, version))
    session.flush()
