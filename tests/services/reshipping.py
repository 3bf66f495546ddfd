"""Reshipments brought to where a test needs them, in a few words."""

from collections.abc import Callable
from itertools import count
from typing import Any

from shopdesk.desk import Desk
from shopdesk.queries.reshipments import ReshipmentRow, load_reshipment
from shopdesk.rules.reshipments import STEPS
from shopdesk.services.case_drafts import (
    BuyerDraft,
    ChaseDraft,
    FailureDraft,
    ReshipmentDraft,
)
from shopdesk.services.drafts import (
    DispatchDraft,
    GoodsOutDraft,
    GoodsOutLine,
    ReasonDraft,
)
from shopdesk.services.reshipment_deeds import ReshipmentStepDraft
from shopdesk.services.reshipments import log_reshipment, take_reshipment_step
from tests.making import make_order

NUMBERS = count(1)
GOODS = GoodsOutDraft(
    (GoodsOutLine("云柔针织开衫", 1, variant="米白 M", price_minor=15_900),),
    "林小雨",
    "138 0000 7720",
    "浙江省杭州市西湖区文三路 1 号",
    country="CN",
)

TYPED: dict[str | None, Callable[[], ReshipmentStepDraft | None]] = {
    None: lambda: None,
    "dispatch": lambda: DispatchDraft("sf", f"SF{next(NUMBERS):013d}", 1_200),
    "chase": lambda: ChaseDraft("顺丰", "They look for it."),
    "failure": lambda: FailureDraft("Nobody knows where it is."),
    "goods_out": lambda: None,
    "refund_instead": lambda: ReasonDraft("The buyer wants the money."),
    "note": lambda: ReasonDraft("The neighbour has it."),
    "cancel": lambda: ReasonDraft("Kept it."),
}
"""What a person would type, by what a step asks for."""


def of_order(desk: Desk, **changes: Any) -> int:
    """Log a reshipment of a new order; returns the case's id."""
    order_id = make_order(desk, f"O-{next(NUMBERS)}")
    fields: dict[str, Any] = {"reason": "missing_item", **changes}
    draft = ReshipmentDraft(1, goods=GOODS, order_id=order_id, **fields)
    return desk.write("Logged", lambda session: log_reshipment(session, draft)).value


def of_nothing(desk: Desk, **changes: Any) -> int:
    """Log a reshipment of which nothing is known but the buyer's name."""
    fields: dict[str, Any] = {"reason": "goodwill", **changes}
    draft = ReshipmentDraft(1, goods=GOODS, buyer=BuyerDraft("林小雨"), **fields)
    return desk.write("Logged", lambda session: log_reshipment(session, draft)).value


def take(desk: Desk, case_id: int, code: str, draft: ReshipmentStepDraft | None = None) -> int:
    """Take a step with what its form would give; returns the change's id."""
    typed = draft or TYPED[STEPS[code].asks]()
    change = desk.write(
        code, lambda session: take_reshipment_step(session, case_id, code, typed)
    ).change_id
    assert change is not None
    return change


def brought(desk: Desk, case_id: int, *codes: str) -> ReshipmentRow:
    """Take steps one after the other; returns the reshipment as it is then."""
    for code in codes:
        take(desk, case_id, code)
    return found(desk, case_id)


def found(desk: Desk, case_id: int) -> ReshipmentRow:
    """Return a reshipment as it is now."""
    with desk.reading() as reader:
        row = load_reshipment(reader, case_id)
    assert row is not None
    return row


WAY_TO = {
    "to_pack": (),
    "packed": ("pack",),
    "sent": ("send",),
    "on_its_way": ("send", "move"),
    "delivered": ("send", "deliver"),
    "confirmed": ("send", "deliver", "confirm"),
    "lost": ("send", "mark_lost"),
    "damaged": ("send", "mark_damaged"),
    "refused": ("send", "mark_refused"),
    "out_of_range": ("send", "mark_out_of_range"),
    "returned": ("send", "mark_returned"),
    "dealt_with": ("send", "mark_lost", "deal"),
    "cancelled": ("cancel",),
}
"""One way to each state."""
