"""The platform's own deadline, which wins over a computed one."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case
from shopdesk.services.clocks import set_deadline, step_clocks
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

FARTHEST = timedelta(days=5 * 366)
"""No platform gives more time than this; what is farther away is a slip of the finger."""

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


def check_not_too_far(field: str, due_at: datetime, now: datetime) -> None:
    """Refuse a deadline that is farther away than any can be, or longer ago."""
    if due_at < EARLIEST:
        raise FieldError(field, _("This day is too long ago to be right. Check it."))
    if due_at > now + FARTHEST:
        raise FieldError(field, _("This is more than five years away. Check the year."))


def set_platform_deadline(session: Session, case_id: int, due_at: datetime, version: int) -> None:
    """Let the step that a case waits for now be due when its platform says.

    It holds for this step only: the next one is timed by the policy again. Raises DomainError
    where nothing is waited for, FieldError for a moment that has passed or is too far away.
    """
    case = fetch(session, Case, case_id, version)
    if not step_clocks(session, case):
        raise DomainError(
            _("{number} waits for nothing now, so it has no deadline.").format(number=case.number)
        )
    if due_at <= unit_of(session).at:
        raise FieldError(
            "due_at", _("This moment has passed. Enter the deadline that the platform shows.")
        )
    check_not_too_far("due_at", due_at, unit_of(session).at)
    set_deadline(session, case, due_at)
    note_event(session, case, "platform_deadline", values={"moment": due_at.isoformat()})
