"""Case numbers: R-2611-0001, by the shop's month, none given twice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from shopdesk.models import NumberCounter

PREFIXES = {"return": "R", "reshipment": "S", "complaint": "C"}


def next_number(session: Session, kind: str, at: datetime, timezone: str) -> str:
    """Take the next number of a kind of case in the month that `at` falls in at the shop.

    The counter only grows, even when the case is undone; the write's lock keeps two writers
    from taking the same one.
    """
    series = f"{PREFIXES[kind]}-{at.astimezone(ZoneInfo(timezone)):%y%m}"
    taken = insert(NumberCounter).values(series=series, last=1)
    grown = taken.on_conflict_do_update(
        index_elements=[NumberCounter.series], set_={"last": NumberCounter.last + 1}
    )
    last = session.scalar(grown.returning(NumberCounter.last))
    return f"{series}-{last:04d}"
