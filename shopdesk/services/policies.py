"""The policies of shops: which version is in force, and how a case is timed by its own."""

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Case, Holiday, Policy, ReturnCase
from shopdesk.rules.calendar import EVERY_DAY, WorkCalendar
from shopdesk.rules.clocks import Timing
from shopdesk.rules.holidays import public_holidays, with_own_days
from shopdesk.rules.policy import Policy as Rules
from shopdesk.rules.policy import rules_of
from shopdesk.rules.presets import POLICIES, kept_policy
from shopdesk.storage.database import unit_of


def start_policy(session: Session, shop_id: int, preset: str) -> int:
    """Put a preset in force for a shop, as a version of its own; returns the version's id."""
    return add_version(session, shop_id, POLICIES[preset])


def add_version(session: Session, shop_id: int, rules: Rules, name: str = "") -> int:
    """Put rules in force for a shop; the versions before stay with the cases they judged."""
    unit = unit_of(session)
    version = Policy(
        shop_id=shop_id,
        preset=rules.code,
        name=name,
        rules=rules_of(rules),
        source=rules.source,
        certainty=rules.certainty,
        checked_on=rules.checked_on,
        made_at=unit.at,
        made_by=unit.by,
    )
    session.add(version)
    session.flush()
    return version.id


def policy_in_force(session: Session, shop_id: int) -> Policy:
    """Return the newest version of a shop's policy."""
    newest = select(Policy).where(Policy.shop_id == shop_id).order_by(Policy.id.desc()).limit(1)
    return session.scalars(newest).one()


def rules_by(version: Policy | None) -> Rules:
    """Return what a version says; a case of before there were versions has the shop's own."""
    if version is None:
        return POLICIES["own"]
    return kept_policy(version.preset, version.name, version.rules)


def timing_of(session: Session, found: ReturnCase) -> Timing:
    """Return what a return's clocks are set by: the policy that judged it, at its shop."""
    return timing_by(session, found.case, rules_by(found.policy))


def timing_by(session: Session, case: Case, rules: Rules) -> Timing:
    """Return what a case's clocks are set by, under some rules."""
    zone = ZoneInfo(case.shop.timezone)
    if not rules.working:
        return Timing(rules, zone)
    year = unit_of(session).at.astimezone(zone).year
    return Timing(rules, zone, work_calendar(session, case.shop_id, rules.calendar, year))


def work_calendar(session: Session, shop_id: int, country: str, year: int) -> WorkCalendar:
    """Return a shop's working days from a year on: its country's, and its own changes."""
    own = session.execute(select(Holiday.day, Holiday.closed).where(Holiday.shop_id == shop_id))
    calendar = public_holidays(country, year) if country else EVERY_DAY
    return with_own_days(calendar, {row.day: row.closed for row in own})
