"""Money back instead of goods that did not get there: a return that keeps the goods."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from shopdesk.models import Case, Order, Reshipment, ReshipmentLine
from shopdesk.queries.returnable import ReturnableLine
from shopdesk.rules.reshipments import REFUND_REASON
from shopdesk.services.checks import NOTE_LENGTH, text_fits
from shopdesk.services.drafts import ReturnDraft, ReturnLineDraft
from shopdesk.services.left import returnable_lines
from shopdesk.services.records import fetch
from shopdesk.services.returns import log_return
from shopdesk.services.timeline import note_event


def open_refund(session: Session, found: Reshipment, note: str) -> str:
    """Open an agreed refund of what a reshipment sent; returns the number of the return.

    What is not of the order any more, or was refunded before, stands there as described.
    """
    case = found.case
    order = session.get(Order, case.order_id) if case.order_id else None
    draft = ReturnDraft(
        shop_id=case.shop_id,
        reason=REFUND_REASON[case.state],
        remedy="refund_only",
        lines=_lines(found, returnable_lines(session, order)),
        freight_payer="seller",
        order_id=case.order_id,
        note=text_fits("text", note, NOTE_LENGTH),
        buyer_name=case.buyer_name or found.recipient,
        buyer_phone=case.buyer_phone or found.phone,
        buyer_handle=case.buyer_handle,
        order_number=case.order_number,
    )
    opened = fetch(session, Case, log_return(session, draft, agree=True))
    opened.origin_id = case.id
    note_event(session, opened, "reship", values={"origin": case.number})
    return opened.number


def _lines(found: Reshipment, bought: Mapping[int, ReturnableLine]) -> tuple[ReturnLineDraft, ...]:
    """Return each kind of goods as its line of the order, as often as it can be given back."""
    free = dict(bought)
    drafts: list[ReturnLineDraft] = []
    for line in found.lines:
        same = next((one for one in free.values() if _is_same(line, one)), None)
        if same is None:
            drafts.append(_described(line))
            continue
        free.pop(same.id)
        drafts.append(ReturnLineDraft(line.quantity, same.id))
    return tuple(drafts)


def _is_same(line: ReshipmentLine, bought: ReturnableLine) -> bool:
    names = (line.title, line.variant) == (bought.title, bought.variant)
    is_product = line.product_id is not None and line.product_id == bought.product_id
    return (is_product or names) and line.quantity <= bought.left


def _described(line: ReshipmentLine) -> ReturnLineDraft:
    return ReturnLineDraft(
        line.quantity,
        title=line.title,
        sku=line.sku,
        variant=line.variant,
        value_minor=line.price_minor,
    )
