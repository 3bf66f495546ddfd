"""The policies of shops: which version is in force, and how a case is timed by its own."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from shopdesk.errors import StaleError
from shopdesk.i18n import _
from shopdesk.models import Case, Holiday, Policy, ReturnCase, Shop
from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.clocks import Timing
from shopdesk.rules.holidays import known_countries, public_holidays, with_own_days
from shopdesk.rules.policy import Policy as Rules
from shopdesk.rules.policy import rules_of
from shopdesk.rules.presets import POLICIES, kept_policy, with_source
from shopdesk.services.policy_checks import check_country, check_policy
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of

_NEWEST = (
    select(Policy).where(Policy.shop_id == bindparam("shop")).order_by(Policy.id.desc()).limit(1)
)


def start_policy(session: Session, shop_id: int, preset: str) -> int:
    """Put a preset in force for a shop, with the holidays of the shop's own country.

    It becomes a version of the shop's own; returns the version's id.
    """
    rules = POLICIES[preset]
    country = fetch(session, Shop, shop_id).region
    if country in known_countries():
        rules = replace(rules, calendar=country)
    return add_version(session, shop_id, rules)


def save_policy(session: Session, shop_id: int, rules: Rules, seen_id: int) -> int:
    """Put an edited policy in force as a new version; returns the version's id.

    One that changes nothing is not kept. The versions before stay with the cases they judged,
    whose clocks run on as they were set. Raises FieldError at the policy's field for what
    cannot be, StaleError if another version than `seen_id` is in force by now.
    """
    check_policy(rules)
    now = policy_in_force(session, shop_id)
    if now.id != seen_id:
        raise StaleError(
            _(
                "{person} saved another version meanwhile. Save again to put yours over it,"
                " or cancel and look at theirs."
            ).format(person=now.made_by or _("Somebody"))
        )
    return now.id if rules_by(now) == rules else add_version(session, shop_id, rules)


def set_calendar(session: Session, shop_id: int, country: str) -> int:
    """Let a shop's working days follow a country's holidays, or none; returns the version."""
    check_country(country)
    now = policy_in_force(session, shop_id)
    return save_policy(session, shop_id, replace(rules_by(now), calendar=country), now.id)


def add_version(session: Session, shop_id: int, rules: Rules) -> int:
    """Put rules in force for a shop; the versions before stay with the cases they judged."""
    unit = unit_of(session)
    name = rules.name.strip()
    version = Policy(
        shop_id=shop_id,
        preset=rules.code,
        name="" if name == POLICIES[rules.code].name else name,
        rules=rules_of(rules),
        source=rules.source.strip(),
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
    return session.scalars(_NEWEST, {"shop": shop_id}).one()


def rules_by(version: Policy | None) -> Rules:
    """Return what a version says; a case of before there were versions has the shop's own."""
    if version is None:
        return POLICIES["own"]
    rules = kept_policy(version.preset, version.name, version.rules)
    return with_source(rules, version.source, version.certainty, version.checked_on)


def timing_of(session: Session, found: ReturnCase, clock: str) -> Timing:
    """Return what a return's clock is set by: the policy that judged it, at its shop.

    `clock` is its code; the working days are looked up only for one that counts them.
    """
    return _timing(session, found.case.shop, rules_by(found.policy), clock)


def timing_in_force(session: Session, case: Case, clock: str) -> Timing:
    """Return what a clock of a case that no policy judged is set by: its shop's, as it is now."""
    shop = fetch(session, Shop, case.shop_id)
    return _timing(session, shop, rules_by(policy_in_force(session, shop.id)), clock)


def _timing(session: Session, shop: Shop, rules: Rules, clock: str) -> Timing:
    zone = ZoneInfo(shop.timezone)
    if clock not in rules.working:
        return Timing(rules, zone)
    year = unit_of(session).at.astimezone(zone).year
    return Timing(rules, zone, _work_calendar(session, shop.id, rules.calendar, year))


def calendar_of(session: Session, shop_id: int) -> WorkCalendar:
    """Return the working days of a shop about now, by the policy that is in force."""
    shop = fetch(session, Shop, shop_id)
    country = rules_by(policy_in_force(session, shop_id)).calendar
    year = unit_of(session).at.astimezone(ZoneInfo(shop.timezone)).year
    return _work_calendar(session, shop_id, country, year)


def _work_calendar(session: Session, shop_id: int, country: str, year: int) -> WorkCalendar:
    """Return a shop's working days about a year: its country's, and its own changes."""
    own = session.execute(select(Holiday.day, Holiday.closed).where(Holiday.shop_id == shop_id))
    return with_own_days(public_holidays(country, year), {row.day: row.closed for row in own})
