"""Why it went wrong: noted with a complaint, which proposes who bears it."""

from sqlalchemy.orm import Session

from shopdesk.models import Complaint
from shopdesk.rules.liability import suggested_party
from shopdesk.rules.situations import SITUATIONS, UNKNOWN_CAUSE, causes_of
from shopdesk.services.checks import NOTE_LENGTH, known, text_fits
from shopdesk.services.liability import propose_liability
from shopdesk.services.timeline import note_said


def note_cause(session: Session, found: Complaint, cause: str, note: str = "") -> None:
    """Keep one of the situation's causes, or that nobody knows it; refused at `cause`, `note`."""
    causes = causes_of(found.situation)
    found.cause = known("cause", cause, {UNKNOWN_CAUSE, *causes})
    found.cause_note = text_fits("note", note, NOTE_LENGTH)
    reason = SITUATIONS[found.situation].reason
    party = causes[cause].liable if cause in causes else suggested_party(reason)
    propose_liability(session, found.case, party)
    values = {"situation": found.situation, "cause": cause}
    note_said(session, found.case, "cause", found.cause_note, values)
