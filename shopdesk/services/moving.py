"""The wait of a parcel on its way: until when it must be scanned again, or it is stalled.

The steps of reshipments stand on this; services.tracking, which takes such steps, above them.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Case, Parcel, Reshipment, Shop, TransitTime
from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.holidays import public_holidays
from shopdesk.rules.reshipments import MOVING
from shopdesk.rules.transit import Week, courier_calendar, moves_by, usual_days, week_of
from shopdesk.rules.zones import zone_of
from shopdesk.services.clocks import end_clocks, open_clocks, put_off, start_clock
from shopdesk.storage.database import unit_of

MOVE = "move"


def start_moving(session: Session, case: Case) -> None:
    """Let the clock of a reshipment on its way run from its last movement.

    Call it after each step into a moving state and each new scan. One that was stalled when the
    scan came missed its clock, and another one starts; else the same one runs on.
    """
    if case.state not in MOVING:
        return
    parcel = newest_parcel(session, case.id)
    moved_at = last_movement(parcel) or unit_of(session).at
    due_at = stalled_at(session, case, parcel, moved_at)
    running = [clock for clock in open_clocks(session, case) if clock.code == MOVE]
    if running and moved_at <= running[0].due_at:
        put_off(session, case, MOVE, due_at)
        return
    if running:
        end_clocks(session, case, keep=[code for code in CLOCKS if code != MOVE])
    start_clock(session, case, MOVE, due_at, started_at=moved_at)


def count_anew(session: Session, case: Case) -> None:
    """Let the clock of a reshipment on its way follow what is usual now.

    A day on which the courier is to be asked again was chosen by a person, and stays.
    """
    clocks = open_clocks(session, case)
    if all(clock.source == "policy" for clock in clocks if clock.code == MOVE):
        start_moving(session, case)


def stalled_at(session: Session, case: Case, parcel: Parcel | None, moved_at: datetime) -> datetime:
    """Return when a reshipment is stalled that last moved then."""
    courier = parcel.courier if parcel else None
    code = courier.code if courier else ""
    week = week_of(code, courier.week if courier else "")
    zone = ZoneInfo(case.shop.timezone)
    days = usual_days(code, _zone(session, case), own_days(session))
    calendar = _calendar(case.shop, week, moved_at.astimezone(zone).date())
    return moves_by(moved_at, days, calendar, zone)


def own_days(session: Session) -> dict[tuple[str, str], int]:
    """Return the figures that the shop changed, by courier and zone."""
    found = session.execute(select(TransitTime.courier, TransitTime.zone, TransitTime.days))
    return {(courier, zone): days for courier, zone, days in found}


def newest_parcel(session: Session, case_id: int) -> Parcel | None:
    """Return the parcel in which the goods of a reshipment are on their way now."""
    session.flush()
    sent = select(Parcel).where(Parcel.case_id == case_id, Parcel.direction == "out")
    return session.scalars(sent.order_by(Parcel.id.desc()).limit(1)).first()


def last_movement(parcel: Parcel | None) -> datetime | None:
    """Return when a parcel was last known to move: its latest event, or when it left."""
    known = (parcel.moved_at, parcel.sent_at) if parcel else ()
    return max((moment for moment in known if moment is not None), default=None)


def _zone(session: Session, case: Case) -> str:
    found = session.get(Reshipment, case.id)
    if found is None:
        return ""
    shop = case.shop
    return found.zone or zone_of(shop.region, shop.return_address, found.country, found.address)


def _calendar(shop: Shop, week: Week, day: date) -> WorkCalendar:
    if not week.keeps_holidays:
        return courier_calendar(week, frozenset())
    return courier_calendar(week, public_holidays(shop.region, day.year).closed)
