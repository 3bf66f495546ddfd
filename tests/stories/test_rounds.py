"""Returns that were settled and are opened again, and several rounds on one order."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from shopdesk.desk import Desk
from shopdesk.rules.states import STEPS
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceivedDraft,
    SettlementDraft,
    StepDraft,
    WaybillDraft,
)
from shopdesk.services.steps import take_step
from shopdesk.ui.dialogs.waybill import WaybillDialog
from shopdesk.ui.pages.returns.standing import steps_of
from tests.making import make_order, make_return
from tests.services.snapshots import everything
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.proofs import whole_truth

ENTER = Qt.Key.Key_Return
NUMBER = "3398120571"
TYPED: dict[str, StepDraft] = {
    "send": WaybillDraft("sf", "SF1234567890123"),
    "inspect": InspectionDraft((ReceivedDraft(1, 1, "intact", "stock"),)),
    "settle": SettlementDraft(1000),
    "settle_kept": SettlementDraft(1000),
}
BACK = ("agree", "send", "receive", "inspect", "settle", "close")
KEPT = ("agree", "settle_kept", "close")


def closed(desk: Desk, remedy: str, codes: tuple[str, ...]) -> int:
    """Return a return that gave back a part, and was closed."""
    case_id = make_return(desk, make_order(desk), remedy=remedy)
    for code in codes:
        desk.write(code, partial(take_step, case_id=case_id, code=code, draft=TYPED.get(code)))
    return case_id


def now_at(seat: Seat, case_id: int) -> str:
    return next(step.title for step in steps_of(seat.record(case_id)) if step.state == "now")


@pytest.mark.parametrize(
    ("remedy", "codes", "reopen"),
    [("refund", BACK, "reopen_settled"), ("refund_only", KEPT, "reopen_settled_kept")],
)
def test_what_was_settled_is_opened_again_settled_again_and_taken_back_in_order(
    sit: Sit, desk: Desk, remedy: str, codes: tuple[str, ...], reopen: str
) -> None:
    state = STEPS[reopen].target or ""
    case_id = closed(desk, remedy, codes)
    seat = sit()
    seat.open_return(case_id)
    seat.page("returns").case_actions.actions[reopen].trigger()
    seat.in_state(state)
    assert now_at(seat, case_id) == state.capitalize()
    hands.settle(seat, case_id)
    first, second = 1000, 15900 - 1000
    assert seat.record(case_id).refund_goods_minor == first + second
    take_back_to(seat, case_id, state)
    take_back_to(seat, case_id, "closed")
    assert seat.record(case_id).refund_goods_minor == first


def take_back_to(seat: Seat, case_id: int, state: str) -> None:
    seat.take_back()
    seat.until(lambda: seat.record(case_id).state == state)


def test_a_second_round_on_the_order_takes_only_what_is_left(sit: Sit, desk: Desk) -> None:
    order = make_order(desk, quantity=2)
    first = make_return(desk, order, remedy="refund_only")
    for code in KEPT:
        desk.write(code, partial(take_step, case_id=first, code=code, draft=TYPED.get(code)))
    seat = sit()
    seat.window.go("new_return", order)
    sheet = seat.page("new_return").sheet
    seat.until(lambda: sheet.order is not None)
    assert not sheet.duplicates.isVisible()
    assert [case.of_order for case in sheet.order.past] == [True]
    assert sheet.order.lines[0].left == 1


def test_a_second_return_of_an_open_order_is_told_of_and_logged_all_the_same(
    sit: Sit, desk: Desk
) -> None:
    make_order(desk, NUMBER, quantity=2)
    before = everything(desk)
    seat = sit()
    first = hands.log(seat, NUMBER, "1", "1")
    hands.find_order(seat, NUMBER)
    notice = seat.page("new_return").sheet.duplicates
    seat.until(notice.isVisible)
    assert seat.record(first).number in [link.text() for link in notice.findChildren(QPushButton)]
    seat.write("2")
    second = hands.save_form(seat)
    for case_id in (first, second):
        hands.enter_waybill(seat, case_id)
        hands.scan_in(seat, case_id)
        hands.all_intact(seat, case_id)
        hands.settle(seat, case_id)
    assert [found["refund_goods_minor"] for found in whole_truth(desk)] == [15_900, 15_900]
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_a_waybill_that_is_on_another_return_is_shown_and_may_stand_twice(
    sit: Sit, desk: Desk
) -> None:
    ids = [make_return(desk, make_order(desk, f"A{n}"), agree=True) for n in range(2)]
    seat = sit()
    hands.enter_waybill(seat, ids[0])
    seat.open_return(ids[1])
    seat.press(ENTER)
    dialog = seat.dialog(WaybillDialog)
    seat.until(dialog.courier.value)
    QTest.keyClicks(dialog.waybill, hands.WAYBILL)
    seat.until(lambda: seat.record(ids[0]).number in seat.words(dialog))
    QTest.keyClick(dialog.waybill, ENTER)
    seat.until(lambda: seat.record(ids[1]).state == "on_its_way")
    whole_truth(desk)
