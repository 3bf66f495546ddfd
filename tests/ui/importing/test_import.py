"""Files are looked at, accepted, taken back; told from each other, and never written unasked."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.ui.base.message_bar import MessageBar
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.importing.page import ImportPage
from tests.importing.headers import SHOPIFY_71, TAOBAO_LIST
from tests.ui.browsing import Browser

Write = Callable[[str, Sequence[str], Sequence[Mapping[str, str]]], Path]

APRON = {
    "Email": "zoe@example.org",
    "Financial Status": "paid",
    "Currency": "EUR",
    "Subtotal": "20.00",
    "Total": "20.00",
    "Lineitem quantity": "1",
    "Lineitem name": "Linen apron, sage",
    "Lineitem price": "20.00",
    "Billing Name": "Zoe Martin",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of orders."""

    def written(name: str, header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return written


def taobao_row(number: str, **cells: str) -> dict[str, str]:
    return {
        "订单编号": number,
        "买家会员名": f"buyer_{number}",
        "总金额": "128.00",
        "买家实际支付金额": "128.00",
        "订单状态": "买家已付款，等待卖家发货",
        "收货人姓名": "林小雨",
        "订单创建时间": "2026-11-02 10:11:12",
        "订单付款时间 ": "2026-11-02 10:12:00",
        "宝贝标题 ": "云柔针织开衫",
        "宝贝总数量": "1",
        **cells,
    }


@pytest.fixture
def browser(qtbot: QtBot, desk: Desk) -> Iterator[Browser]:
    opened = Browser(qtbot, desk, "importing")
    yield opened
    opened.window.close()


@pytest.fixture
def page(browser: Browser) -> ImportPage:
    found: ImportPage = browser.page(ImportPage)
    return found


def orders_in(desk: Desk) -> int:
    with desk.reading() as reader:
        return int(reader.value("SELECT count(*) FROM orders"))


def count(page: ImportPage, chip: str) -> int:
    return page.preview.tables.table(chip).model().rowCount()


def seen(browser: Browser, page: ImportPage, path: Path) -> None:
    """Drop a file onto the window and wait for its preview."""
    page.start([path])
    browser.until(lambda: page.preview.isVisible() and page.found and page.is_idle)
    assert page.found is not None
    assert page.found.question.paths == (path,)


def test_from_file_to_orders_and_back_by_keyboard(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    rows = [taobao_row("1001"), taobao_row("1002"), taobao_row("1003", 总金额="?")]
    seen(browser, page, write("list.csv", TAOBAO_LIST, rows))
    assert (count(page, "new"), count(page, "problems")) == (2, 1)
    assert orders_in(browser.desk) == 0
    browser.press(Qt.Key.Key_Return)
    browser.until(page.result.isVisible)
    assert page.result.notice.sentence == "2 orders imported into 云柔家居."
    assert orders_in(browser.desk) == 2
    browser.undo()
    browser.until(lambda: page.preview.isVisible() and count(page, "new") == 2)
    assert orders_in(browser.desk) == 0


def test_a_backup_is_made_before(browser: Browser, page: ImportPage, write: Write) -> None:
    seen(browser, page, write("list.csv", TAOBAO_LIST, [taobao_row("1001")]))
    browser.press(Qt.Key.Key_Return)
    browser.until(page.result.isVisible)
    assert any("import" in path.name for path in browser.desk.folder.backups.iterdir())


def test_the_same_file_again_has_nothing_new(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    path = write("list.csv", TAOBAO_LIST, [taobao_row("1001")])
    seen(browser, page, path)
    browser.press(Qt.Key.Key_Return)
    browser.until(page.result.isVisible)
    seen(browser, page, path)
    accept = page.preview.actions_of_view["accept"]
    assert not accept.isEnabled()
    assert accept.toolTip() == "There is nothing new to import."
    assert count(page, "unchanged") == 1


def test_what_changes_is_said_in_words(browser: Browser, page: ImportPage, write: Write) -> None:
    seen(browser, page, write("list.csv", TAOBAO_LIST, [taobao_row("1001")]))
    browser.press(Qt.Key.Key_Return)
    browser.until(page.result.isVisible)
    later = taobao_row("1001", 订单状态="卖家已发货，等待买家确认")
    seen(browser, page, write("later.csv", TAOBAO_LIST, [later]))
    table = page.preview.tables.table("changed")
    assert table.isVisible()
    assert table.model().index(0, 2).data() == "Status: Paid → Sent"


def test_the_orders_of_another_shop_with_the_same_numbers_are_noticed(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    seen(browser, page, write("list.csv", TAOBAO_LIST, [taobao_row("1001")]))
    browser.press(Qt.Key.Key_Return)
    browser.until(page.result.isVisible)
    other = taobao_row("1001", 订单创建时间="2026-10-01 09:00:00")
    seen(browser, page, write("other.csv", TAOBAO_LIST, [other]))
    notice = browser.seen(Notice, page.preview.head)
    assert notice.sentence.endswith("Is this the right shop?")
    assert page.preview.actions_of_view["accept"].isEnabled()


def test_a_file_of_another_platform_asks_for_a_shop_of_its_own(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    row = {**APRON, "Name": "#1", "Created at": "2026-04-05 21:06:21 +0400"}
    seen(browser, page, write("orders_export.csv", SHOPIFY_71, [row]))
    assert not page.preview.actions_of_view["accept"].isEnabled()
    assert page.preview.head.add_shop.isVisible()
    page.preview.head.add_shop.click()
    browser.until(lambda: page.found and page.found.fits and page.is_idle)
    assert page.found is not None
    shop = page.found.shop
    assert (shop.name, shop.currency, shop.policy) == ("Shopify", "EUR", "EU")
    assert shop.timezone == "Europe/Berlin"
    page.accept()
    browser.until(page.result.isVisible)
    assert orders_in(browser.desk) == 1


def test_dates_that_can_be_read_in_two_ways_are_asked_about(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    row = {**APRON, "Name": "#1", "Created at": "03/04/2026 10:00"}
    seen(browser, page, write("orders_export.csv", SHOPIFY_71, [row]))
    days = page.preview.head.days
    table = page.preview.tables.table("new")
    assert days.isVisible()
    assert table.model().index(0, 1).data() == "Apr 3, 2026"
    browser.press(Qt.Key.Key_2, days)
    browser.until(lambda: table.model().index(0, 1).data() == "Mar 4, 2026")
    assert days.isVisible()


def test_what_is_no_export_is_refused_in_a_sentence(
    browser: Browser, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "poem.csv"
    path.write_text("roses,are\nred,indeed\n", encoding="utf-8")
    page.start([path])
    bar = browser.window.findChild(MessageBar)
    assert bar is not None
    browser.until(bar.isVisible)
    assert "poem.csv" in bar.sentence
    assert page.choosing.isVisible()


def test_a_cancelled_import_leaves_nothing(
    browser: Browser, page: ImportPage, write: Write
) -> None:
    seen(browser, page, write("list.csv", TAOBAO_LIST, [taobao_row("1001")]))
    page.accept()
    page.cancel()
    browser.until(lambda: page.is_idle)
    assert page.preview.isVisible()
    assert orders_in(browser.desk) == 0
    assert page.preview.actions_of_view["accept"].isEnabled()
