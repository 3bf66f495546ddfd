"""Closing a complaint: its cause is known or said to be unknown, and nothing is forgotten."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, ComplaintOption
from shopdesk.rules.options import is_to_be_done
from shopdesk.services.complaint_causes import note_cause
from shopdesk.services.complaint_drafts import CloseDraft
from shopdesk.services.timeline import note_event


def close(session: Session, found: Complaint, draft: object) -> None:
    """Close it; what it opened and nobody has done goes on alone only where a person says so."""
    told = draft if isinstance(draft, CloseDraft) else CloseDraft()
    if told.cause:
        note_cause(session, found, told.cause)
    if not found.cause:
        raise FieldError("cause", _("Say why it went wrong, or that nobody knows it."))
    left = [case.number for case in _to_be_done(session, found)]
    if left and not told.anyway:
        raise FieldError(
            "anyway",
            _("{number} is not done yet. Do it first, or say that it goes on alone.").format(
                number=left[0]
            ),
        )
    event = "close_unfinished" if left else "close"
    note_event(session, found.case, event, values={"number": left[0]} if left else {})


def _to_be_done(session: Session, found: Complaint) -> Sequence[Case]:
    opened = select(Case).join(ComplaintOption, ComplaintOption.opened_id == Case.id)
    cases = session.scalars(opened.where(ComplaintOption.case_id == found.id).order_by(Case.id))
    return [case for case in cases if is_to_be_done(case.kind, case.state)]
