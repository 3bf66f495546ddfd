"""The clocks of a reshipment: our packing, the courier's next scan, what went wrong."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache

from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.clocks import Timing
from shopdesk.rules.holidays import public_holidays
from shopdesk.rules.tracking import DELIVERED
from shopdesk.rules.transit import courier_calendar, moves_by, usual_days, week_of
from shopdesk.sample.clocks import Ran
from shopdesk.sample.goods_out import WayOut
from shopdesk.sample.policies import due_s


def clocks_of(way_out: WayOut, timing: Timing, zone: str, region: str) -> Iterator[Ran]:
    """Yield a reshipment's clocks in the order of their start; an open one is the last."""
    packing = Ran("reship", way_out.opened_s, due_s("reship", timing, way_out.opened_s))
    yield _ended(packing, way_out.sent_s, met=True)
    if way_out.sent_s is None:
        return

    def stalls_s(moved_s: int) -> int:
        days = usual_days(way_out.courier, zone)
        moved = datetime.fromtimestamp(moved_s, UTC)
        calendar = _calendar(way_out.courier, region, moved.astimezone(timing.zone).date())
        return int(moves_by(moved, days, calendar, timing.zone).timestamp())

    yield from _moving(way_out, way_out.sent_s, stalls_s)
    journey = way_out.journey
    if journey.fate and journey.fate != DELIVERED:
        failed = journey.fate_s or 0
        yield _ended(Ran("act", failed, due_s("act", timing, failed)), journey.dealt_s, met=True)


def _moving(way_out: WayOut, sent_s: int, stalls_s: Callable[[int], int]) -> Iterator[Ran]:
    journey = way_out.journey
    first = Ran("move", sent_s, stalls_s(sent_s))
    if not journey.scans:
        yield first
        return
    began, last = journey.scans[0].at, journey.scans[-1].at
    yield _ended(first, began, met=True)
    met = journey.fate == DELIVERED
    yield _ended(Ran("move", began, stalls_s(last)), journey.fate_s, met=met)


def _ended(clock: Ran, at: int | None, *, met: bool) -> Ran:
    if at is None:
        return clock
    outcome = "missed" if at > clock.due_s else "met" if met else "dropped"
    return clock._replace(ended_s=at, outcome=outcome)


@lru_cache(maxsize=256)
def _of_year(courier: str, region: str, year: int) -> WorkCalendar:
    week = week_of(courier)
    closed = public_holidays(region, year).closed if week.keeps_holidays else frozenset[date]()
    return courier_calendar(week, closed)


def _calendar(courier: str, region: str, day: date) -> WorkCalendar:
    return _of_year(courier, region, day.year)
