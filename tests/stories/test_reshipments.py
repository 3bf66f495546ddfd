"""Goods that go out again, by keyboard: opened, packed by scan, sent, lost, sent again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from shopdesk.desk import Desk
from shopdesk.ui.dialogs.chase import ChaseDialog
from shopdesk.ui.dialogs.reshipment_words import ReshipmentWordsDialog
from shopdesk.ui.dialogs.send_again import SendAgainDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from shopdesk.ui.dialogs.send_many import SendManyDialog
from tests.making import make_order
from tests.services.reshipping import brought, found, of_order
from tests.services.test_reshipment_steps import stall
from tests.stories.conftest import Seat, Sit
from tests.stories.hands import ENTER
from tests.stories.reshipment_hands import WAYBILL, deliver, in_state, open_reshipment, send

NUMBER = "3398120571"


def newest(seat: Seat) -> int:
    with seat.desk.reading() as reader:
        return int(reader.value("SELECT coalesce(max(id), 0) FROM reshipment"))


def save_text(dialog: ReshipmentWordsDialog, text: str) -> None:
    QTest.keyClicks(dialog.text, text)
    QTest.keyClick(dialog.text, ENTER, Qt.KeyboardModifier.ControlModifier)


def test_an_order_is_sent_again_in_four_actions(sit: Sit, desk: Desk) -> None:
    make_order(desk)
    seat = sit()
    seat.window.go("reshipments")
    seat.press(Qt.Key.Key_N, control=True)
    sheet = seat.page("new_reshipment").sheet
    seat.until(sheet.order_card.finder.box.hasFocus)
    seat.write(NUMBER)
    seat.press(ENTER)
    seat.until(sheet.goods.field.value)
    seat.press(Qt.Key.Key_1)
    seat.press(ENTER)
    seat.until(lambda: newest(seat))
    row = found(desk, newest(seat))
    assert (row.state, row.reason, row.recipient) == ("to_pack", "missing_item", "林小雨")
    assert [(line.title, line.quantity) for line in row.lines] == [("云柔针织开衫", 2)]
    seat.until(lambda: seat.page("reshipments").case_actions.goods == row)
    seat.take_back()
    seat.until(lambda: newest(seat) == 0)


def test_enter_sends_and_delivers_and_ctrl_z_takes_it_back(sit: Sit, desk: Desk) -> None:
    case_id = of_order(desk)
    seat = sit()
    send(seat, case_id)
    deliver(seat, case_id)
    seat.take_back()
    in_state(seat, case_id, "sent")
    seat.take_back()
    in_state(seat, case_id, "to_pack")


def test_a_slip_is_scanned_to_pack_and_again_to_send(sit: Sit, desk: Desk) -> None:
    first, second = of_order(desk), of_order(desk)
    seat = sit()
    seat.window.go("packing")
    page = seat.page("packing")
    seat.until(lambda: len(page.list.cards) == 2 and page.box.hasFocus())
    seat.write(found(desk, second).number)
    seat.press(ENTER)
    in_state(seat, second, "packed")
    assert found(desk, first).state == "to_pack"
    seat.until(lambda: page.list.chosen is not None and page.list.chosen.is_packed)
    seat.until(page.box.hasFocus)
    seat.write(WAYBILL)
    seat.press(ENTER)
    dialog = seat.dialog(SendGoodsDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.courier.value() == "sf")
    QTest.keyClick(dialog.waybill, ENTER)
    in_state(seat, second, "sent")
    seat.until(lambda: [card.row.id for card in page.list.cards] == [first])
    seat.until(page.box.hasFocus)
    seat.write("S-2001-0001")
    seat.press(ENTER)
    seat.until(lambda: "Nothing on this list" in page.said.sentence)


def test_a_stalled_one_is_asked_about_lost_and_sent_again(sit: Sit, desk: Desk) -> None:
    case_id = of_order(desk)
    brought(desk, case_id, "send")
    stall(desk, case_id)
    seat = sit()
    open_reshipment(seat, case_id)
    page = seat.page("reshipments")
    assert "the next scan was expected by" in page.detail.top.due.sentence
    assert not page.detail.advice.isVisible()
    assert "Stalled" in [column.text(page.chosen_row) for column in page.columns]
    seat.press(ENTER)
    chase = seat.dialog(ChaseDialog)
    QTest.keyClicks(chase.text, "Gone")
    QTest.keyClick(chase.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    seat.no_dialog()
    open_reshipment(seat, case_id)
    seat.page("reshipments").case_actions.actions["mark_lost"].trigger()
    save_text(seat.dialog(ReshipmentWordsDialog), "The hub burnt down")
    in_state(seat, case_id, "lost")
    open_reshipment(seat, case_id)
    seat.press(ENTER)
    again = seat.dialog(SendAgainDialog)
    seat.until(again.isActiveWindow)
    QTest.keyClick(again.save_button, Qt.Key.Key_Space)
    in_state(seat, case_id, "dealt_with")
    following = found(desk, newest(seat))
    assert following.reason == "lost"
    toast = seat.window.shell.toast
    seat.until(lambda: toast.sentence.endswith(f"Sent again as {following.number}."))
    open_reshipment(seat, case_id)
    assert "Nothing is claimed" in page.detail.advice.sentence
    words = seat.words(page.detail)
    assert "Gone" in words
    assert "The hub burnt down" in words


def test_many_are_sent_from_pasted_lines_and_the_rest_stays(sit: Sit, desk: Desk) -> None:
    case_id = of_order(desk)
    seat = sit()
    seat.window.go("reshipments")
    seat.page("reshipments")._page_actions["send_many"].trigger()
    dialog = seat.dialog(SendManyDialog)
    dialog.take_lines(f"{found(desk, case_id).number} {WAYBILL}\n垃圾行\nS-2001-0001 {WAYBILL}9")
    seat.until(lambda: "1 will be sent" in dialog.count.text())
    seat.until(dialog.isActiveWindow)
    QTest.keyClick(dialog.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    seat.until(lambda: found(desk, case_id).state == "sent")
    seat.until(lambda: dialog.text.value().startswith("垃圾行\nS-2001-0001"))
    seat.until(lambda: dialog.count.text() == "0 will be sent · 2 stay here")
    assert not dialog.save_button.isEnabled()
    dialog.form.settle()
    seat.press(Qt.Key.Key_Escape)
    seat.no_dialog()


def test_undo_of_a_form_brings_the_reshipment_back_into_view(sit: Sit, desk: Desk) -> None:
    first, other = of_order(desk), of_order(desk)
    seat = sit()
    seat.window.go("reshipments")
    page = seat.page("reshipments")
    page.show_chip("to_pack")
    seat.until(lambda: sorted(page.model.ids) == [first, other])
    send(seat, first)
    seat.until(lambda: list(page.model.ids) == [other] and page.table.chosen == other)
    seat.take_back()
    seat.until(lambda: page.table.chosen == first)


def test_every_step_of_a_state_stands_in_its_menu(sit: Sit, desk: Desk) -> None:
    case_id = of_order(desk)
    brought(desk, case_id, "send")
    seat = sit()
    open_reshipment(seat, case_id)
    page = seat.page("reshipments")
    menu: QMenu = page.menu_of_chosen()
    words = [action.text().replace("&", "") for action in menu.actions() if action.isEnabled()]
    for step in (
        "In transit",
        "Lost…",
        "Damaged…",
        "Refused…",
        "Out of range…",
        "Came back to us…",
    ):
        assert step in words
    menu.deleteLater()
