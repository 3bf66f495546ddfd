"""Taking in what is at the desk: a return's parcel, several in one box, a refused parcel."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, ReturnCase
from shopdesk.rules.receiving import judge_arrival, refusal
from shopdesk.rules.remedies import FREIGHT_PAYERS, remedy_of
from shopdesk.rules.states import Standing
from shopdesk.services.drafts import ReceiptDraft, ReturnDraft, ReturnLineDraft
from shopdesk.services.left import returnable_lines
from shopdesk.services.records import fetch
from shopdesk.services.returns import log_return
from shopdesk.services.steps import take_step

REFUSED = "refused_undeliverable"
"""The reason of a return that nobody asked for: the parcel itself came back."""


def receive_parcel(
    session: Session, case_id: int, draft: ReceiptDraft, *, another: bool = False
) -> Case:
    """Take in a return's parcel by the step that its state allows; returns the case.

    `another` says that it is a further parcel of a return that is here already. Raises
    DomainError, with what to do, where nothing is to come or it has come.
    """
    case = fetch(session, Case, case_id)
    found = fetch(session, ReturnCase, case_id)
    standing = Standing(case.state, remedy_of(found.remedy), settled=case.settled_at is not None)
    verdict = judge_arrival(standing, another=another)
    if not verdict.receives:
        raise DomainError(refusal(verdict.code, case.number))
    take_step(session, case_id, verdict.step, draft)
    return case


def receive_together(session: Session, case_ids: Sequence[int], draft: ReceiptDraft) -> None:
    """Take in several returns that came in one box; all of them, or none."""
    for case_id in case_ids:
        receive_parcel(session, case_id, draft, another=True)


def receive_refused(session: Session, order_id: int, draft: ReceiptDraft) -> int:
    """Log a return of all that is left of an order whose parcel came back, and take it in.

    Returns the case's id. Raises DomainError if nothing of the order is left to return.
    """
    order = fetch(session, Order, order_id)
    case_id = log_return(session, _refused_return(session, order))
    found = fetch(session, ReturnCase, case_id)
    if found.advice.get("freight_payer") in FREIGHT_PAYERS:
        found.freight_payer = found.advice["freight_payer"]
    receive_parcel(session, case_id, draft)
    return case_id


def _refused_return(session: Session, order: Order) -> ReturnDraft:
    left = [line for line in returnable_lines(session, order).values() if line.left > 0]
    if not left:
        raise DomainError(
            _(
                "Everything of order {number} has been returned already. Look at its returns, or"
                " keep the parcel without a return."
            ).format(number=order.number)
        )
    return ReturnDraft(
        shop_id=order.shop_id,
        reason=REFUSED,
        remedy="refund",
        lines=tuple(ReturnLineDraft(line.left, order_line_id=line.id) for line in left),
        freight_payer="buyer",
        order_id=order.id,
    )
