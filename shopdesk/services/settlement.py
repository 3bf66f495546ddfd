"""Settling a return: money back, goods out, or declined after all and sent back."""

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import ReturnCase
from shopdesk.services.checks import NOTE_LENGTH, text_given
from shopdesk.services.drafts import GoodsOutDraft, SendBackDraft, SettlementDraft
from shopdesk.services.goods_out import open_reshipment, proposed_draft
from shopdesk.services.inspection import check_decided
from shopdesk.services.ledger import set_written_off
from shopdesk.services.proposals import all_sent_back, sends_goods
from shopdesk.services.received import RECEIVED, received_items
from shopdesk.services.refunds import book_refund, note_refund, settlement_basis
from shopdesk.services.timeline import note_event
from shopdesk.services.unsent import end_unsent
from shopdesk.storage.recording import change_row


def settle(session: Session, found: ReturnCase, draft: SettlementDraft) -> None:
    """Book what goes back to the buyer and open what goes out; the step changes the state.

    Raises FieldError for what was typed, DomainError while goods that came are undecided.
    """
    check_decided(session, found.id)
    before = settlement_basis(session, found.id)
    booked = book_refund(session, found, draft)
    found.case.amount_minor = found.case.refund_goods_minor + found.case.refund_freight_minor
    if booked is None:
        note_event(session, found.case, "settle_goods")
    else:
        note_refund(session, found.case, draft, booked, "settle")
    if sends_goods(before):
        is_rest = before.out_minor is not None
        open_reshipment(session, found, draft.goods_out, reason="send_back" if is_rest else "")


def send_back(session: Session, found: ReturnCase, draft: SendBackDraft) -> None:
    """Decline after inspection: what came goes back to the buyer, and no money does.

    A replacement that was opened for it and is not sent yet goes out no more.
    """
    found.decline_reason = text_given(
        "text", draft.text, _("Say why it is declined; the buyer will ask."), NOTE_LENGTH
    )
    check_decided(session, found.id)
    items = received_items(session, found.id)
    for item_id in items:
        change_row(session, RECEIVED, item_id, {"disposition": "to_buyer"})
    set_written_off(session, found.case, dict.fromkeys(items, 0))
    note_event(session, found.case, "send_back", text=found.decline_reason)
    end_unsent(session, found.case, found.decline_reason)
    goods_out = draft.goods_out or proposed_draft(
        session, found, all_sent_back(settlement_basis(session, found.id))
    )
    _check_returns_something(goods_out)
    open_reshipment(session, found, goods_out, reason="send_back")


def _check_returns_something(goods_out: GoodsOutDraft) -> None:
    if not goods_out.lines:
        raise FieldError("text", _("Nothing is here that could go back. Settle it instead."))
