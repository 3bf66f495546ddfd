"""Two reports of one grievance become one: what the first holds goes over to the other."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, FollowUp
from shopdesk.rules.complaints import STATES
from shopdesk.services.complaint_drafts import MergeDraft
from shopdesk.services.evidence import hand_over
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event


def merge(session: Session, found: Complaint, draft: object) -> None:
    """Hand evidence and open follow-ups to the other complaint, which both timelines tell.

    Complaints that were merged into this one before point to the other from then on.
    """
    if not isinstance(draft, MergeDraft):
        raise FieldError("into_id", _("Choose the complaint that it is the same as."))
    into = _other(session, found, draft.into_id)
    hand_over(session, found.id, into.id)
    for planned in _planned(session, found.case):
        planned.case_id = into.id
    for earlier in _merged_into(session, found.case):
        earlier.merged_into_id = into.id
    found.merged_into_id = into.id
    session.flush()
    note_event(session, found.case, "merge", values={"number": into.number})
    note_event(session, into, "merged_in", values={"number": found.case.number})


def _other(session: Session, found: Complaint, into_id: int) -> Case:
    into = fetch(session, Case, into_id)
    if into.kind != "complaint" or into.id == found.id:
        raise FieldError("into_id", _("Choose another complaint."))
    if into.shop_id != found.case.shop_id:
        raise FieldError("into_id", _("{number} is of another shop.").format(number=into.number))
    if not STATES[into.state].is_open:
        raise DomainError(_("{number} is over. Reopen it first.").format(number=into.number))
    return into


def _planned(session: Session, case: Case) -> list[FollowUp]:
    found = select(FollowUp).where(FollowUp.case_id == case.id, FollowUp.done_at.is_(None))
    return list(session.scalars(found))


def _merged_into(session: Session, case: Case) -> list[Complaint]:
    return list(session.scalars(select(Complaint).where(Complaint.merged_into_id == case.id)))
