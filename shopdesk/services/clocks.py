"""The clocks of a case: ended and started with each step, the earliest open one is its due time.

Clocks are written as plain rows, for nothing but these functions ever changes them; the case's
due time follows from what is known, so that a step writes its case once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from shopdesk.models import Case
from shopdesk.rules.clocks import outcome_of
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import add_row, change_row, table_named

_CLOCKS = table_named("clock")

_OPEN = """
    SELECT id, code, due_at FROM clock
    WHERE case_id = ? AND ended_at IS NULL ORDER BY due_at, id
"""


@dataclass(frozen=True, slots=True)
class OpenClock:
    """A clock that runs."""

    id: int
    code: str
    due_at: datetime


def open_clocks(session: Session, case: Case) -> list[OpenClock]:
    """Return the clocks of a case that run, the earliest due first."""
    found = session.connection().exec_driver_sql(_OPEN, (case.id,))
    return [
        OpenClock(clock_id, code, datetime.fromtimestamp(due_at, UTC))
        for clock_id, code, due_at in found
    ]


def start_clock(
    session: Session,
    case: Case,
    code: str,
    due_at: datetime,
    *,
    started_at: datetime | None = None,
    source: str = "policy",
) -> None:
    """Let a clock of a case run until `due_at`, from now on unless it started before."""
    if case.due_at is None or due_at < case.due_at:
        case.due_at, case.due_clock = due_at, code
    if case in session.new:
        session.flush()  # a clock names its case
    add_row(
        session,
        _CLOCKS,
        {
            "case_id": case.id,
            "code": code,
            "started_at": started_at or unit_of(session).at,
            "due_at": due_at,
            "source": source,
            "ended_at": None,
            "outcome": "",
        },
    )


def end_clocks(
    session: Session, case: Case, meets: Collection[str] = (), *, keep: Collection[str] = ()
) -> None:
    """End the clocks of a case that run: missed, or met if one of `meets`, or dropped.

    Those of `keep` run on, and the earliest of them is what the case is due by then.
    """
    now = unit_of(session).at
    running = open_clocks(session, case)
    left = [clock for clock in running if clock.code in keep]
    for clock in running:
        if clock.code in keep:
            continue
        outcome = outcome_of(clock.due_at, now, reached=clock.code in meets)
        change_row(session, _CLOCKS, clock.id, {"ended_at": now, "outcome": outcome})
    case.due_at = left[0].due_at if left else None
    case.due_clock = left[0].code if left else ""


def put_off(session: Session, case: Case, code: str, due_at: datetime) -> None:
    """Let a clock of a case that runs already run until another time."""
    clocks = open_clocks(session, case)
    for clock in clocks:
        if clock.code == code and clock.due_at != due_at:
            change_row(session, _CLOCKS, clock.id, {"due_at": due_at})
    dues = [(due_at if clock.code == code else clock.due_at, clock.code) for clock in clocks]
    if dues:
        case.due_at, case.due_clock = min(dues)


def set_deadline(session: Session, case: Case, due_at: datetime) -> None:
    """Let the platform's own deadline win over the computed one of the step that runs now."""
    clocks = open_clocks(session, case)
    for clock in clocks:
        change_row(session, _CLOCKS, clock.id, {"due_at": due_at, "source": "platform"})
    if clocks:
        case.due_at, case.due_clock = due_at, min(clocks, key=lambda clock: clock.id).code
