"""What a complaint waits for, as clocks: a platform's runs beside those of its states."""

from datetime import datetime

from sqlalchemy.orm import Session

from shopdesk.models import Case
from shopdesk.rules.clocks import CLOCKS, due_at, first_due_at, reminded_until
from shopdesk.rules.complaints import STATES
from shopdesk.rules.states import Step
from shopdesk.services.clocks import PLATFORM, end_clocks, start_clock
from shopdesk.services.policies import timing_in_force
from shopdesk.storage.database import unit_of

ALL_BUT_PLATFORM = frozenset(CLOCKS) - {PLATFORM}


def start_waiting(session: Session, case: Case) -> None:
    """Start the clock of the state that a complaint is in now; a first reply's from its opening."""
    wait = STATES[case.state].wait
    if wait is None:
        return
    timing = timing_in_force(session, case, wait.clock)
    if wait.clock == "reply":
        due = first_due_at(wait.clock, timing, case.opened_at, None)
        start_clock(session, case, wait.clock, due, started_at=case.opened_at)
    else:
        due = due_at(wait.clock, timing, unit_of(session).at)
        start_clock(session, case, wait.clock, due)


def move_clocks(session: Session, case: Case, step: Step) -> None:
    """End what a step that changed the state ends, and start what is waited for now."""
    end_clocks(session, case, step.meets, keep={PLATFORM})
    start_waiting(session, case)


def prolong(session: Session, case: Case, code: str) -> None:
    """Wait some days more for what was asked for again."""
    end_clocks(session, case, keep=frozenset(CLOCKS) - {code})
    timing = timing_in_force(session, case, code)
    until = reminded_until(code, timing, unit_of(session).at)
    start_clock(session, case, code, until, source="reminder")


def start_platform(session: Session, case: Case, due: datetime) -> None:
    """Let the platform's deadline run until its verdict."""
    start_clock(session, case, PLATFORM, due, source=PLATFORM)


def end_platform(session: Session, case: Case) -> None:
    """End the platform's clock alone: its verdict is there."""
    end_clocks(session, case, {PLATFORM}, keep=ALL_BUT_PLATFORM)
