"""A return is led from asked to closed by Enter alone, and every step can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.services.drafts import WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.base.message_bar import MessageBar
from shopdesk.ui.dialogs.decline import DeclineDialog
from shopdesk.ui.dialogs.inspection import InspectionDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from shopdesk.ui.dialogs.waybill import WaybillDialog
from tests.ui.returns.conftest import Story

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_enter_leads_from_asked_to_closed(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of()
    story = open_page()
    story.press(ENTER)
    story.until(lambda: story.shown() == "agreed")
    story.press(ENTER)
    waybill = story.dialog(WaybillDialog)
    story.until(waybill.courier.value)
    QTest.keyClicks(waybill.focusWidget(), "SF1234567890")
    story.press(ENTER, waybill.waybill)
    story.until(lambda: story.shown() == "on_its_way")
    story.press(ENTER)
    story.until(lambda: story.shown() == "arrived")
    story.press(ENTER)
    inspection = story.dialog(InspectionDialog)
    QTest.keyClick(inspection.panel.scan, ENTER, CONTROL)
    story.until(lambda: story.shown() == "inspected")
    story.press(ENTER)
    settlement = story.dialog(SettlementDialog).refund
    assert settlement is not None
    story.until(settlement.goods.value)
    story.press(ENTER, settlement.goods)
    story.until(lambda: story.shown() == "settled")
    story.press(ENTER)
    story.until(lambda: story.state(case_id) == "closed")
    found = story.record(case_id)
    assert found.refund_goods_minor == 15900
    assert found.parcels[0].waybill == "SF1234567890"


def test_a_declined_return_says_so_and_is_taken_back_by_the_keyboard(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of()
    story = open_page()
    story.page.case_actions.actions["decline"].trigger()
    dialog = story.dialog(DeclineDialog)
    dialog.save_button.click()
    assert dialog.form.sentence_at("text") == "Say why: choose ready words or write your own."
    dialog.reply.set_value("worn")
    assert "云柔针织开衫" in dialog.text.value()
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    story.until(lambda: story.shown() == "declined")
    story.window.activateWindow()
    story.until(story.window.isActiveWindow)
    QTest.keyClick(story.page.table, Qt.Key.Key_Z, CONTROL)
    story.until(lambda: story.shown() == "asked")
    assert story.page.table.chosen == case_id
    assert story.record(case_id).decline_reason == ""


def test_the_next_return_is_chosen_where_a_step_took_one_out_of_the_list(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    first, middle, last = (returns_of(f"A{n}") for n in range(3))
    story = open_page()
    story.page.show_chip("asked")
    story.until(lambda: story.page._awaited is None)
    story.page.table.choose(middle)
    story.press(ENTER)
    story.until(lambda: list(story.page.model.ids) == [last, first])
    assert story.page.table.chosen == first
    QTest.keyClick(story.page.table, Qt.Key.Key_Z, CONTROL)
    story.until(lambda: story.page.table.chosen == middle)
    assert story.shown() == "asked"


def test_ready_words_never_replace_what_was_typed(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of()
    story = open_page()
    story.page.case_actions.actions["decline"].trigger()
    dialog = story.dialog(DeclineDialog)
    dialog.reply.set_value("worn")
    dialog.reply.set_value("seal")
    seal = dialog.text.value()
    QTest.keyClicks(dialog.text, "Sorry! ")
    dialog.reply.set_value("worn")
    assert dialog.text.value() == f"Sorry! {seal}"


def test_a_refund_over_what_was_paid_asks_why(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True, remedy="refund_only")
    story = open_page()
    story.press(ENTER)
    dialog = story.dialog(SettlementDialog)
    refund = dialog.refund
    assert refund is not None
    story.until(refund.goods.value)
    assert not refund.over.isVisible()
    refund.goods.setText("400")
    assert refund.over.isVisible()
    story.press(ENTER, refund.goods)
    story.until(lambda: dialog.form.sentence_at("over_reason"))
    assert story.state(case_id) == "agreed"
    QTest.keyClicks(refund.over.field, "Promised by phone")
    story.press(ENTER, refund.over.field)
    story.until(lambda: story.shown() == "settled")
    assert story.record(case_id).timeline[0].text == "Promised by phone"


def test_a_step_on_a_return_that_somebody_changed_is_refused_and_read_again(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of()
    story = open_page()
    story.desk.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    story.press(ENTER)
    story.until(lambda: story.shown() == "agreed")
    bar = story.window.findChild(MessageBar)
    assert bar is not None
    assert "Somebody else changed this" in bar.sentence
    assert story.state(case_id) == "agreed"


def test_a_form_on_a_return_that_somebody_changed_keeps_what_was_typed(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    story.press(ENTER)
    dialog = story.dialog(WaybillDialog)
    story.until(dialog.courier.value)
    other = WaybillDraft("sf", "OTHER")
    story.desk.write("Sent.", lambda session: take_step(session, case_id, "send", other))
    QTest.keyClicks(dialog.waybill, "MINE")
    story.press(ENTER, dialog.waybill)
    story.until(dialog.save_button.isEnabled)
    story.until(lambda: dialog.asked.found.state == "on_its_way")
    assert dialog.waybill.value() == "MINE"
    assert [parcel.waybill for parcel in story.record(case_id).parcels] == ["OTHER"]
