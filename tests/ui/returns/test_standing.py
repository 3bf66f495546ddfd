"""The stepper of returns that were declined, came all the same, or were opened again."""

from functools import partial

import pytest

from shopdesk.desk import Desk
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.drafts import (
    InspectionDraft,
    ReasonDraft,
    ReceivedDraft,
    SendBackDraft,
    SettlementDraft,
    StepDraft,
    WaybillDraft,
)
from shopdesk.services.steps import take_step
from shopdesk.ui.pages.returns.standing import steps_of
from tests.making import make_order, make_return

TYPED: dict[str, StepDraft] = {
    "decline": ReasonDraft("Worn."),
    "cancel": ReasonDraft("Kept it."),
    "send": WaybillDraft("sf", "SF1234567890123"),
    "inspect": InspectionDraft((ReceivedDraft(1, 1, "intact", "stock"),)),
    "settle": SettlementDraft(100),
    "settle_kept": SettlementDraft(100),
    "send_back": SendBackDraft("Worn."),
}
TO_INSPECTED = ("agree", "send", "receive", "inspect")


def walked(desk: Desk, remedy: str, *codes: str) -> ReturnDetail:
    """Return a return after these steps."""
    case_id = make_return(desk, make_order(desk), remedy=remedy)
    for code in codes:
        step = partial(take_step, case_id=case_id, code=code, draft=TYPED.get(code))
        desk.write(code, step)
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found


def line(found: ReturnDetail) -> str:
    """Return the stepper as text: done as it is, the present in brackets, the rest with dots."""
    forms = {"done": "{}", "now": "[{}]", "later": "…{}", "left": "!{}"}
    return " ".join(forms[step.state].format(step.title) for step in steps_of(found))


@pytest.mark.parametrize(
    ("remedy", "codes", "expected"),
    [
        ("refund_only", ("decline",), "Asked !Declined …Closed"),
        ("refund_only", ("decline", "close"), "Asked !Declined Closed"),
        ("refund", ("agree", "cancel"), "Asked Agreed !Cancelled"),
        ("refund_only", ("decline", "close", "reopen"), "[Asked] …Agreed …Settled …Closed"),
        (
            "refund",
            ("decline", "receive_early"),
            "Asked Agreed On its way [Arrived] …Inspected …Settled …Closed",
        ),
        (
            "refund",
            ("decline", "receive_early", "inspect", "settle", "close"),
            "Asked Agreed On its way Arrived Inspected Settled Closed",
        ),
        (
            "refund",
            (*TO_INSPECTED, "receive_more"),
            "Asked Agreed On its way [Arrived] …Inspected …Settled …Closed",
        ),
        (
            "refund",
            (*TO_INSPECTED, "send_back"),
            "Asked Agreed On its way Arrived Inspected [Settled] …Closed",
        ),
        (
            "refund",
            (*TO_INSPECTED, "settle", "close", "reopen_settled"),
            "Asked Agreed On its way Arrived [Inspected] …Settled …Closed",
        ),
        (
            "refund_only",
            ("agree", "settle_kept", "reopen_settled_kept"),
            "Asked [Agreed] …Settled …Closed",
        ),
    ],
)
def test_the_stepper_shows_where_it_stands(
    desk: Desk, remedy: str, codes: tuple[str, ...], expected: str
) -> None:
    assert line(walked(desk, remedy, *codes)) == expected
