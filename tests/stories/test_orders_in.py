"""Orders come in by dropping the platforms' files, and go again with one key."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from tests.importing.headers import SHOPIFY_71, TAOBAO_LIST
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return

APRONS = tuple(
    {
        "Name": f"#10{n:02}",
        "Email": f"buyer{n}@example.org",
        "Financial Status": "paid",
        "Paid at": "2026-11-02 10:12:00 +0000",
        "Created at": "2026-11-02 10:11:12 +0000",
        "Currency": "EUR",
        "Subtotal": "20.00",
        "Total": "20.00",
        "Lineitem quantity": "1",
        "Lineitem name": "Linen apron, sage",
        "Lineitem price": "20.00",
        "Billing Name": "Zoë Martin",
    }
    for n in range(3)
)
CARDIGANS = tuple(
    {
        "订单编号": f"339812057{n}",
        "买家会员名": f"云端_{n}",
        "总金额": "128.00",
        "买家实际支付金额": "128.00",
        "订单状态": "交易成功",
        "收货人姓名": "林小雨",
        "订单创建时间": "2026-11-02 10:11:12",
        "订单付款时间 ": "2026-11-02 10:12:00",
        "宝贝标题 ": "云柔针织开衫",
        "宝贝总数量": "1",
    }
    for n in range(2)
)


def written(
    path: Path, header: Sequence[str], rows: Sequence[Mapping[str, str]], encoding: str
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def preview(seat: Seat, path: Path) -> None:
    seat.drop([path])
    page = seat.page("importing")
    seat.until(lambda: page.is_idle and page.found and page.preview.isVisible())


def test_a_taobao_file_in_gbk_is_accepted_once_and_taken_back(sit: Sit, tmp_path: Path) -> None:
    file = written(tmp_path / "ExportOrderList.csv", TAOBAO_LIST, CARDIGANS, "gb18030")
    seat = sit()
    preview(seat, file)
    assert "GB" in seat.words(seat.page("importing").preview.head)
    assert seat.count("orders") == 0
    seat.press(ENTER)
    seat.until(lambda: seat.count("orders") == 2)
    seat.until(seat.page("importing").result.isVisible)
    preview(seat, file)
    assert "Nothing new in this file: all 2 orders" in seat.words(seat.page("importing"))
    assert seat.page("importing").preview.why_not_accept() == "There is nothing new to import."
    seat.press(ENTER)
    seat.take_back()
    seat.until(lambda: seat.count("orders") == 0)
    seat.until(lambda: seat.page("importing").preview.why_not_accept() == "")


def test_a_shopify_file_asks_for_its_own_shop_first(sit: Sit, tmp_path: Path) -> None:
    file = written(tmp_path / "orders_export_1.csv", SHOPIFY_71, APRONS, "utf-8")
    seat = sit()
    preview(seat, file)
    page = seat.page("importing")
    assert "These orders come from Shopify" in page.preview.why_not_accept()
    seat.press(ENTER)
    seat.press(Qt.Key.Key_A, alt=True)
    seat.until(lambda: page.is_idle and page.preview.why_not_accept() == "")
    seat.press(ENTER)
    seat.until(lambda: seat.count("orders") == 3)
    assert seat.count("shop") == 2
    seat.until(page.result.isVisible)
    seat.press(ENTER)
    assert seat.window.page == "orders"
    seat.until(lambda: seat.page("orders").model.rowCount() == 3)


def test_a_file_that_is_no_export_is_refused_with_a_sentence(sit: Sit, tmp_path: Path) -> None:
    file = tmp_path / "diary.csv"
    file.write_text("day,words\n1,rain\n", encoding="utf-8")
    seat = sit()
    seat.drop([file])
    seat.until(lambda: seat.bar)
    assert seat.count("orders") == 0
    assert "diary.csv" in seat.bar
