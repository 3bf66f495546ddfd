"""What a fresh file holds before anybody typed: reasons and couriers, and the first shop."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.models import Courier, Person, Reason
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.reasons import REASONS
from shopdesk.services.drafts import ShopDraft
from shopdesk.services.follow_rule_list import seed_follow_rules
from shopdesk.services.shops import add_person, add_shop


def set_up(session: Session, shop: ShopDraft, person: str) -> int:
    """Make a new file ready for work: its first shop, the person at the desk, the lists.

    Returns the shop's id. Raises FieldError for what was typed.
    """
    seed_reference(session)
    if not session.scalar(select(func.count()).select_from(Person)):
        add_person(session, person)
    return add_shop(session, shop)


def seed_reference(session: Session) -> None:
    """Add the reasons, couriers and rules that ship with ShopDesk and are not there yet."""
    reasons = set(session.scalars(select(Reason.code)))
    for position, reason in enumerate(REASONS.values()):
        if reason.code not in reasons:
            session.add(Reason(code=reason.code, fault=reason.fault, position=position))
    couriers = set(session.scalars(select(Courier.code)))
    for courier in COURIERS.values():
        if courier.code not in couriers:
            session.add(Courier(code=courier.code, name="", tracking_url=courier.tracking_url))
    session.flush()
    seed_follow_rules(session)
