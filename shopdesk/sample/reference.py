"""What the sample's file starts with: set up by the use cases, as any shop is."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from shopdesk.models import Courier, Person, Reason
from shopdesk.sample.casebook import Codes
from shopdesk.sample.stores import BREAKER, BREAKER_NAME, PEOPLE, STORES
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
    set_up(session, first.draft, PEOPLE[0])
    for store in others:
        add_shop(session, store.draft)
    for name in PEOPLE[1:]:
        add_person(session, name)
    session.add(Courier(code=BREAKER, name=BREAKER_NAME))
    session.flush()
    return Codes(
        reasons={row.code: row.id for row in session.scalars(select(Reason))},
        couriers={row.code: row.id for row in session.scalars(select(Courier))},
        people={row.name: row.id for row in session.scalars(select(Person))},
    )
