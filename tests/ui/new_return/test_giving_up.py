"""Leaving the form, with and without something typed, and a return without an order."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.models import Shop
from tests.making import make_order
from tests.ui.new_return.conftest import FormAtWork

ENTER = Qt.Key.Key_Return


def test_escape_leaves_an_empty_form_at_once(form: FormAtWork) -> None:
    form.press(Qt.Key.Key_Escape)
    assert form.window.page == "returns"


def test_escape_asks_once_something_was_typed(form: FormAtWork, qtbot: QtBot) -> None:
    form.page.sheet.note.note.set_value("too small")
    form.press(Qt.Key.Key_Escape)
    box = form.window.findChild(QMessageBox)
    assert box is not None
    assert form.window.page == "new_return"
    role = QMessageBox.ButtonRole.DestructiveRole
    next(button for button in box.buttons() if box.buttonRole(button) == role).click()
    qtbot.waitUntil(lambda: form.window.page == "returns")
    assert not form.page.sheet.is_touched


def test_what_was_typed_waits_while_another_page_is_shown(form: FormAtWork) -> None:
    form.page.sheet.note.note.set_value("太小了")
    form.window.go("returns")
    form.window.go("new_return")
    form.page.start()
    assert form.page.sheet.note.note.value() == "太小了"


def test_an_order_that_was_handed_over_counts_as_untouched(desk: Desk, form: FormAtWork) -> None:
    order = make_order(desk)
    form.page.start(order)
    form.wait_for_order("3398120571")
    assert not form.page.sheet.is_touched


def test_saving_without_an_order_chosen_is_refused_at_the_box(form: FormAtWork) -> None:
    form.press(ENTER)
    assert "Choose the order" in form.wait_for_sentence("order_id")


@pytest.fixture
def far_away(desk: Desk) -> ZoneInfo:
    """Put the shop where it is another day than in Greenwich: one of two places, at any hour."""
    today = datetime.now(UTC).date()
    zones = [ZoneInfo(name) for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago")]
    zone = next(zone for zone in zones if datetime.now(zone).date() != today)
    with desk.database.write("Moved", by="x") as unit:
        shop = unit.session.get(Shop, 1)
        assert shop is not None
        shop.timezone = zone.key
    return zone


def test_the_day_of_goods_without_an_order_is_the_shops(
    far_away: ZoneInfo, form: FormAtWork, qtbot: QtBot
) -> None:
    form.press(Qt.Key.Key_Tab)
    form.press(ENTER)  # the link under the box
    sheet = form.page.sheet
    qtbot.waitUntil(lambda: sheet.order_card.buyer.shop is not None)
    assert sheet.note.asked_on.value() == datetime.now(far_away).date()
    assert sheet.note.asked_on.complaint() == ""


def test_goods_without_an_order(form: FormAtWork, qtbot: QtBot) -> None:
    form.press(Qt.Key.Key_Tab)
    form.press(ENTER)  # the link under the box
    sheet = form.page.sheet
    assert sheet.order_card.without_order
    qtbot.waitUntil(lambda: sheet.order_card.buyer.shop is not None)
    sheet.goods.field.described.title.set_value("米白开衫")
    sheet.goods.field.described.value.set_value(12900)
    sheet.why.reason.setFocus()
    form.press(Qt.Key.Key_3, ENTER)
    assert "enter the buyer's name" in form.wait_for_sentence("buyer_name")
    assert QApplication.focusWidget() is sheet.order_card.buyer.findChild(
        type(sheet.goods.field.described.title)
    )
    form.type("Hannah Cole")
    form.press(ENTER)
    saved = form.wait_for_saved()
    assert (saved.buyer_name, saved.lines[0].title) == ("Hannah Cole", "米白开衫")
    assert saved.lines[0].value_minor == 12900
