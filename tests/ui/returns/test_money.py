"""The money and the goods out of a return, by the keyboard in its detail and dialogs."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from shopdesk.desk import Desk
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.liability import confirm_liability
from shopdesk.ui.dialogs.costs import CostsDialog
from shopdesk.ui.dialogs.goods_out import GoodsOutDialog
from shopdesk.ui.dialogs.liability import LiabilityDialog
from shopdesk.ui.dialogs.refund import RefundDialog
from shopdesk.ui.dialogs.reshipment_words import ReshipmentWordsDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from tests.settling import agreed, goods_out, inspected, money, step
from tests.ui.returns.conftest import Story

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], Story]
DialogT = TypeVar("DialogT", bound=QWidget)


def seen_button(of: QWidget, text: str) -> QPushButton | None:
    """Return a button that is seen now; one of a pane made anew comes a moment later."""
    buttons = (button for button in of.findChildren(QPushButton) if button.isVisible())
    return next((button for button in buttons if button.text() == text), None)


def press_button(of: QWidget, text: str) -> None:
    """Press a button by the keyboard, as one does who has tabbed to it."""
    found = seen_button(of, text)
    assert found is not None
    QTest.keyClick(found, Qt.Key.Key_Space)


def opened(story: Story, text: str, kind: type[DialogT]) -> DialogT:
    story.until(lambda: seen_button(story.detail, text))
    press_button(story.detail, text)
    found = story.dialog(kind)
    story.until(found.isActiveWindow)
    return found


def test_a_part_is_refunded_with_a_deduction_that_says_why(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk)
    story = open_page()
    dialog = opened(story, "Refund…", RefundDialog)
    story.until(dialog.refund.goods.text)
    QTest.keyClicks(dialog.refund.goods, "50")
    assert dialog.refund.why_kept.isHidden()
    QTest.keyClicks(dialog.refund.deduction, "20")
    assert "30.00 goes back" in dialog.refund.total.text()
    story.press(ENTER, dialog.refund.deduction)
    story.until(lambda: dialog.form.sentence_at("deduction_reason"))
    QTest.keyClicks(dialog.refund.why_kept.field, "Worn")
    story.press(ENTER, dialog.refund.why_kept.field)
    story.until(lambda: money(desk, case_id).refunds)
    assert money(desk, case_id).refunded_minor == 3000
    story.until(lambda: "Worn" in story.words(story.detail.money))


def test_the_ledger_adds_up_while_it_is_typed(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk)
    story = open_page()
    dialog = opened(story, "What it cost…", CostsDialog)
    QTest.keyClicks(dialog.entries.rows[0].amount, "12")
    press_button(dialog, "Add a cost")
    entry = dialog.entries.rows[1]
    entry.kind.set_value("courier_indemnity")
    story.press(ENTER, entry.amount)
    story.until(lambda: dialog.form.sentence_at("entries"))
    QTest.keyClicks(entry.amount, "5")
    assert dialog.total.text() == "In all: CN¥7.00"
    story.press(ENTER, entry.amount)
    story.until(lambda: money(desk, case_id).cost_minor == 700)


def test_shares_are_confirmed_by_one_click_or_shared_anew(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk, reason="wrong_item_sent")
    story = open_page()
    story.until(lambda: seen_button(story.detail, "Confirm who bears it"))
    press_button(story.detail, "Confirm who bears it")
    story.until(lambda: money(desk, case_id).is_confirmed)
    story.until(lambda: story.detail.money.money == money(desk, case_id))
    dialog = opened(story, "Who bears it…", LiabilityDialog)
    fields = dialog.shares.fields
    fields["buyer"].set_value(30)
    story.press(ENTER, fields["buyer"])
    story.until(lambda: "130 % together" in dialog.form.sentence_at("shares"))
    fields["warehouse"].set_value(70)
    story.press(ENTER, fields["buyer"])
    story.until(lambda: len(money(desk, case_id).shares) == 2)


def test_what_was_typed_stays_when_somebody_else_was_first(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk)
    story = open_page()
    dialog = opened(story, "Refund…", RefundDialog)
    story.until(dialog.refund.goods.text)
    desk.write("x", lambda s: confirm_liability(s, case_id))
    QTest.keyClicks(dialog.refund.goods, "50")
    seen = dialog.seen.version
    story.press(ENTER, dialog.refund.goods)
    story.until(lambda: dialog.seen.version > seen)
    assert dialog.refund.goods.value() == 5000
    story.press(ENTER, dialog.refund.goods)
    story.until(lambda: money(desk, case_id).refunded_minor == 5000)


def test_goods_out_are_changed_and_sent_from_the_return(desk: Desk, open_page: Open) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    story = open_page()
    changed = opened(story, "Change…", GoodsOutDialog)
    changed.goods_out.list.rows[0].variant.setText("Blue L")
    story.press(ENTER, changed.goods_out.list.rows[0].variant)
    story.until(lambda: goods_out(desk, case_id)[0].lines[0].variant == "Blue L")
    story.until(lambda: "Blue L" in story.words(story.detail.goods_out))
    sent = opened(story, "Send…", SendGoodsDialog)
    story.until(sent.courier.value)
    story.press(ENTER, sent.waybill)
    story.until(lambda: sent.form.sentence_at("waybill"))
    QTest.keyClicks(sent.waybill, "SF1234567890")
    QTest.keyClicks(sent.freight, "12")
    story.press(ENTER, sent.freight)
    story.until(lambda: goods_out(desk, case_id)[0].state == "sent")
    assert money(desk, case_id).cost_minor == 1200
    story.until(lambda: story.detail.goods_out.rows[0].parcels)
    assert story.detail.goods_out.rows[0].parcels[0].waybill == "SF1234567890"


def test_goods_out_that_are_cancelled_need_a_reason_and_come_back_by_ctrl_z(
    desk: Desk, open_page: Open
) -> None:
    case_id = inspected(desk, remedy="repair")
    step(desk, case_id, "settle", SettlementDraft(0))
    story = open_page()
    dialog = opened(story, "Cancel…", ReshipmentWordsDialog)
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    story.until(lambda: dialog.form.sentence_at("text"))
    QTest.keyClicks(dialog.text, "Beyond repair")
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    story.until(lambda: goods_out(desk, case_id)[0].state == "cancelled")
    story.press(Qt.Key.Key_Escape)
    QTest.keyClick(story.page.table, Qt.Key.Key_Z, CONTROL)
    story.until(lambda: goods_out(desk, case_id)[0].state == "to_pack")


def test_the_keyboard_stays_where_it_was_when_the_pane_is_made_anew(
    desk: Desk, open_page: Open
) -> None:
    case_id = inspected(desk)
    story = open_page()
    story.window.activateWindow()
    story.until(story.window.isActiveWindow)
    buttons = story.detail.money.findChildren(QPushButton)
    costs = next(button for button in buttons if button.text() == "What it cost…")
    costs.setFocus()
    desk.write("x", lambda s: confirm_liability(s, case_id))
    story.page.read_again()
    story.until(lambda: story.window.focusWidget() not in (None, costs))
    again = story.window.focusWidget()
    assert isinstance(again, QPushButton)
    assert again.text() == "What it cost…"
