"""Two reports of one grievance become one: what the first holds goes over to the other."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, FollowUp
from shopdesk.rules.complaints import STATES
from shopdesk.rules.same_buyer import Whose, is_same_buyer
from shopdesk.services.checks import NOTE_LENGTH, text_fits
from shopdesk.services.complaint_drafts import MergeDraft
from shopdesk.services.evidence import hand_over
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_said


def merge(session: Session, found: Complaint, draft: object) -> None:
    """Hand evidence and open follow-ups to the other complaint, which both timelines tell.

    Complaints that were merged into this one before point to the other from then on.
    """
    if not isinstance(draft, MergeDraft):
        raise FieldError("into_id", _("Choose the complaint that it is the same as."))
    into = _other(session, found, draft.into_id)
    why = _why(found.case, into, draft.why)
    hand_over(session, found.id, into.id)
    for planned in _planned(session, found.case):
        planned.case_id = into.id
    for earlier in _merged_into(session, found.case):
        earlier.merged_into_id = into.id
    found.merged_into_id = into.id
    session.flush()
    note_said(session, found.case, "merge", why, {"number": into.number})
    note_said(session, into, "merged_in", why, {"number": found.case.number})


def _other(session: Session, found: Complaint, into_id: int) -> Case:
    into = fetch(session, Case, into_id)
    if into.kind != "complaint" or into.id == found.id:
        raise FieldError("into_id", _("Choose another complaint."))
    if into.shop_id != found.case.shop_id:
        raise FieldError("into_id", _("{number} is of another shop.").format(number=into.number))
    if not STATES[into.state].is_open:
        raise DomainError(_("{number} is over. Reopen it first.").format(number=into.number))
    return into


def _why(case: Case, into: Case, typed: str) -> str:
    """Return a person's words; another buyer's complaint is the same only if they say why."""
    why = text_fits("why", typed, NOTE_LENGTH)
    if why or is_same_buyer(_whose(case), _whose(into)):
        return why
    raise FieldError(
        "why",
        _("{number} is of another buyer. Say why it is the same complaint.").format(
            number=into.number
        ),
    )


def _whose(case: Case) -> Whose:
    return Whose(
        customer_id=case.customer_id,
        order_id=case.order_id,
        order_number=case.order_number,
        handle=case.buyer_handle,
        phone=case.buyer_phone,
        name=case.buyer_name,
    )


def _planned(session: Session, case: Case) -> list[FollowUp]:
    found = select(FollowUp).where(FollowUp.case_id == case.id, FollowUp.done_at.is_(None))
    return list(session.scalars(found))


def _merged_into(session: Session, case: Case) -> list[Complaint]:
    return list(session.scalars(select(Complaint).where(Complaint.merged_into_id == case.id)))
