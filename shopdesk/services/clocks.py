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
PLATFORM = "platform"
"""The clock of a platform's verdict, and who set the time of a clock that a platform did."""

_OPEN = """
    SELECT id, code, due_at, source FROM clock
    WHERE case_id = ? AND ended_at IS NULL ORDER BY due_at, id
"""


@dataclass(frozen=True, slots=True)
class OpenClock:
    """A clock that runs; `source` is who set its time: `policy`, `platform` or `reminder`."""

    id: int
    code: str
    due_at: datetime
    source: str


def open_clocks(session: Session, case: Case) -> list[OpenClock]:
    """Return the clocks of a case that run, the earliest due first."""
    found = session.connection().exec_driver_sql(_OPEN, (case.id,))
    return [
        OpenClock(clock_id, code, datetime.fromtimestamp(due_at, UTC), source)
        for clock_id, code, due_at, source in found
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


def step_clocks(session: Session, case: Case) -> list[OpenClock]:
    """Return the clocks of the step that a case waits for, without one for a platform's verdict."""
    return [clock for clock in open_clocks(session, case) if clock.code != PLATFORM]


def put_off(session: Session, case: Case, code: str, due_at: datetime) -> None:
    """Let a clock of a case that runs already run until another time, by what is usual again."""
    for clock in open_clocks(session, case):
        if clock.code == code and clock.due_at != due_at:
            change_row(session, _CLOCKS, clock.id, {"due_at": due_at, "source": "policy"})
    _follow_clocks(session, case)


def set_deadline(session: Session, case: Case, due_at: datetime) -> None:
    """Let the platform's own deadline win over the computed one of the step that runs now."""
    for clock in step_clocks(session, case):
        change_row(session, _CLOCKS, clock.id, {"due_at": due_at, "source": PLATFORM})
    _follow_clocks(session, case)


def _follow_clocks(session: Session, case: Case) -> None:
    """Let a case be due when the earliest of its clocks is; of two at once, the older one's."""
    clocks = open_clocks(session, case)
    if clocks:
        case.due_at, case.due_clock = clocks[0].due_at, clocks[0].code
