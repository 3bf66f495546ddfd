"""What the sample's file starts with: set up by the use cases, as any shop is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Courier, FollowRule, Person, Reason
from shopdesk.sample.care import REFUND_RULE, refund_rule_since
from shopdesk.sample.codes import Codes
from shopdesk.sample.customs import add_customs, add_policies
from shopdesk.sample.freshness import MAKING
from shopdesk.sample.plan import Plan
from shopdesk.sample.stores import BREAKER, BREAKER_NAME, PEOPLE, STORES
from shopdesk.services.setup import set_up
from shopdesk.services.shops import add_person, add_shop
from shopdesk.storage.database import Database


def add_reference(path: Path, plan: Plan) -> Codes:
    """Set up the stores, the people, the lists; returns the ids of what rows refer to."""
    database = Database(path)
    start = datetime.fromtimestamp(plan.start_s, UTC)
    try:
        with database.write(MAKING, by=PEOPLE[0], at=start) as unit:
            return _set_up(unit.session, plan)
    finally:
        database.close()


def _set_up(session: Session, plan: Plan) -> Codes:
    store_ids = list(_stores(session))
    for name in PEOPLE[1:]:
        add_person(session, name)
    session.add(Courier(code=BREAKER, name=BREAKER_NAME))
    session.flush()
    add_customs(session, store_ids, plan)
    rule = session.scalars(select(FollowRule).where(FollowRule.code == REFUND_RULE)).one()
    rule.since = datetime.fromtimestamp(refund_rule_since(plan), UTC)
    return Codes(
        reasons={row.code: row.id for row in session.scalars(select(Reason))},
        couriers={row.code: row.id for row in session.scalars(select(Courier))},
        people={row.name: row.id for row in session.scalars(select(Person))},
        policies=add_policies(session, store_ids, plan),
    )


def _stores(session: Session) -> Iterator[int]:
    first, *others = STORES
    yield set_up(session, first.draft, PEOPLE[0])
    for store in others:
        yield add_shop(session, store.draft)
