"""The day on which an order reached its buyer, as the buyer told it when asked."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, ReturnCase, Shop
from shopdesk.rules.judging import Wish, judge, recorded
from shopdesk.services.left import returnable_lines
from shopdesk.services.policies import rules_by
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

_UNDECIDED = select(ReturnCase).join(ReturnCase.case).where(Case.state == "asked").order_by(Case.id)


def set_arrival(session: Session, order_id: int, day: date) -> None:
    """Write down when an order arrived, and judge its undecided returns by it.

    Raises FieldError at `day` for a day before the order or still to come.
    """
    order = fetch(session, Order, order_id)
    zone = ZoneInfo(fetch(session, Shop, order.shop_id).timezone)
    if day > unit_of(session).at.astimezone(zone).date():
        raise FieldError("day", _("This day is still to come. Enter the day it arrived."))
    if day < order.ordered_at.astimezone(zone).date():
        raise FieldError("day", _("This is before the order. Enter the day it arrived."))
    order.delivered_at = datetime.combine(day, time(12), zone)
    for found in session.scalars(_UNDECIDED.where(Case.order_id == order_id)):
        _judge_again(session, found, order)
        note_event(session, found.case, "arrival", values={"day": day.isoformat()})


def _judge_again(session: Session, found: ReturnCase, order: Order) -> None:
    """Judge by the policy of the case; a photo that came since is looked for by who reads it."""
    case, bought = found.case, returnable_lines(session, order)
    zone = ZoneInfo(case.shop.timezone)
    advice = judge(
        Wish(
            policy=rules_by(found.policy),
            timezone=case.shop.timezone,
            reason=case.reason.code if case.reason else "",
            categories={
                bought[line.order_line_id].category
                for line in found.lines
                if line.order_line_id in bought
            },
            has_order=True,
            delivered_at=order.delivered_at,
            ordered_at=order.ordered_at,
            asked_on=case.opened_at.astimezone(zone).date(),
        )
    )
    found.advice = recorded(advice)
