"""Which follow-ups a person is to be reminded of, each told once."""

from sqlalchemy.orm import Session

from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import change_row, table_named

_FOLLOW_UPS = table_named("follow_up")

_DUE = """
    SELECT follow_up.id FROM follow_up LEFT JOIN person ON person.id = follow_up.owner_id
    WHERE done_at IS NULL AND due_at <= :now
        AND max(due_at, coalesce(snoozed_until, 0)) <= :now
        AND coalesce(reminded_at, 0) < max(due_at, coalesce(snoozed_until, 0))
        AND (owner_id IS NULL OR person.name = :person)
    ORDER BY due_at, follow_up.id
"""


def claim_reminders(session: Session) -> list[int]:
    """Return the follow-ups that fell due for the person at the desk, and mark them as told.

    Theirs and nobody's, the earliest first. Whoever asks next, here or in another window, gets
    them again only after a snooze has ended or the time was changed to a later one.
    """
    unit = unit_of(session)
    asked = {"now": int(unit.at.timestamp()), "person": unit.by}
    due = [row[0] for row in session.connection().exec_driver_sql(_DUE, asked)]
    for follow_up_id in due:
        change_row(session, _FOLLOW_UPS, follow_up_id, {"reminded_at": unit.at})
    return due
