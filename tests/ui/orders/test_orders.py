"""Orders are listed, found as one types, looked through, and lead on to what they are tied to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.link_rows import LinkRow
from shopdesk.ui.dialogs.own_note import OwnNoteDialog
from shopdesk.ui.pages.orders.detail import OrderDetailView
from shopdesk.ui.pages.orders.page import OrdersPage
from tests.making import make_order, make_return
from tests.ui.browsing import Browser, Stub


@pytest.fixture
def order_ids(desk: Desk) -> list[int]:
    """Three orders of three buyers, all of the same day."""
    numbers = {"3398120571": "林小雨", "3398120572": "Hannah Cole", "5500000001": "张伟"}
    return [
        make_order(desk, number, buyer=buyer, phone=f"138 0000 000{n}")
        for n, (number, buyer) in enumerate(numbers.items())
    ]


@pytest.fixture
def browser(qtbot: QtBot, desk: Desk, order_ids: list[int]) -> Iterator[Browser]:
    opened = Browser(qtbot, desk, "orders")
    page = opened.page(OrdersPage)
    opened.until(lambda: page.model.rowCount() == len(order_ids))
    yield opened
    opened.window.close()


@pytest.fixture
def page(browser: Browser) -> OrdersPage:
    found: OrdersPage = browser.page(OrdersPage)
    return found


def detail_of(page: OrdersPage) -> OrderDetailView:
    assert isinstance(page.detail, OrderDetailView)
    return page.detail


def numbers(page: OrdersPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_an_order_is_found_as_one_types(browser: Browser, page: OrdersPage) -> None:
    browser.find()
    browser.type("Cole")
    browser.until(lambda: numbers(page) == ["3398120572"])
    browser.press(Qt.Key.Key_Escape)
    browser.until(lambda: len(numbers(page)) == 3)
    browser.type("33981")
    browser.until(lambda: len(numbers(page)) == 2)
    browser.press(Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_nothing_found_says_so(browser: Browser, page: OrdersPage) -> None:
    browser.find()
    browser.type("nobody")
    browser.until(page.frame.empty.isVisible)
    browser.until(lambda: page.frame.empty.accessibleName() == "No order is like this.")


def test_sorted_by_buyer_and_back(browser: Browser, page: OrdersPage) -> None:
    page.table.sort_wanted.emit("buyer", False)
    browser.until(lambda: numbers(page)[0] == "3398120572")
    page.table.sort_wanted.emit("number", True)
    browser.until(lambda: numbers(page)[0] == "5500000001")


def test_another_page_leads_to_an_order_that_the_search_hides(
    browser: Browser, page: OrdersPage, order_ids: list[int]
) -> None:
    browser.find()
    browser.type("Cole")
    browser.until(lambda: len(numbers(page)) == 1)
    browser.go("orders", order_ids[0])
    browser.until(lambda: page.table.chosen == order_ids[0])
    assert page.finder.text() == ""


def test_a_return_of_the_order_is_one_key_away(
    browser: Browser, page: OrdersPage, order_ids: list[int]
) -> None:
    browser.go("orders", order_ids[1])
    browser.until(lambda: page.table.chosen == order_ids[1])
    page.table.setFocus()
    browser.press(Qt.Key.Key_Return)
    assert browser.window.page == "new_return"
    assert browser.page(Stub).opened == order_ids[1]


def test_when_nothing_is_left_the_button_says_why(
    browser: Browser, page: OrdersPage, desk: Desk, order_ids: list[int]
) -> None:
    make_return(
        desk,
        order_ids[2],
        lines=(ReturnLineDraft(quantity=2, order_line_id=order_ids[2]),),
    )
    page.read_again()
    browser.go("orders", order_ids[2])
    button = detail_of(page).return_button
    browser.until(lambda: not button.isEnabled())
    assert button.toolTip() == "Everything of this order is in a return already."
    browser.seen(LinkRow, detail_of(page).cases).link.click()
    assert browser.window.page == "returns"


def test_the_own_note_is_written_and_taken_back(
    browser: Browser, page: OrdersPage, order_ids: list[int]
) -> None:
    browser.go("orders", order_ids[0])
    browser.until(lambda: page.table.chosen == order_ids[0])
    detail_of(page).note.edit_button.click()
    browser.until(lambda: isinstance(QApplication.activeModalWidget(), OwnNoteDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OwnNoteDialog)
    dialog.text.insertPlainText("下次送小礼物")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    browser.until(lambda: note_in(browser.desk, order_ids[0]) == "下次送小礼物")
    browser.until(lambda: QApplication.activeModalWidget() is None)
    browser.undo()
    browser.until(lambda: note_in(browser.desk, order_ids[0]) == "")


def test_the_buyer_leads_to_the_customer_and_a_click_copies(
    browser: Browser, page: OrdersPage, order_ids: list[int]
) -> None:
    browser.go("orders", order_ids[0])
    browser.until(lambda: page.table.chosen == order_ids[0])
    head = detail_of(page).head
    browser.seen(CopyLabel, head).click()
    assert QGuiApplication.clipboard().text() == "3398120571"
    browser.seen(QPushButton, head).click()
    assert browser.window.page == "customers"


def note_in(desk: Desk, order_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT seller_note FROM orders WHERE id = ?", (order_id,)))
