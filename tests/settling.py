"""Returns brought to where they are settled, in a few words."""

from itertools import count
from typing import Any

from shopdesk.desk import Desk
from shopdesk.queries.inspection import load_inspection
from shopdesk.queries.reshipments import ReshipmentRow, load_goods_out
from shopdesk.queries.settling import CaseMoney, load_case_money
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceivedDraft,
    ReturnLineDraft,
    SettlementDraft,
    StepDraft,
)
from shopdesk.services.refunds import add_refund
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return

NUMBERS = count()
Found = tuple[int, str, str]
"""Units, condition, disposition."""

INTACT: Found = (1, "intact", "stock")


def agreed(desk: Desk, *, quantity: int = 1, paid_minor: int = 31_800, **changes: Any) -> int:
    """Log and agree to a return of `quantity` of the two units of a new order."""
    number = f"F-{next(NUMBERS)}"
    order_id = make_order(desk, number, quantity=max(2, quantity), paid_minor=paid_minor)
    with desk.reading() as reader:
        line_id = reader.value("SELECT id FROM order_line WHERE order_id = ?", (order_id,))
    lines = (ReturnLineDraft(quantity=quantity, order_line_id=line_id),)
    return make_return(desk, order_id, agree=True, lines=lines, **changes)


def inspected(desk: Desk, *found: Found, **changes: Any) -> int:
    """Bring such a return on to where it was inspected, everything intact unless said."""
    quantity = changes.get("quantity", 1)
    case_id = agreed(desk, **changes)
    step(desk, case_id, "receive_early")
    inspect(desk, case_id, *(found or ((quantity, "intact", "stock"),)))
    return case_id


def inspect(desk: Desk, case_id: int, *found: Found) -> None:
    """Finish the inspection of a return's only line."""
    with desk.reading() as reader:
        inspection = load_inspection(reader, case_id)
    assert inspection is not None
    line_id = inspection.lines[0].id
    items = tuple(ReceivedDraft(n, line_id, how, where) for n, how, where in found)
    step(desk, case_id, "inspect", InspectionDraft(items))


def step(desk: Desk, case_id: int, code: str, draft: StepDraft | None = None) -> int | None:
    return desk.write(code, lambda session: take_step(session, case_id, code, draft)).change_id


def refund(desk: Desk, case_id: int, draft: SettlementDraft, version: int | None = None) -> None:
    desk.write("Refund", lambda session: add_refund(session, case_id, draft, version))


def money(desk: Desk, case_id: int) -> CaseMoney:
    with desk.reading() as reader:
        found = load_case_money(reader, case_id)
    assert found is not None
    return found


def goods_out(desk: Desk, case_id: int) -> tuple[ReshipmentRow, ...]:
    with desk.reading() as reader:
        return load_goods_out(reader, case_id)


def events(desk: Desk, case_id: int) -> list[str]:
    """Return what the timeline tells, the oldest first."""
    with desk.reading() as reader:
        found = reader.rows("SELECT event FROM timeline_entry WHERE case_id = ?", (case_id,))
    return [event for (event,) in found]
