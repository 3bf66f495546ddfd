"""Writing down what happened to a case."""

from typing import Any

from sqlalchemy.orm import Session

from shopdesk.models import Case, TimelineEntry
from shopdesk.storage.database import unit_of


def note_event(
    session: Session,
    case: Case,
    event: str,
    *,
    text: str = "",
    values: dict[str, Any] | None = None,
) -> None:
    """Add an entry of now, by the person who writes; `event` is a key of rules.events.EVENTS."""
    unit = unit_of(session)
    session.add(
        TimelineEntry(
            case=case, at=unit.at, person=unit.by, event=event, text=text, values=values or {}
        )
    )
