"""Doing what the buyer chose, by what the option says: a case, money, a date to come back."""

from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, ComplaintOption
from shopdesk.rules.follow_times import lands_at
from shopdesk.rules.options import DEEDS, Deed, follow_of
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.services import reshipments
from shopdesk.services.case_drafts import FollowUpDraft, ReshipmentDraft
from shopdesk.services.checks import LINE_LENGTH, NOTE_LENGTH, amount_is_sane, known, text_fits
from shopdesk.services.complaint_drafts import ActDraft
from shopdesk.services.drafts import ReturnDraft
from shopdesk.services.evidence import take_along
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.services.ledger import add_cost
from shopdesk.services.liability import propose_liability
from shopdesk.services.records import fetch
from shopdesk.services.returns import log_return
from shopdesk.services.timeline import note_event, note_said
from shopdesk.storage.database import unit_of


def do_chosen(session: Session, found: Complaint, draft: object) -> None:
    """Do the one option that was chosen, once; it remembers what it opened."""
    if not isinstance(draft, ActDraft):
        raise FieldError("note", _("Say how it was done."))
    option = _chosen(found)
    deed = DEEDS[option.does]
    if option.party:
        propose_liability(session, found.case, option.party)
    option.opened_id = _open(session, found.case, option, deed, draft)
    if deed.books:
        _pay(session, found.case, option, deed, draft)
    _plan(session, found.case, option, draft)
    option.done_at = unit_of(session).at
    note = text_fits("note", draft.note, NOTE_LENGTH)
    note_said(session, found.case, "act", note, {"option": option.title})


def _chosen(found: Complaint) -> ComplaintOption:
    chosen = [option for option in found.options if _is_to_do(found, option)]
    if not chosen:
        raise DomainError(_("Note first which option the buyer chose; only that is done."))
    return chosen[0]


def _is_to_do(found: Complaint, option: ComplaintOption) -> bool:
    is_chosen = option.round == found.round and option.chosen_at is not None
    return is_chosen and option.done_at is None


def _open(
    session: Session, case: Case, option: ComplaintOption, deed: Deed, draft: ActDraft
) -> int | None:
    if not deed.opens:
        return None
    opened_id = _logged(session, deed, draft)
    opened = fetch(session, Case, opened_id)
    opened.origin_id = case.id
    session.flush()
    take_along(session, case.id, opened_id)
    if option.party:
        propose_liability(session, opened, option.party)
    values = {"number": opened.number}
    note_event(session, case, f"opened_{deed.opens}", values=values)
    if deed.opens == "return":
        note_event(session, opened, "opened_for", values={"origin": case.number})
    return opened_id


def _logged(session: Session, deed: Deed, draft: ActDraft) -> int:
    opened = draft.opened
    if deed.opens == "return" and isinstance(opened, ReturnDraft):
        return log_return(session, opened, agree=True)
    if deed.opens == "reshipment" and isinstance(opened, ReshipmentDraft):
        return reshipments.log_reshipment(session, opened)
    raise FieldError("lines", _("Say which goods it is about."))


def _pay(
    session: Session, case: Case, option: ComplaintOption, deed: Deed, draft: ActDraft
) -> None:
    amount = option.amount_minor if draft.amount_minor is None else draft.amount_minor
    amount = amount_is_sane("amount_minor", amount)
    if not amount:
        raise FieldError("amount_minor", _("Enter what the buyer gets."))
    method = known("method", draft.method, REFUND_METHODS)
    reference = text_fits("reference", draft.reference, LINE_LENGTH)
    add_cost(session, case, deed.books, amount, note=reference)
    option.amount_minor = amount
    values = {
        "paid_minor": amount,
        "currency": case.currency,
        "method": method,
        "reference": reference,
    }
    note_event(session, case, "compensate", values=values)


def _plan(session: Session, case: Case, option: ComplaintOption, draft: ActDraft) -> None:
    kind = follow_of(option.does, option.follow_kind)
    if not kind:
        return
    zone = ZoneInfo(case.shop.timezone)
    due = draft.follow_due_at or lands_at(unit_of(session).at, option.follow_days, zone)
    add_follow_up(session, FollowUpDraft(kind, due, case_id=case.id, note=option.title))
