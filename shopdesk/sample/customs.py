"""What the stores made their own: a policy that changed, days on which they rest, own words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from shopdesk.models import Holiday, Policy, ReadyText
from shopdesk.rules.calendar import EVERY_DAY, WorkCalendar
from shopdesk.rules.clocks import Timing
from shopdesk.rules.holidays import public_holidays, with_own_days
from shopdesk.rules.policy import Policy as Rules
from shopdesk.sample.plan import DAY_S, Plan
from shopdesk.sample.policies import PolicyBook, Version
from shopdesk.sample.stores import STORES
from shopdesk.services.policies import add_version, policy_in_force, rules_by

_CHANGED_AT_PART = 0.6
_CHANGES_ITS_MIND = 1
"""The store, by its place, whose policy changed once."""

# A store by its place: days from the end back, and whether it rests or works then.
_OWN_DAYS: Mapping[int, Sequence[tuple[int, bool, str]]] = {
    0: ((40, True, "盘点"), (6, True, "仓库搬迁"), (-9, False, "年货节加班")),
    1: ((12, True, "Stocktaking"), (-33, True, "Closed between the years")),
}
_OWN_WORDS = (
    0,
    "agree_refund",
    "zh_CN",
    "亲，退货申请 {number} 已同意，麻烦在 {send_by} 前寄回，记得填单号哦～",
)


def add_policies(session: Session, store_ids: Sequence[int], plan: Plan) -> PolicyBook:
    """Put the one new policy in force; returns every store's versions."""
    versions = {}
    for place, store_id in enumerate(store_ids):
        found = [policy_in_force(session, store_id)]
        if place == _CHANGES_ITS_MIND:
            found.append(_changed(session, store_id, rules_by(found[0]), plan))
        versions[store_id] = [_version(place, kept, plan) for kept in found]
    return PolicyBook(versions)


def add_customs(session: Session, store_ids: Sequence[int], plan: Plan) -> None:
    """Add the stores' own days, and the one text that a store says in its own words."""
    for place, days in _OWN_DAYS.items():
        for before, rests, name in days:
            day = plan.end - timedelta(days=before)
            session.add(Holiday(shop_id=store_ids[place], day=day, closed=rests, name=name))
    place, code, language, text = _OWN_WORDS
    session.add(ReadyText(shop_id=store_ids[place], code=code, language=language, text=text))
    session.flush()


def _changed(session: Session, store_id: int, rules: Rules, plan: Plan) -> Policy:
    """Promise more from some day on: quicker answers, and refunds in working days."""
    better = replace(
        rules, decide_hours=24, refund_days=7, working=frozenset({"refund", "inspect"})
    )
    kept = session.get_one(Policy, add_version(session, store_id, better))
    changed_s = plan.start_s + int(plan.days * _CHANGED_AT_PART) * DAY_S
    kept.made_at = datetime.fromtimestamp(changed_s, UTC)
    session.flush()
    return kept


def _version(place: int, kept: Policy, plan: Plan) -> Version:
    rules = rules_by(kept)
    zone = ZoneInfo(STORES[place].draft.timezone)
    calendar = _calendar(place, rules.calendar, plan) if rules.working else EVERY_DAY
    return Version(kept.id, int(kept.made_at.timestamp()), Timing(rules, zone, calendar))


def _calendar(place: int, country: str, plan: Plan) -> WorkCalendar:
    """Return a store's working days over all the years of the plan."""
    first = (plan.end - timedelta(days=plan.days)).year
    years = [public_holidays(country, year) for year in range(first, plan.end.year + 1)]
    whole = WorkCalendar(
        closed=frozenset().union(*(year.closed for year in years)),
        opened=frozenset().union(*(year.opened for year in years)),
        weekend=years[0].weekend,
    )
    own = {plan.end - timedelta(days=n): rests for n, rests, _name in _OWN_DAYS.get(place, ())}
    return with_own_days(whole, own)
