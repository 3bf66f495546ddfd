"""The shop's own figures of how long parcels are on their way, and on which days couriers move."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, TransitTime
from shopdesk.rules.reshipments import MOVING
from shopdesk.rules.transit import MOST_DAYS, WEEK_OF_COURIER, WEEKS, usual_days
from shopdesk.rules.zones import ZONES
from shopdesk.services.checks import known
from shopdesk.services.couriers import courier_for
from shopdesk.services.moving import count_anew, own_days


def save_transit_times(session: Session, days: Mapping[tuple[str, str], int | None]) -> None:
    """Write days by courier and zone; None, and what is usual anyway, is the preset's again.

    An empty courier stands for every courier without a figure of its own. Parcels on their way
    are stalled by the new figures at once. Raises FieldError at `days`.
    """
    kept = {(row.courier, row.zone): row for row in session.scalars(select(TransitTime))}
    for (courier, zone), figure in days.items():
        _check(zone, figure)
        _write(session, kept.get((courier, zone)), courier, zone, figure)
    session.flush()
    _count_anew(session)


def set_week(session: Session, courier: str, week: str) -> None:
    """Say on which days a courier moves, a key of rules.transit.WEEKS; empty is the preset's."""
    found = courier_for(session, courier)
    code = known("week", week, ("", *WEEKS))
    found.week = "" if code == WEEK_OF_COURIER.get(courier, "every_day") else code
    session.flush()
    _count_anew(session)


def _check(zone: str, figure: int | None) -> None:
    known("zone", zone, ZONES)
    if figure is not None and not 1 <= figure <= MOST_DAYS:
        raise FieldError("days", _("Enter 1 to {most} days.").format(most=MOST_DAYS))


def _write(
    session: Session, found: TransitTime | None, courier: str, zone: str, figure: int | None
) -> None:
    general = {} if not courier else {("", zone): own_days(session).get(("", zone))}
    preset = usual_days(courier, zone, {key: n for key, n in general.items() if n is not None})
    if figure in (None, preset):
        if found is not None:
            session.delete(found)
    elif found is None:
        session.add(TransitTime(courier=courier, zone=zone, days=figure))
    else:
        found.days = figure


def _count_anew(session: Session) -> None:
    """Let the clocks of all that is on its way follow what is usual now."""
    for case in _on_their_way(session):
        count_anew(session, case)


def _on_their_way(session: Session) -> Sequence[Case]:
    moving = select(Case).where(Case.kind == "reshipment", Case.state.in_(MOVING))
    return session.scalars(moving.order_by(Case.id)).all()
