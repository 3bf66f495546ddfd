"""Numbers of cases and kept parcels, as R-2611-0001 by the shop's month; none is given twice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

PREFIXES = {"return": "R", "reshipment": "S", "complaint": "C", "parcel": "U"}

_TAKE = """
    INSERT INTO number_counter (series, last) VALUES (?, 1)
    ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last
"""


def next_number(session: Session, kind: str, at: datetime, timezone: str) -> str:
    """Take the next number of a kind of record in the month that `at` falls in at the shop.

    The counter only grows, even when the case is undone; the write's lock keeps two writers
    from taking the same one.
    """
    series = f"{PREFIXES[kind]}-{at.astimezone(ZoneInfo(timezone)):%y%m}"
    return f"{series}-{next_of(session, series):04d}"


def next_of(session: Session, series: str) -> int:
    """Take the next number of a series, from 1; an undo does not give it back."""
    return int(session.connection().exec_driver_sql(_TAKE, (series,)).scalar_one())
