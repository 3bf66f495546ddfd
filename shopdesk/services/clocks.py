"""The clocks of a case: ended and started with each step, the earliest open one is its due time."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Case, Clock
from shopdesk.rules.clocks import outcome_of
from shopdesk.storage.database import unit_of


def open_clocks(session: Session, case: Case) -> list[Clock]:
    """Return the clocks of a case that run, the earliest due first."""
    found = select(Clock).where(Clock.case_id == case.id, Clock.ended_at.is_(None))
    return list(session.scalars(found.order_by(Clock.due_at, Clock.id)))


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
    session.add(
        Clock(
            case_id=case.id,
            code=code,
            started_at=started_at or unit_of(session).at,
            due_at=due_at,
            source=source,
        )
    )
    session.flush()
    refresh_due(session, case)


def end_clocks(session: Session, case: Case, meets: Collection[str] = ()) -> None:
    """End every clock of a case that runs: missed, or met if it is one of `meets`, or dropped."""
    now = unit_of(session).at
    for clock in open_clocks(session, case):
        clock.ended_at = now
        clock.outcome = outcome_of(clock.due_at, now, reached=clock.code in meets)
    session.flush()
    refresh_due(session, case)


def set_deadline(session: Session, case: Case, due_at: datetime) -> None:
    """Let the platform's own deadline win over the computed one of the step that runs now."""
    for clock in open_clocks(session, case):
        clock.due_at, clock.source = due_at, "platform"
    session.flush()
    refresh_due(session, case)


def refresh_due(session: Session, case: Case) -> None:
    """Make the earliest open clock the case's due time."""
    first = next(iter(open_clocks(session, case)), None)
    case.due_at = first.due_at if first else None
    case.due_clock = first.code if first else ""
