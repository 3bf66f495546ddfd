"""A follow-up's row: made and filled in, whoever asked for it, and fetched while it is open."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Case, FollowUp, Order, Person, Shop
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.follow_ups import KINDS
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.checks import NOTE_LENGTH, known, text_fits, text_given
from shopdesk.services.customers import kept_customer
from shopdesk.services.deadlines import check_not_too_far
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of


@dataclass(frozen=True, slots=True)
class Source:
    """The rule that made a follow-up, and the key that keeps it from making it again."""

    rule: str = ""
    key: str | None = None


BY_HAND = Source()


def make_follow_up(session: Session, draft: FollowUpDraft, source: Source = BY_HAND) -> FollowUp:
    """Plan something without a word on its case's timeline."""
    case = None if draft.case_id is None else fetch(session, Case, draft.case_id)
    customer_id = case.customer_id if case and case.customer_id else draft.customer_id
    customer_id = kept_customer(session, customer_id)
    unit = unit_of(session)
    made = FollowUp(
        shop_id=case.shop_id if case else _shop_id(session, draft.shop_id, customer_id),
        case=case,
        customer_id=customer_id,
        rule=source.rule,
        source_key=source.key,
        created_at=unit.at,
        created_by=unit.by,
        previous_id=draft.previous_id,
    )
    fill_in(session, made, draft)
    session.add(made)
    session.flush()
    return made


def open_follow_up(session: Session, follow_up_id: int, version: int | None = None) -> FollowUp:
    """Return one that is still to be done; raises DomainError for one that is done."""
    found = fetch(session, FollowUp, follow_up_id, version)
    if found.done_at is not None:
        raise DomainError(_("This was done already, by {who}.").format(who=found.done_by))
    return found


def fill_in(session: Session, found: FollowUp, draft: FollowUpDraft) -> None:
    """Put what was typed into a follow-up."""
    check_not_too_far("due_at", draft.due_at, unit_of(session).at)
    if draft.owner_id is not None:
        fetch(session, Person, draft.owner_id)
    found.kind = known("kind", draft.kind, KINDS)
    found.due_at = draft.due_at
    found.channel = known("channel", draft.channel, ("", *CHANNELS))
    found.note = _note(draft, is_about_somebody=bool(found.case or found.customer_id))
    found.owner_id = draft.owner_id


def _note(draft: FollowUpDraft, *, is_about_somebody: bool) -> str:
    if is_about_somebody:
        return text_fits("note", draft.note, NOTE_LENGTH)
    sentence = _("Say what is to be done: this is about no case and no buyer.")
    return text_given("note", draft.note, sentence, NOTE_LENGTH)


def _shop_id(session: Session, shop_id: int | None, customer_id: int | None) -> int:
    """Return the shop that was said, the one where the buyer ordered last, or the first."""
    if shop_id is not None:
        return fetch(session, Shop, shop_id).id
    ordered = (
        select(Order.shop_id)
        .where(Order.customer_id == customer_id)
        .order_by(Order.ordered_at.desc())
        .limit(1)
    )
    first = select(Shop.id).order_by(Shop.id).limit(1)
    return session.scalar(ordered) or session.scalars(first).one()
