"""The ways out of a return, played in the window by keyboard: exchange, repair, part, send back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.ui.dialogs.refund import RefundDialog
from shopdesk.ui.dialogs.refund_fields import RefundFields
from shopdesk.ui.dialogs.send_back import SendBackDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from tests.services.snapshots import everything
from tests.settling import agreed, events, goods_out, inspected, money
from tests.stories.conftest import Seat, Sit
from tests.stories.hands import delivered, press_button, send_goods, settling, take_all_back
from tests.stories.proofs import whole_truth

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def refund_of(dialog: SettlementDialog) -> RefundFields:
    assert dialog.refund is not None
    return dialog.refund


@pytest.mark.parametrize(
    ("price", "collected", "refunded"), [("200", 4100, 0), ("100", 0, 5900), ("159", 0, 0)]
)
def test_an_exchange_shows_the_difference_either_way_and_sends_what_is_wanted(
    sit: Sit, desk: Desk, price: str, collected: int, refunded: int
) -> None:
    case_id = inspected(desk, remedy="exchange", wanted="Blue L")
    before = everything(desk)
    seat = sit()
    dialog = settling(seat, case_id)
    row = dialog.goods_out.list.rows[0]
    assert row.variant.value() == "Blue L"
    row.price.selectAll()
    QTest.keyClicks(row.price, price)
    QTest.keyClick(row.price, ENTER)
    seat.in_state("settled")
    found = money(desk, case_id)
    assert (found.collected_minor, found.refunded_minor) == (collected, refunded)
    send_goods(seat, case_id)
    delivered(seat, case_id)
    seat.open_return(case_id)
    seat.press(ENTER)
    seat.until(lambda: money(desk, case_id).state == "closed")
    (truth,) = whole_truth(desk)
    assert [line["variant"] for line in truth["reshipments"][0]["lines"]] == ["Blue L"]
    take_all_back(seat)
    assert everything(desk) == before


def test_amounts_changed_by_hand_stay_when_the_price_changes(sit: Sit, desk: Desk) -> None:
    case_id = inspected(desk, remedy="exchange")
    seat = sit()
    dialog = settling(seat, case_id)
    refund = refund_of(dialog)
    assert refund.collected is not None
    refund.collected.setText("30")
    dialog.goods_out.list.rows[0].price.setText("200")
    assert "41.00" in dialog.difference.sentence
    QTest.keyClick(refund.collected, ENTER)
    seat.in_state("settled")
    assert money(desk, case_id).collected_minor == 3000


def test_a_repair_goes_out_again_and_undo_takes_both_back(sit: Sit, desk: Desk) -> None:
    case_id = inspected(desk, remedy="repair", reason="defective")
    seat = sit()
    dialog = settling(seat, case_id)
    assert dialog.refund is None
    QTest.keyClick(dialog.goods_out.list.rows[0].title, ENTER)
    seat.in_state("settled")
    assert goods_out(desk, case_id)[0].reason == "repair"
    seat.take_back()
    seat.in_state("inspected")
    assert goods_out(desk, case_id) == ()


def test_a_missing_part_goes_out_to_another_address(sit: Sit, desk: Desk) -> None:
    case_id = agreed(desk, remedy="missing_part", reason="missing_parts", wanted="Two buttons")
    seat = sit()
    dialog = settling(seat, case_id)
    address = dialog.goods_out.address["address"]
    QTest.keyClicks(address, "12 Quai de la Loire")
    QTest.keyClick(address, ENTER)
    seat.in_state("settled")
    (out,) = goods_out(desk, case_id)
    assert (out.lines[0].variant, out.address) == ("Two buttons", "12 Quai de la Loire")
    send_goods(seat, case_id)
    delivered(seat, case_id)


def test_what_was_worn_is_declined_after_inspection_and_sent_back(sit: Sit, desk: Desk) -> None:
    case_id = inspected(desk, (1, "used", "to_buyer"))
    seat = sit()
    seat.open_return(case_id)
    seat.page("returns").case_actions.actions["send_back"].trigger()
    dialog = seat.dialog(SendBackDialog)
    seat.until(dialog.isActiveWindow)
    dialog.text.set_value("Worn, the tag is off.")
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    seat.in_state("settled")
    assert seat.record(case_id).decline_reason == "Worn, the tag is off."
    assert money(desk, case_id).refunds == ()
    send_goods(seat, case_id)
    delivered(seat, case_id)


def test_a_part_now_the_rest_at_the_settlement_and_something_more_later(
    sit: Sit, desk: Desk
) -> None:
    case_id = inspected(desk)
    before = everything(desk)
    seat = sit()
    seat.open_return(case_id)
    refund_more(seat, "59")
    seat.until(lambda: len(money(desk, case_id).refunds) == 1)
    dialog = settling(seat, case_id)
    assert refund_of(dialog).goods.value() == 10_000
    QTest.keyClick(refund_of(dialog).goods, ENTER)
    seat.in_state("settled")
    seat.no_dialog()
    refund_more(seat, "10", "Refund more…")
    seat.until(lambda: len(money(desk, case_id).refunds) == 3)
    assert money(desk, case_id).refunded_minor == 16_900
    assert events(desk, case_id)[-3:] == ["refund", "settle", "refund"]
    (truth,) = whole_truth(desk)
    assert truth["refund_goods_minor"] == truth["lines"][0]["refund_minor"] == 16_900
    take_all_back(seat)
    assert everything(desk) == before


def refund_more(seat: Seat, amount: str, button: str = "Refund…") -> None:
    press_button(seat.page("returns").detail, button)
    dialog = seat.dialog(RefundDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.refund.goods.text())
    dialog.refund.goods.selectAll()
    QTest.keyClicks(dialog.refund.goods, amount)
    QTest.keyClick(dialog.refund.goods, ENTER)
    seat.no_dialog()
