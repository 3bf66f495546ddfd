"""A return from asked to closed: what is refused, what is numbered, what each step leaves."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.drafts import (
    ReasonDraft,
    ReturnLineDraft,
    SettlementDraft,
    StepDraft,
    WaybillDraft,
)
from shopdesk.services.steps import take_step
from tests.making import all_intact, make_order, make_return, return_of


def step(desk: Desk, case_id: int, code: str, draft: StepDraft | None = None) -> int | None:
    return desk.write(code, lambda session: take_step(session, case_id, code, draft)).change_id


def detail(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found
    return found


def test_a_return_runs_from_asked_to_closed(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = []
    for code, draft in (
        ("agree", None),
        ("send", WaybillDraft("zto", "7821 0033 4199 21")),
        ("receive", None),
        ("inspect", all_intact(desk, case_id)),
        ("settle", SettlementDraft(15900, method="platform", reference="T-1")),
        ("close", None),
    ):
        step(desk, case_id, code, draft)
        seen.append(detail(desk, case_id).state)
    assert seen == ["agreed", "on_its_way", "arrived", "inspected", "settled", "closed"]
    found = detail(desk, case_id)
    assert found.refund_goods_minor == 15900
    assert found.closed_at is not None
    assert found.due_at is None
    assert [entry.event for entry in found.timeline] == [
        "close",
        "settle",
        "inspect_found",
        "receive",
        "send",
        "agree",
        "ask",
    ]
    assert {entry.person for entry in found.timeline} == {"小李"}


def test_goods_kept_skips_the_parcel(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), remedy="refund_only", agree=True)
    with pytest.raises(DomainError, match="does not follow"):
        step(desk, case_id, "receive")
    step(desk, case_id, "settle_kept", SettlementDraft(100))
    assert detail(desk, case_id).state == "settled"


def test_more_than_is_left_is_refused_at_the_lines(desk: Desk) -> None:
    order_id = make_order(desk, quantity=2)
    make_return(desk, order_id)
    too_many = (ReturnLineDraft(quantity=2, order_line_id=order_id),)
    with pytest.raises(FieldError, match="2 bought, 1 left") as caught:
        make_return(desk, order_id, lines=too_many)
    assert caught.value.field == "lines"


def test_a_declined_return_leaves_its_units(desk: Desk) -> None:
    order_id = make_order(desk, quantity=1)
    first = make_return(desk, order_id)
    step(desk, first, "decline", ReasonDraft("Worn."))
    step(desk, first, "close")
    make_return(desk, order_id)
    with pytest.raises(DomainError, match="Cancel one of those"):
        step(desk, first, "reopen")


def test_undo_brings_no_return_back_whose_units_are_taken(desk: Desk) -> None:
    order_id = make_order(desk, quantity=1)
    cancelled = step(desk, make_return(desk, order_id), "cancel", ReasonDraft("Changed his mind."))
    second = make_return(desk, order_id)
    assert cancelled is not None
    with pytest.raises(DomainError, match="Cancel one of those"):
        desk.undo(cancelled)
    step(desk, second, "cancel", ReasonDraft("Twice."))
    desk.undo(cancelled)


def test_a_settled_return_keeps_its_units_when_it_is_closed(desk: Desk) -> None:
    order_id = make_order(desk, quantity=1)
    first = make_return(desk, order_id, agree=True)
    for code, draft in (
        ("receive_early", None),
        ("inspect", all_intact(desk, first)),
        ("settle", SettlementDraft(1)),
        ("close", None),
    ):
        step(desk, first, code, draft)
    with pytest.raises(FieldError, match="0 left"):
        make_return(desk, order_id)
    step(desk, first, "reopen_settled")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lines": ()}, "lines"),
        ({"lines": (ReturnLineDraft(quantity=0, order_line_id=1),)}, "lines"),
        ({"lines": (ReturnLineDraft(1, title="x", value_minor=-1),)}, "lines"),
        ({"lines": (ReturnLineDraft(1, 1), ReturnLineDraft(1, 1))}, "lines"),
        ({"lines": (ReturnLineDraft(2**63, title="x"),)}, "lines"),
        ({"note": "长" * 10_001}, "note"),
        ({"asked_on": (datetime.now(UTC) - timedelta(days=30)).date()}, "asked_on"),
        ({"asked_on": (datetime.now(UTC) + timedelta(days=2)).date()}, "asked_on"),
        ({"asked_on": date(1, 1, 1), "order_id": None, "buyer_name": "x"}, "asked_on"),
        ({"reason": "not_received"}, "remedy"),
        ({"reason": "whim"}, "reason"),
        ({"remedy": "magic"}, "remedy"),
        ({"order_id": None, "lines": (ReturnLineDraft(1, title="x"),)}, "buyer_name"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_left(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    order_id = make_order(desk)
    with pytest.raises(FieldError) as caught:
        make_return(desk, order_id, **changes)
    assert caught.value.field == field
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM cases") == 0
        assert reader.value("SELECT count(*) FROM number_counter") == 0


def test_without_an_order_the_goods_are_described(desk: Desk) -> None:
    case_id = make_return(
        desk,
        1,
        order_id=None,
        buyer_name="Zoë Martin",
        lines=(ReturnLineDraft(2, title="Beeswax wraps", value_minor=1950),),
    )
    found = detail(desk, case_id)
    assert (found.buyer_name, found.order_id) == ("Zoë Martin", None)
    assert found.lines[0].title == "Beeswax wraps"
    assert found.advice["verdict"] == "ask"


def test_more_than_was_paid_needs_a_reason(desk: Desk) -> None:
    order_id = make_order(desk, paid_minor=10000)
    case_id = make_return(desk, order_id, remedy="refund_only", agree=True)
    with pytest.raises(FieldError) as caught:
        step(desk, case_id, "settle_kept", SettlementDraft(9000, freight_minor=1001))
    assert caught.value.field == "over_reason"
    step(desk, case_id, "settle_kept", SettlementDraft(9000, 1001, over_reason="Goodwill"))
    assert detail(desk, case_id).timeline[0].event == "settle_over"


def test_going_against_the_advice_is_recorded(desk: Desk) -> None:
    late = make_order(desk, delivered_days_ago=8)
    case_id = make_return(desk, late, agree=True)
    found = detail(desk, case_id)
    assert found.advice["verdict"] == "decline"
    assert found.overridden
    assert found.timeline[0].event == "agree_overridden"


def test_a_stale_step_is_refused_and_changes_nothing(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = detail(desk, case_id).version
    step(desk, case_id, "agree")
    with pytest.raises(StaleError):
        desk.write(
            "x", lambda session: take_step(session, case_id, "cancel", ReasonDraft("x"), seen)
        )
    assert detail(desk, case_id).state == "agreed"


def test_numbers_follow_the_shops_month(desk: Desk) -> None:
    draft = return_of(make_order(desk))
    first = make_return(desk, draft.order_id or 0)
    second = make_return(desk, draft.order_id or 0)
    month = detail(desk, first).number[:7]
    assert detail(desk, first).number == f"{month}0001"
    assert detail(desk, second).number == f"{month}0002"
