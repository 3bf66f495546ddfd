"""When a waiting step is due, by the policy it was judged by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import ceil
from typing import Literal
from zoneinfo import ZoneInfo

from shopdesk.i18n import N_
from shopdesk.rules.calendar import EVERY_DAY, WorkCalendar
from shopdesk.rules.policy import Policy

Outcome = Literal["met", "missed", "dropped"]
DAY_END = time(23, 59, 59)
DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """What is due, said as one would say it, and how long the policy gives for it.

    An allowance in hours runs on; one in days ends with the last of them, at the shop. Where a
    policy counts hours in working days, each 24 of them, begun or whole, are one such day.
    """

    code: str
    name: str
    due_in: str
    due_today: str
    late: str
    days: Callable[[Policy], int] | None = None
    hours: Callable[[Policy], int] | None = None
    is_given: bool = False
    """Whether its end is told from outside: by the courier's usual transit, by the platform."""
    from_arrival: bool = False
    """Whether it counts from the day the parcel arrived, though it starts to run later."""


CLOCKS = {
    clock.code: clock
    for clock in (
        Clock(
            "decide",
            N_("Decide"),
            N_("Decide in {time}"),
            N_("Decide today"),
            N_("Decide, {time} late"),
            hours=lambda policy: policy.decide_hours,
        ),
        Clock(
            "send",
            N_("Buyer sends it"),
            N_("Buyer has {time}"),
            N_("Buyer sends today"),
            N_("Buyer {time} late"),
            days=lambda policy: policy.send_days,
        ),
        Clock(
            "arrive",
            N_("Parcel arrives"),
            N_("Arrives in {time}"),
            N_("Arrives today"),
            N_("Parcel {time} late"),
            days=lambda policy: policy.arrive_days,
        ),
        Clock(
            "inspect",
            N_("Inspect"),
            N_("Inspect in {time}"),
            N_("Inspect today"),
            N_("Inspect, {time} late"),
            days=lambda policy: policy.inspect_days,
        ),
        Clock(
            "refund",
            N_("Refund"),
            N_("Settle in {time}"),
            N_("Settle today"),
            N_("Settle, {time} late"),
            days=lambda policy: policy.refund_days,
            from_arrival=True,
        ),
        Clock(
            "reship",
            N_("Send goods"),
            N_("Send goods in {time}"),
            N_("Send goods today"),
            N_("Send goods, {time} late"),
            days=lambda policy: policy.reship_days,
        ),
        Clock(
            "tell",
            N_("Tell the buyer"),
            N_("Tell in {time}"),
            N_("Tell today"),
            N_("Tell, {time} late"),
            days=lambda policy: policy.tell_days,
        ),
        Clock(
            "reply",
            N_("First reply"),
            N_("Reply in {time}"),
            N_("Reply today"),
            N_("Reply, {time} late"),
            hours=lambda policy: policy.reply_hours,
        ),
        Clock(
            "solve",
            N_("Offer a way out"),
            N_("Offer in {time}"),
            N_("Offer today"),
            N_("Offer, {time} late"),
            days=lambda policy: policy.solve_days,
        ),
        Clock(
            "choose",
            N_("Buyer chooses"),
            N_("Buyer has {time}"),
            N_("Buyer chooses today"),
            N_("No answer, {time} late"),
            days=lambda policy: policy.choose_days,
        ),
        Clock(
            "act",
            N_("Do it"),
            N_("Do it in {time}"),
            N_("Do it today"),
            N_("Do it, {time} late"),
            days=lambda policy: policy.act_days,
        ),
        Clock(
            "move",
            N_("Parcel moves"),
            N_("Next scan in {time}"),
            N_("Next scan today"),
            N_("No scan, {time} late"),
            is_given=True,
        ),
        Clock(
            "platform",
            N_("Answer the platform"),
            N_("Platform: {time} left"),
            N_("Platform: today"),
            N_("Platform, {time} late"),
            is_given=True,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Timing:
    """What a clock is set by: a policy, where the shop is, and the days on which it works."""

    policy: Policy
    zone: ZoneInfo
    calendar: WorkCalendar = EVERY_DAY


def due_at(code: str, timing: Timing, started_at: datetime) -> datetime:
    """Return the moment in UTC at which a clock that counts from `started_at` runs out.

    Days are counted on the shop's own calendar, so that they stay days over daylight saving;
    working days where the policy says so.
    """
    clock, policy = CLOCKS[code], timing.policy
    if clock.days is not None:
        return end_of(code, timing, started_at, clock.days(policy))
    hours = clock.hours(policy) if clock.hours else 0
    if code in policy.working:
        return end_of(code, timing, started_at, ceil(hours / DAY_HOURS))
    return started_at + timedelta(hours=hours)


def first_due_at(
    code: str, timing: Timing, started_at: datetime, arrived_at: datetime | None
) -> datetime:
    """Return when a clock runs out that starts now, for goods that arrived then, if they did.

    A refund is owed so many days after the goods are back, however long they lay uninspected;
    one that is late already is due at once.
    """
    since = arrived_at if CLOCKS[code].from_arrival else None
    return max(due_at(code, timing, since or started_at), started_at)


def reminded_until(code: str, timing: Timing, reminded_at: datetime) -> datetime:
    """Return until when one waits after a reminder."""
    return end_of(code, timing, reminded_at, timing.policy.remind_days)


def end_of(code: str, timing: Timing, started_at: datetime, days: int) -> datetime:
    """Return the end of the day that is so many of the clock's days after a moment."""
    calendar = timing.calendar if code in timing.policy.working else EVERY_DAY
    last = calendar.after(started_at.astimezone(timing.zone).date(), days)
    return datetime.combine(last, DAY_END, timing.zone).astimezone(UTC)


def outcome_of(due: datetime, ended_at: datetime, *, reached: bool) -> Outcome:
    """Return how a clock ended; a wait that ended early another way than hoped is dropped."""
    if ended_at > due:
        return "missed"
    return "met" if reached else "dropped"
