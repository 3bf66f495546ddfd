"""What the shop's policy says about a wish to return, from the records."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.rules.policy import Advice, Facts, Policy, advise
from shopdesk.rules.reasons import REASONS


@dataclass(frozen=True, slots=True)
class Wish:
    """The parts of a wish to return that a policy looks at."""

    policy: Policy
    timezone: str
    reason: str
    categories: Collection[str]
    has_order: bool
    delivered_at: datetime | None
    asked_on: date


def judge(wish: Wish) -> Advice:
    """Return the advice of the shop's policy; the same for the form, the service and the file."""
    reason = REASONS.get(wish.reason, REASONS["other"])
    delivered = wish.delivered_at
    facts = Facts(
        today=wish.asked_on,
        delivered_on=delivered.astimezone(ZoneInfo(wish.timezone)).date() if delivered else None,
        fault=reason.fault,
        categories=frozenset(wish.categories),
        has_order=wish.has_order,
        goods_received=reason.goods_received,
    )
    return advise(wish.policy, facts)


def recorded(advice: Advice) -> dict[str, Any]:
    """Return an advice as it is kept with the case."""
    return asdict(advice)
