"""Money that does not add up is refused at its field; what was typed stays and is put right."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.desk import Desk
from shopdesk.ui.dialogs.liability import LiabilityDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from tests.services.snapshots import everything
from tests.settling import inspected, money
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.proofs import whole_truth


def type_over(field: QWidget, text: str) -> None:
    """Type in the place of what stands in a field."""
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


def refused_at(seat: Seat, dialog: SettlementDialog | LiabilityDialog, field: str) -> str:
    """Press Enter, and return what is said at a field."""
    seat.press(hands.ENTER)
    seat.until(lambda: dialog.form.sentence_at(field))
    return dialog.form.sentence_at(field)


def test_more_than_was_paid_needs_a_reason(sit: Sit, desk: Desk) -> None:
    case_id = inspected(desk)
    before = everything(desk)
    seat = sit()
    dialog = hands.settling(seat, case_id)
    assert dialog.refund is not None
    type_over(dialog.refund.goods, "400")
    dialog.refund.goods.setFocus()
    refused_at(seat, dialog, "over_reason")
    assert dialog.refund.goods.value() == 40_000
    assert seat.record(case_id).state == "inspected"
    QTest.keyClicks(dialog.refund.over.field, "Goodwill for the long wait.")
    seat.press(hands.ENTER)
    seat.until(lambda: seat.record(case_id).state == "settled")
    (found,) = whole_truth(desk)
    assert [(refund["goods_minor"], refund["over_reason"]) for refund in found["refunds"]] == [
        (40_000, "Goodwill for the long wait.")
    ]
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_more_than_the_goods_is_never_kept_back(sit: Sit, desk: Desk) -> None:
    case_id = inspected(desk)
    seat = sit()
    dialog = hands.settling(seat, case_id)
    assert dialog.refund is not None
    type_over(dialog.refund.deduction, "200")
    QTest.keyClicks(dialog.refund.why_kept.field, "Stains.")
    dialog.refund.deduction.setFocus()
    refused_at(seat, dialog, "deduction_minor")
    type_over(dialog.refund.deduction, "20")
    seat.press(hands.ENTER)
    seat.until(lambda: seat.record(case_id).state == "settled")
    (found,) = whole_truth(desk)
    (refund,) = found["refunds"]
    assert (refund["goods_minor"], refund["deduction_minor"]) == (13_900, 2_000)
    assert refund["deduction_reason"] == "Stains."


def test_shares_of_ninety_per_cent_are_refused_and_a_hundred_confirmed(
    sit: Sit, desk: Desk
) -> None:
    case_id = inspected(desk, reason="defective")
    seat = sit()
    hands.settle(seat, case_id)
    hands.act(seat, case_id, "liability")
    dialog = seat.dialog(LiabilityDialog)
    seat.until(dialog.isActiveWindow)
    fields = dialog.shares.fields
    type_over(fields["supplier"], "60")
    type_over(fields["courier"], "30")
    assert "90" in refused_at(seat, dialog, "shares") + seat.words(dialog)
    assert (fields["supplier"].value(), fields["courier"].value()) == (60, 30)
    type_over(fields["courier"], "40")
    seat.press(hands.ENTER)
    seat.until(lambda: all(share.confirmed_at for share in money(desk, case_id).shares))
    (found,) = whole_truth(desk)
    shares = {share["party"]: share["amount_minor"] for share in found["liability"]}
    assert shares == {"supplier": 9_540, "courier": 6_360}
    assert {share["confirmed_by"] for share in found["liability"]} == {"小李"}
