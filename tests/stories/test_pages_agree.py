"""What one page or paper says, the others say too, in both languages."""

import io
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from shopdesk.app import main
from shopdesk.desk import Desk
from shopdesk.ui.pages.settings.shop_dialog import ShopDialog
from shopdesk.ui.papers.preview import PaperDialog
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit


def words_on(paper: bytes) -> list[str]:
    """Return the lines of a PDF, but for the one that says when it was made."""
    pages = PdfReader(io.BytesIO(paper)).pages
    lines = "\n".join(page.extract_text() for page in pages).splitlines()
    return [line for line in lines if ":" not in line]


def test_the_months_page_and_the_command_line_print_the_same(
    sit: Sit, desk: Desk, tmp_path: Path
) -> None:
    for n in range(3):
        order = make_order(desk, f"A{n}", delivered_days_ago=0)
        make_return(desk, order)
    seat = sit()
    seat.window.go("reports")
    page = seat.page("reports")
    seat.until(lambda: page.out.paper)
    month = page.head.months.month
    file = tmp_path / "summary.pdf"
    words = ["summary", f"{month:%Y-%m}", "-o", str(file), "--lang", "en"]
    assert main([*words, "--data-dir", str(desk.folder.root)]) == 0
    assert words_on(page.out.paper.content) == words_on(file.read_bytes())
    assert len(words_on(file.read_bytes())) > 10


def test_an_orders_and_a_buyers_page_show_their_return_and_lead_on(sit: Sit, desk: Desk) -> None:
    order = make_order(desk)
    case_id = make_return(desk, order)
    seat = sit()
    number = seat.record(case_id).number
    seat.window.go("customers", seat.record(case_id).customer_id)
    seat.until(lambda: number in buttons(seat, "customers"))
    seat.window.go("orders", order)
    detail = seat.page("orders").detail
    seat.until(lambda: number in buttons(seat, "orders") and detail.return_button.isEnabled())
    detail.return_button.click()
    assert seat.window.page == "new_return"
    sheet = seat.page("new_return").sheet
    seat.until(lambda: sheet.order is not None and sheet.order.id == order)


def buttons(seat: Seat, page: str) -> str:
    return "\n".join(button.text() for button in seat.page(page).findChildren(QPushButton))


def test_a_changed_address_stands_on_the_next_slip(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    seat.window.go("settings")
    shops = seat.page("settings").shops
    seat.until(lambda: shops._shops)
    shops.change_shop(shops._shops[0])
    dialog = seat.dialog(ShopDialog)
    address = dialog.fields.return_address
    address.set_value("")
    QTest.keyClicks(address, "12 Harbour Street")
    dialog.save_button.click()
    seat.no_dialog()
    seat.open_return(case_id)
    seat.press(Qt.Key.Key_P, control=True)
    preview = seat.dialog(PaperDialog)
    seat.until(lambda: preview.paper)
    assert preview.paper is not None
    assert "12 Harbour Street" in "\n".join(words_on(preview.paper.content))
    seat.press(Qt.Key.Key_Escape)
    seat.no_dialog()


def test_the_language_is_switched_at_once_and_work_goes_on_in_it(sit: Sit, desk: Desk) -> None:
    order = make_order(desk)
    seat = sit()
    seat.window.go("settings")
    seat.page("settings").language_wanted.emit("zh_CN")
    assert desk.settings.now.language == "zh_CN"
    assert "设置" in seat.words(seat.window)
    seat.press(Qt.Key.Key_N, control=True)
    seat.write("3398120571")
    seat.press(Qt.Key.Key_Return)
    sheet = seat.page("new_return").sheet
    seat.until(lambda: sheet.order is not None and sheet.order.id == order)
    seat.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    seat.until(lambda: seat.count("cases") == 1)
    seat.until(lambda: seat.window.page == "returns" and "R-" in seat.words(seat.page("returns")))
