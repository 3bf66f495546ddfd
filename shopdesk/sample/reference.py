"""What the sample's file starts with: set up by the use cases, as any shop is."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Courier, Person, Reason
from shopdesk.rules.clocks import Timing
from shopdesk.sample.casebook import Codes
from shopdesk.sample.policies import PolicyBook, Version
from shopdesk.sample.stores import BREAKER, BREAKER_NAME, PEOPLE, STORES
from shopdesk.services.policies import policy_in_force, rules_by
from shopdesk.services.setup import set_up
from shopdesk.services.shops import add_person, add_shop
from shopdesk.storage.database import Database, WriteUnit


def add_reference(path: Path, at: datetime) -> Codes:
    """Set up the stores, the people, the lists; returns the ids of what rows refer to."""
    database = Database(path)
    try:
        with database.write("Sample shop", by=PEOPLE[0], at=at) as unit:
            return _set_up(unit)
    finally:
        database.close()


def _set_up(unit: WriteUnit) -> Codes:
    session = unit.session
    first, *others = STORES
    store_ids = [set_up(session, first.draft, PEOPLE[0])]
    store_ids += [add_shop(session, store.draft) for store in others]
    for name in PEOPLE[1:]:
        add_person(session, name)
    session.add(Courier(code=BREAKER, name=BREAKER_NAME))
    session.flush()
    return Codes(
        reasons={row.code: row.id for row in session.scalars(select(Reason))},
        couriers={row.code: row.id for row in session.scalars(select(Courier))},
        people={row.name: row.id for row in session.scalars(select(Person))},
        policies=PolicyBook({store_id: [_version(session, store_id)] for store_id in store_ids}),
    )


def _version(session: Session, store_id: int) -> Version:
    """Return the policy that a store starts with."""
    kept = policy_in_force(session, store_id)
    zone = ZoneInfo(STORES[store_id - 1].draft.timezone)
    return Version(kept.id, int(kept.made_at.timestamp()), Timing(rules_by(kept), zone))
