"""What a reshipment waits for, as its clock: our packing, the courier's next scan, a way out."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Reshipment, ReturnCase
from shopdesk.rules.clocks import DAY_END, Timing, due_at, reminded_until
from shopdesk.rules.reshipments import MOVING, STATES
from shopdesk.rules.states import Step
from shopdesk.services.clocks import end_clocks, start_clock
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.follow_rules import case_event
from shopdesk.services.moving import start_moving
from shopdesk.services.policies import timing_in_force, timing_of
from shopdesk.storage.database import unit_of

_RUNS_ON = frozenset({"pack"})
"""Steps that change the state, but not what is waited for."""


def start_waiting(session: Session, case: Case) -> None:
    """Start the clock of the state that a reshipment is in now; a moving one's by its zone."""
    wait = STATES[case.state].wait
    if case.state in MOVING:
        start_moving(session, case)
    elif wait is not None:
        due = due_at(wait.clock, _timing(session, case, wait.clock), unit_of(session).at)
        start_clock(session, case, wait.clock, due)


def move_on(session: Session, found: Reshipment, step: Step) -> None:
    """Bring a reshipment to where a step leads: state, time columns, clock."""
    at = unit_of(session).at
    for column in step.clears:
        setattr(found, column, None)
    if step.stamps:
        setattr(found, step.stamps, at)
    if step.target is None:
        return
    case = found.case
    case.state = step.target
    case.closed_at = None if STATES[step.target].is_open else at
    if step.code not in _RUNS_ON:
        end_clocks(session, case, step.meets)
        start_waiting(session, case)
    case_event(session, case, step.target)


def ask_again(session: Session, case: Case, day: date | None) -> datetime:
    """Wait until the end of a day for what was asked; without one, as long as after a reminder.

    Returns until when. Raises FieldError at `again_on` for a day that has passed.
    """
    code = case.due_clock or "act"
    timing = _timing(session, case, code)
    until = _until(session, timing, code, day)
    end_clocks(session, case)
    start_clock(session, case, code, until, source="reminder")
    return until


def _until(session: Session, timing: Timing, code: str, day: date | None) -> datetime:
    now = unit_of(session).at
    if day is None:
        return reminded_until(code, timing, now)
    until = datetime.combine(day, DAY_END, timing.zone)
    if until < now:
        raise FieldError("again_on", _("This day has passed. Enter when to ask again."))
    check_not_too_far("again_on", until, now)
    return until


def _timing(session: Session, case: Case, clock: str) -> Timing:
    """Return what times a clock: the policy that judged the return it is for, or the shop's."""
    origin = session.get(ReturnCase, case.origin_id) if case.origin_id else None
    if origin is not None:
        return timing_of(session, origin, clock)
    return timing_in_force(session, case, clock)
