"""What the shop's policy says about a wish to return, from the records."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.rules.advice import Advice, Facts, advise
from shopdesk.rules.policy import Policy
from shopdesk.rules.reasons import reason_of


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
    ordered_at: datetime | None = None
    has_evidence: bool = False


def judge(wish: Wish) -> Advice:
    """Return the advice of the shop's policy; the same for the form, the service and the file."""
    reason = reason_of(wish.reason)
    zone = ZoneInfo(wish.timezone)
    facts = Facts(
        today=wish.asked_on,
        delivered_on=_day(wish.delivered_at, zone),
        fault=reason.fault,
        categories=frozenset(wish.categories),
        has_order=wish.has_order,
        goods_received=reason.goods_received,
        refused=reason.refused,
        ordered_on=_day(wish.ordered_at, zone),
        has_evidence=wish.has_evidence,
    )
    return advise(wish.policy, facts)


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone).date() if moment else None


def recorded(advice: Advice) -> dict[str, Any]:
    """Return an advice as it is kept with the case."""
    return asdict(advice)
