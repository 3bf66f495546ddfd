"""Pasting into the form for a new return: taken apart, agreed to, filled in, taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.ui.pasting.offer import PasteOffer
from tests.making import make_order
from tests.ui.new_return.conftest import FormAtWork

CONTROL = Qt.KeyboardModifier.ControlModifier
BLOCK = "收货人：张伟\n手机号码：13812345678\n地址：浙江省杭州市余杭区文一西路969号"


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Iterator[FormAtWork]:
    """The form, open and empty, with the order box ready to type in."""
    at_work = FormAtWork(desk, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield at_work
    at_work.window.close()
    assert at_work.failures == []


def offered(form: FormAtWork) -> PasteOffer:
    offer = form.page.sheet.paste
    form.wait_until(offer.isVisible)
    return offer


def paste(form: FormAtWork, text: str) -> PasteOffer:
    QGuiApplication.clipboard().setText(text)
    form.press(Qt.Key.Key_V, control=True)
    return offered(form)


def typed(form: FormAtWork) -> dict[str, str]:
    return form.page.sheet.order_card.buyer.texts()


def test_an_address_block_fills_the_buyer_and_is_taken_back(form: FormAtWork) -> None:
    offer = paste(form, BLOCK)
    assert [(row.text, row.is_agreed) for row in offer.rows] == [
        ("Name: 张伟", True),
        ("Phone: 13812345678", True),
        ("Address: 浙江省杭州市余杭区文一西路969号", False),
    ]
    assert offer.rows[2].note == "not asked for here"
    form.press(Qt.Key.Key_Return)
    assert form.page.sheet.order_card.without_order
    assert (typed(form)["buyer_name"], typed(form)["buyer_phone"]) == ("张伟", "13812345678")
    assert offer.sentence == "2 fields filled in."
    form.press(Qt.Key.Key_Z, control=True)
    assert set(typed(form).values()) == {""}


def test_a_known_order_in_a_chat_is_chosen_and_the_words_are_kept(
    desk: Desk, form: FormAtWork
) -> None:
    make_order(desk, "3398120571")
    chat = "亲，订单 3398120571 的开衫太小了\n可以换大一码吗？谢谢"
    offer = paste(form, chat)
    assert [row.is_agreed for row in offer.rows] == [True, True]
    form.press(Qt.Key.Key_Return)
    form.wait_for_order("3398120571")
    assert form.page.sheet.note.note.value() == chat


def test_what_is_typed_already_stays_unless_it_is_ticked(form: FormAtWork) -> None:
    card = form.page.sheet.order_card
    card.do_without()
    name, _handle, phone, _number = card.buyer.places()
    name.field.setFocus()
    form.type("Ann")
    phone.field.setFocus()
    offer = paste(form, BLOCK)
    assert [row.is_agreed for row in offer.rows] == [False, True, False]
    assert "Ann" in offer.rows[0].note
    offer.rows[0].agree()
    offer.fill()
    assert typed(form)["buyer_name"] == "张伟"
    offer.take_back()
    assert typed(form)["buyer_name"] == "Ann"
    assert typed(form)["buyer_phone"] == ""


def test_what_is_not_sure_is_shown_and_not_filled_in(form: FormAtWork) -> None:
    offer = paste(form, "李娜，138****1111\n上海市浦东新区张江路5号")
    masked = next(row for row in offer.rows if row.finding.kind == "phone")
    assert not masked.is_agreed
    assert "if that is right" in masked.note


def test_of_two_phones_a_field_takes_one(form: FormAtWork) -> None:
    offer = paste(form, "张伟 13812345678\n13900001111")
    first, second = (row for row in offer.rows if row.finding.kind == "phone")
    assert (first.is_agreed, second.is_agreed) == (True, False)
    second.agree()
    assert not first.is_agreed


def test_one_line_is_pasted_where_one_types(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    QGuiApplication.clipboard().setText("订单 3398120571 太小了")
    form.press(Qt.Key.Key_V, control=True)
    form.wait_for_order("3398120571")
    assert form.page.sheet.paste.isHidden()


def test_words_pasted_beside_the_fields_are_offered(form: FormAtWork) -> None:
    form.page.sheet.evidence.strip.add_tile.setFocus()
    offer = paste(form, "张伟 13812345678")
    assert [row.finding.kind for row in offer.rows] == ["name", "phone"]


def test_escape_puts_the_card_away_and_keeps_the_form(form: FormAtWork) -> None:
    offer = paste(form, BLOCK)
    form.press(Qt.Key.Key_Escape)
    assert offer.isHidden()
    assert form.window.page == "new_return"


def test_a_text_without_anything_says_so(form: FormAtWork) -> None:
    offer = paste(form, "hello\nthere")
    assert offer.rows == []
    assert offer.sentence.startswith("Nothing in it")


def test_ctrl_z_after_filling_is_the_cards_own(desk: Desk, form: FormAtWork) -> None:
    paste(form, BLOCK)
    form.press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert form.window.shell.toast.sentence == ""
