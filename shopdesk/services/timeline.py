"""Writing down what happened to a case."""

from typing import Any

from sqlalchemy.orm import Session

from shopdesk.models import Case
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import add_row, table_named

_ENTRIES = table_named("timeline_entry")


def note_event(
    session: Session,
    case: Case,
    event: str,
    *,
    text: str = "",
    values: dict[str, Any] | None = None,
) -> None:
    """Add an entry of now, by the person who writes; `event` is a key of rules.events.EVENTS.

    The case has its id already: its own row is written before.
    """
    unit = unit_of(session)
    add_row(
        session,
        _ENTRIES,
        {
            "case_id": case.id,
            "at": unit.at,
            "person": unit.by,
            "event": event,
            "text": text,
            "values": values or {},
        },
    )


def note_said(
    session: Session, case: Case, event: str, text: str, values: dict[str, Any] | None = None
) -> None:
    """Add an entry, with a person's words where there are any: the sentence `event`_said."""
    note_event(session, case, f"{event}_said" if text else event, text=text, values=values)
