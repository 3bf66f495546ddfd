"""Pasting into the forms for complaints and reshipments, and into an address that is changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.reshipments import load_reshipment
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.dialogs.goods_out import GoodsOutDialog
from shopdesk.ui.pasting.offer import PasteOffer
from shopdesk.ui.skin import Skin
from tests.making import make_order
from tests.services.reshipping import of_order

BLOCK = "收货人：张伟\n手机号码：13812345678\n地址：浙江省杭州市余杭区文一西路969号"
CHAT = "亲，订单 3398120571 的开衫破了一个洞，怎么办呀\n要换一件新的，谢谢"


@pytest.fixture
def window(desk: Desk, skin: Skin) -> Iterator[DeskWindow]:
    shown = DeskWindow(desk, skin)
    failures: list[object] = []
    shown.operations.failed.connect(failures.append)
    shown.show()
    yield shown
    shown.close()
    assert failures == []


def begun(window: DeskWindow, key: str) -> Any:
    window.go(key)
    page: Any = window.page_widget(key)
    page.start()
    return page.sheet


def filled(paste: PasteOffer, text: str, qtbot: QtBot) -> None:
    paste.offer(text)
    qtbot.waitUntil(paste.fill_button.isVisible)
    paste.fill()


def test_a_chat_chooses_the_order_of_a_complaint_and_undo_lets_it_go(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    make_order(desk)
    sheet = begun(window, "new_complaint")
    filled(sheet.paste, CHAT, qtbot)
    qtbot.waitUntil(lambda: sheet.order is not None)
    assert sheet.story.note.value() == CHAT
    sheet.paste.take_back()
    assert sheet.order is None
    assert sheet.order_card.finder.box.text() == ""
    assert sheet.story.note.value() == ""
    assert not sheet.is_touched


def test_a_buyer_without_an_order_and_back(window: DeskWindow, qtbot: QtBot) -> None:
    sheet = begun(window, "new_complaint")
    filled(sheet.paste, BLOCK, qtbot)
    assert sheet.order_card.without_order
    assert sheet.order_card.buyer.texts()["buyer_name"] == "张伟"
    sheet.paste.take_back()
    assert not sheet.order_card.without_order


def test_without_an_order_the_parcel_goes_to_the_pasted_buyer(
    window: DeskWindow, qtbot: QtBot
) -> None:
    sheet = begun(window, "new_reshipment")
    filled(sheet.paste, BLOCK, qtbot)
    typed, buyer = sheet.address.texts(), sheet.order_card.buyer.texts()
    assert (typed["recipient"], typed["phone"]) == ("张伟", "13812345678")
    assert (buyer["buyer_name"], buyer["buyer_phone"]) == ("张伟", "13812345678")
    sheet.paste.take_back()
    assert set(sheet.address.texts().values()) == {""}


def test_a_known_order_is_taken_also_where_one_began_without(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    make_order(desk)
    sheet = begun(window, "new_complaint")
    sheet.order_card.do_without()
    filled(sheet.paste, CHAT, qtbot)
    qtbot.waitUntil(lambda: sheet.order is not None)
    sheet.paste.take_back()
    assert sheet.order_card.without_order


def test_a_typed_number_goes_along_from_the_box_and_back(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    make_order(desk)
    sheet = begun(window, "new_complaint")
    card = sheet.order_card
    card.finder.box.setText("33981205")
    card.switch.click()
    assert card.buyer.texts()["order_number"] == "33981205"
    card.buyer.fill({"order_number": "3398120571"})
    card.switch.click()
    qtbot.waitUntil(lambda: sheet.order is not None)


def test_an_address_replaces_the_orders_and_stays_with_the_next_order(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    first, second = make_order(desk), make_order(desk, "3398120999")
    sheet = begun(window, "new_reshipment")
    sheet.open_order(first)
    qtbot.waitUntil(lambda: sheet.order is not None)
    own = sheet.address.texts()
    assert own["recipient"]
    sheet.paste.offer(BLOCK)
    qtbot.waitUntil(sheet.paste.isVisible)
    for row in sheet.paste.rows:
        row.agree()
    sheet.paste.fill()
    typed = sheet.address.texts()
    assert (typed["recipient"], typed["phone"]) == ("张伟", "13812345678")
    sheet.paste.take_back()
    assert sheet.address.texts() == own
    sheet.open_order(second)
    qtbot.waitUntil(lambda: sheet.order.id == second)
    assert sheet.address.texts() == own


def test_a_place_typed_before_the_order_is_chosen_stays(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    order_id = make_order(desk)
    sheet = begun(window, "new_reshipment")
    filled(sheet.paste, "订单号：3398120571\n地址：浙江省杭州市余杭区文一西路969号", qtbot)
    qtbot.waitUntil(lambda: sheet.order is not None)
    assert sheet.order.id == order_id
    typed = sheet.address.texts()
    assert (typed["address"], typed["postcode"]) == ("浙江省杭州市余杭区文一西路969号", "")
    assert typed["recipient"] == "林小雨"
    sheet.paste.take_back()
    assert sheet.order is None
    assert set(sheet.address.texts().values()) == {""}
    assert sheet.goods.field.value() == ()


def test_the_address_of_goods_on_their_way_out(
    desk: Desk, window: DeskWindow, qtbot: QtBot
) -> None:
    case_id = of_order(desk)
    with desk.reading() as reader:
        row = load_reshipment(reader, case_id)
    assert row is not None
    dialog = GoodsOutDialog(window.bench, row, window)
    dialog.open()
    height = dialog.height()
    paste = dialog.goods_out.paste
    paste.offer(BLOCK)
    qtbot.waitUntil(paste.isVisible)
    assert dialog.height() > height
    for line in paste.rows:
        line.agree()
    paste.fill()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: address_of(desk, case_id).startswith("浙江省"))


def address_of(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        row = load_reshipment(reader, case_id)
    return row.address if row else ""
