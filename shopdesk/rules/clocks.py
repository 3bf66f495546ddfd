"""When a waiting step is due, by the policy it was judged by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shopdesk.i18n import N_
from shopdesk.rules.policy import Policy


@dataclass(frozen=True, slots=True)
class Clock:
    """What is due, said as one would say it, and how long the policy gives for it."""

    code: str
    due_in: str
    due_today: str
    late: str
    allowance: Callable[[Policy], timedelta]


CLOCKS = {
    clock.code: clock
    for clock in (
        Clock(
            "decide",
            N_("Decide in {time}"),
            N_("Decide today"),
            N_("Decide, {time} late"),
            lambda policy: timedelta(hours=policy.decide_hours),
        ),
        Clock(
            "send",
            N_("Buyer has {time}"),
            N_("Buyer sends today"),
            N_("Buyer {time} late"),
            lambda policy: timedelta(days=policy.send_days),
        ),
        Clock(
            "arrive",
            N_("Arrives in {time}"),
            N_("Arrives today"),
            N_("Parcel {time} late"),
            lambda policy: timedelta(days=policy.arrive_days),
        ),
        Clock(
            "refund",
            N_("Settle in {time}"),
            N_("Settle today"),
            N_("Settle, {time} late"),
            lambda policy: timedelta(days=policy.refund_days),
        ),
        Clock(
            "tell",
            N_("Tell in {time}"),
            N_("Tell today"),
            N_("Tell, {time} late"),
            lambda policy: timedelta(days=policy.tell_days),
        ),
    )
}


def due_at(clock: str, policy: Policy, started_at: datetime) -> datetime:
    """Return the moment at which a clock that starts now runs out."""
    return started_at + CLOCKS[clock].allowance(policy)
