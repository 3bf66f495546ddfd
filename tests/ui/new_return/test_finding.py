"""The order box: typing, pasting, leading through what was found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from shopdesk.desk import Desk
from shopdesk.queries.finder import find_orders, numbers_in
from tests.making import make_order
from tests.ui.new_return.conftest import FormAtWork


def test_a_part_of_the_number_lists_what_fits(desk: Desk, form: FormAtWork) -> None:
    make_order(desk, "3398120571")
    make_order(desk, "3398120999")
    form.type("339812")
    form.wait_for_hits(2)
    form.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    form.wait_for_order("3398120571")


def test_escape_puts_the_list_away_and_keeps_the_form(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type("3398")
    form.wait_for_hits(1)
    form.press(Qt.Key.Key_Escape)
    finder = form.page.sheet.order_card.finder
    assert finder.hits.isHidden()
    assert finder.box.text() == ""
    assert form.window.page == "new_return"


def test_a_chat_with_an_order_number_in_it_finds_the_order(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    QGuiApplication.clipboard().setText("亲，订单 3398120571 的开衫太小了，可以退吗？")
    form.press(Qt.Key.Key_V, control=True)
    form.wait_for_order("3398120571")
    assert form.page.sheet.order_card.finder.box.text() == "3398120571"


def test_nothing_found_is_said(desk: Desk, form: FormAtWork) -> None:
    form.type("nobody")
    form.press(Qt.Key.Key_Return)
    finder = form.page.sheet.order_card.finder
    form.wait_until(lambda: finder.nothing_found)


def test_the_end_of_the_phone_and_the_buyer_find_the_order(desk: Desk) -> None:
    make_order(desk, buyer="林小雨", phone="138 0000 7720")
    with desk.reading() as reader:
        for typed in ("7720", "小雨", "tb_3398"):
            found = find_orders(reader, typed)
            assert [hit.number for hit in found.hits] == ["3398120571"], typed
            assert found.exact == 0


def test_numbers_are_taken_out_of_any_text() -> None:
    assert numbers_in("订单3398120571，谢谢") == [
        "订单3398120571，谢谢",
        "#订单3398120571，谢谢",
        "3398120571",
        "#3398120571",
    ]
    assert numbers_in(" #1001 ") == ["1001", "#1001"]
    assert numbers_in("no digits here") == ["no digits here", "#no digits here"]


def test_of_a_chat_only_what_may_be_a_number_is_looked_up() -> None:
    chat = f"{'a' * 200_000} {'-' * 200_000} no 3398120571"
    assert numbers_in(chat) == ["3398120571", "#3398120571"]


def test_the_focus_starts_in_the_box(form: FormAtWork) -> None:
    assert QApplication.focusWidget() is form.page.sheet.order_card.finder.box
