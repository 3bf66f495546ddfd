"""The ways out before the end: cancelled, declined, against the advice, late, and opened again."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Case, Clock, Shop
from tests.making import make_order, make_return
from tests.services.snapshots import everything, without_copies
from tests.stories import hands
from tests.stories.conftest import Sit
from tests.stories.hands import Act
from tests.stories.proofs import Record, whole_truth
from tests.stories.ways_out import cancel, decline, remind, reopen, send_back

NUMBER = "3398120571"
BELATED_DAYS = 20
"""Longer ago than the seven days that the policy of Tmall gives."""


EXITS: dict[str, tuple[tuple[Act, ...], str, list[str]]] = {
    "cancelled while asked": ((cancel,), "cancelled", []),
    "cancelled while agreed": ((hands.next_step, cancel), "cancelled", []),
    "cancelled on its way": (
        (hands.next_step, hands.enter_waybill, cancel),
        "cancelled",
        [],
    ),
    "cancelled and asked again": ((cancel, hands.tell, reopen, hands.next_step), "agreed", []),
    "declined": ((decline, hands.tell, hands.next_step), "closed", []),
    "declined and agreed after all": ((decline, reopen, hands.next_step), "agreed", []),
    "declined but sent all the same": (
        (decline, hands.scan_in, hands.all_intact, hands.settle, hands.next_step),
        "closed",
        [],
    ),
    "declined after inspection": (
        (
            hands.next_step,
            hands.enter_waybill,
            hands.scan_in,
            hands.all_intact,
            send_back,
            hands.send_goods,
            hands.delivered,
            hands.tell,
            hands.next_step,
        ),
        "closed",
        ["send_back"],
    ),
}
"""What is done to a return that was asked for, where it ends, and why goods went out."""


@pytest.mark.parametrize(("acts", "state", "out"), EXITS.values(), ids=EXITS)
def test_a_side_exit_is_sound_and_leads_back(
    sit: Sit, desk: Desk, acts: Sequence[Act], state: str, out: list[str]
) -> None:
    case_id = make_return(desk, make_order(desk))
    before = everything(desk)
    seat = sit()
    for act in acts:
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert found["state"] == state
    assert [goods["reason"] for goods in found["reshipments"]] == out
    running = [clock["due_at"] for clock in found["clocks"] if clock["ended_at"] is None]
    assert running == ([found["due_at"]] if found["due_at"] else [])
    hands.take_all_back(seat)
    assert without_copies(everything(desk)) == before


def test_cancelling_an_exchange_cancels_what_was_to_go_out(sit: Sit, desk: Desk) -> None:
    make_order(desk, NUMBER)
    desk.write("At once", set_exchange_at_once)
    seat = sit()
    case_id = hands.log(seat, NUMBER, "1", "3", "Size L")
    hands.goods_out(seat, case_id, "to_pack")
    cancel(seat, case_id)
    seat.open_return(case_id)
    hands.goods_out(seat, case_id, "cancelled")
    (found,) = whole_truth(desk)
    assert (found["state"], found["due_at"]) == ("cancelled", None)
    seat.take_back()
    seat.until(lambda: seat.record(case_id).state == "agreed")
    seat.open_return(case_id)
    hands.goods_out(seat, case_id, "to_pack")


def test_an_exchange_goes_out_when_agreed_before_the_goods_are_back(sit: Sit, desk: Desk) -> None:
    make_order(desk, NUMBER)
    desk.write("At once", set_exchange_at_once)
    before = everything(desk)
    seat = sit()
    case_id = hands.log(seat, NUMBER, "1", "3", "Size L")
    for act in (
        hands.send_goods,
        hands.enter_waybill,
        hands.scan_in,
        hands.all_intact,
        hands.settle,
        hands.delivered,
        hands.tell,
        hands.next_step,
    ):
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert found["state"] == "closed"
    assert [goods["state"] for goods in found["reshipments"]] == ["delivered"]
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_an_exchange_declined_after_inspection_sends_back_what_came_and_nothing_else(
    sit: Sit, desk: Desk
) -> None:
    make_order(desk, NUMBER)
    desk.write("At once", set_exchange_at_once)
    before = everything(desk)
    seat = sit()
    case_id = hands.log(seat, NUMBER, "1", "3", "Size L")
    for act in (hands.enter_waybill, hands.scan_in, hands.all_intact, send_back):
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert [(goods["reason"], goods["state"]) for goods in found["reshipments"]] == [
        ("exchange", "cancelled"),
        ("send_back", "to_pack"),
    ]
    hands.take_all_back(seat)
    assert everything(desk) == before


def set_exchange_at_once(session: Session) -> None:
    session.get_one(Shop, 1).exchange_when = "agreed"


def test_agreeing_against_the_advice_is_recorded(sit: Sit, desk: Desk) -> None:
    make_order(desk, NUMBER, delivered_days_ago=BELATED_DAYS, ordered_days_ago=BELATED_DAYS + 3)
    seat = sit()
    hands.find_order(seat, NUMBER)
    seat.write("3")
    foot = seat.page("new_return").sheet.foot
    seat.until(lambda: foot.primary_words == "Agree anyway and print slip")
    case_id = hands.save_form(seat)
    (found,) = whole_truth(desk)
    assert (found["overridden"], found["policy_advice"]["verdict"]) == (True, "decline")
    assert "agree_overridden" in hands.events(seat, case_id)


def test_who_sends_late_is_reminded_and_sends(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    make_late(desk, case_id)
    before = everything(desk)
    seat = sit()
    for act in (remind, hands.enter_waybill, hands.scan_in, hands.all_intact, hands.settle):
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert outcomes(found, "send") == ["missed", "met"]
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_a_parcel_that_is_late_is_asked_for_and_comes(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    hands.enter_waybill(seat, case_id)
    make_late(desk, case_id)
    remind(seat, case_id)
    hands.scan_in(seat, case_id)
    (found,) = whole_truth(desk)
    assert outcomes(found, "arrive") == ["missed", "met"]


def outcomes(found: Record, code: str) -> list[str]:
    return [clock["outcome"] for clock in found["clocks"] if clock["code"] == code]


def make_late(desk: Desk, case_id: int) -> None:
    """Let the clock that runs have run out yesterday."""
    yesterday = datetime.now(UTC) - timedelta(days=1)

    def work(session: Session) -> None:
        session.get_one(Case, case_id).due_at = yesterday
        running = select(Clock).where(Clock.case_id == case_id, Clock.ended_at.is_(None))
        for clock in session.scalars(running):
            clock.started_at, clock.due_at = yesterday - timedelta(days=2), yesterday

    desk.write("Late", work)
