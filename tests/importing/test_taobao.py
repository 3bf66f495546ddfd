"""Taobao and Tmall: list, details, and both together."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from shopdesk.errors import DomainError

from .conftest import Read, WriteCsv
from .headers import (
    QIANNIU_FINANCE,
    QIANNIU_XLSX,
    SHOPIFY_79,
    TAOBAO_DETAILS,
    TAOBAO_DETAILS_OLD,
    TAOBAO_LIST,
)

LISTED = {
    "订单编号": '="35153131473290001"',
    "买家会员名": "小鱼1990",
    "买家应付货款": "90.00",
    "买家应付邮费": "10.00",
    "总金额": "100.00",
    "买家实际支付金额": "100.00",
    "订单状态": "卖家已发货，等待买家确认",
    "收货人姓名": "王芳 ",
    "收货地址 ": "浙江省 杭州市 西湖区 文三路1号(310000)",
    "联系手机": "'138****0001",
    "订单创建时间": "2026-07-08 00:42:32",
    "订单付款时间 ": "2026-07-08 00:43:00",
    "宝贝标题 ": "蓝色杯子，白色盘子",
    "宝贝种类 ": "2",
    "物流单号 ": "No:SF1000000000001",
    "物流公司": "顺丰速运",
    "订单备注": "'null",
    "宝贝总数量": "3",
    "店铺名称": "小鱼家居旗舰店",
    "退款金额": "0元",
}
CUP = {
    "子订单编号": '="35153131473290002"',
    "主订单编号": '="35153131473290001"',
    "标题": "蓝色杯子",
    "价格": "30.00",
    "购买数量": "2",
    "商家编码": "CUP-B",
    "商品属性": "颜色:蓝",
    "订单状态": "卖家已发货，等待买家确认",
    "买家应付货款": "50.00",
    "买家实际支付金额": "50.00",
    "退款状态": "无退款申请",
    "退款金额": "无退款申请",
    "订单创建时间": "2026-07-08 00:42:32",
}
PLATE = CUP | {
    "子订单编号": '="35153131473290003"',
    "标题": "白色盘子",
    "购买数量": "1",
    "价格": "40.00",
    "买家应付货款": "40.00",
}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_order_list(encoding: str, write_csv: WriteCsv, read: Read) -> None:
    result = read(write_csv("ExportOrderList.csv", TAOBAO_LIST, [LISTED], encoding=encoding))

    (order,) = result.orders
    assert (result.platform, result.shop_name) == ("tmall", "小鱼家居旗舰店")
    assert (order.number, order.status, order.currency) == ("35153131473290001", "sent", "CNY")
    assert order.ordered_at == dt.datetime(2026, 7, 7, 16, 42, 32, tzinfo=dt.UTC)
    assert (order.goods_minor, order.freight_minor, order.paid_minor) == (9000, 1000, 10000)
    assert (order.buyer.name, order.buyer.handle) == ("王芳", "小鱼1990")
    assert (order.buyer.region, order.buyer.city, order.buyer.postcode) == (
        "浙江省",
        "杭州市",
        "310000",
    )
    assert order.buyer.masked == {"phone"}
    assert (order.parcels[0].courier_name, order.parcels[0].waybill) == (
        "顺丰速运",
        "SF1000000000001",
    )
    assert (order.refunded_minor, order.seller_note) == (0, "")


def test_joined_titles_stay_one_line_where_counts_leave_doubt(
    write_csv: WriteCsv, read: Read
) -> None:
    doubtful = read(write_csv("a.csv", TAOBAO_LIST, [LISTED]))
    assert [(line.title, line.quantity) for line in doubtful.orders[0].lines] == [
        ("蓝色杯子，白色盘子", 3)
    ]
    assert [problem.severity for problem in doubtful.problems] == ["warning"]

    clear = read(write_csv("b.csv", TAOBAO_LIST, [LISTED | {"宝贝总数量": "2"}]))
    assert [line.title for line in clear.orders[0].lines] == ["蓝色杯子", "白色盘子"]


def test_details_bring_the_lines_of_the_list(write_csv: WriteCsv, read: Read) -> None:
    listed = write_csv("list.csv", TAOBAO_LIST, [LISTED], encoding="gb18030")
    details = write_csv("details.csv", TAOBAO_DETAILS, [CUP, PLATE], encoding="gb18030")

    for files in ((listed, details), (details, listed)):
        (order,) = read(*files).orders
        assert (order.buyer.name, order.paid_minor) == ("王芳", 10000)
        assert [(line.sku, line.quantity, line.price_minor) for line in order.lines] == [
            ("CUP-B", 2, 3000),
            ("CUP-B", 1, 4000),
        ]
        assert order.lines[0].discount_minor == 1000
        assert order.lines[0].platform_line_id == "35153131473290002"


def test_details_alone_add_up(write_csv: WriteCsv, read: Read) -> None:
    (order,) = read(write_csv("details.csv", TAOBAO_DETAILS, [CUP, PLATE])).orders
    assert (order.goods_minor, order.refunded_minor, len(order.lines)) == (9000, None, 2)


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 1, 2, 1), (0, 0, 2, 1), (0, 2, 1, 0)])
def test_details_in_any_order_and_told_twice_add_up(
    order: tuple[int, ...], write_csv: WriteCsv, read: Read
) -> None:
    other = CUP | {"子订单编号": '="9"', "主订单编号": '="8"'}
    rows = [(CUP, other, PLATE)[at] for at in order]
    found = {o.number: o for o in read(write_csv("d.csv", TAOBAO_DETAILS, rows)).orders}
    whole = found["35153131473290001"]
    assert sorted(line.title for line in whole.lines) == ["白色盘子", "蓝色杯子"]
    assert (whole.goods_minor, whole.paid_minor) == (9000, 10000)


def test_old_details(write_csv: WriteCsv, read: Read) -> None:
    rows = [{"订单编号": "1", "标题": "杯子", "价格": "30", "购买数量": "1"}]
    (order,) = read(write_csv("details.csv", TAOBAO_DETAILS_OLD, rows)).orders
    assert (order.ordered_at, order.lines[0].price_minor) == (None, 3000)


@pytest.mark.parametrize(
    ("changes", "status", "paid_minor"),
    [
        ({"订单状态": "交易关闭", "订单付款时间 ": "", "买家实际支付金额": "0"}, "cancelled", 0),
        ({"订单状态": "交易关闭", "买家实际支付金额": "0", "退款金额": "100"}, "refunded", 10000),
        ({"订单状态": "交易成功"}, "done", 10000),
        ({"订单状态": "交易成功", "退款金额": "40", "买家实际支付金额": "60"}, "done", 10000),
        ({"订单状态": "买家已付款，等待卖家发货"}, "paid", 10000),
    ],
)
def test_status_and_paid(
    changes: dict[str, str], status: str, paid_minor: int, write_csv: WriteCsv, read: Read
) -> None:
    (order,) = read(write_csv("list.csv", TAOBAO_LIST, [LISTED | changes])).orders
    assert (order.status, order.paid_minor) == (status, paid_minor)


def test_qianniu_workbook_with_real_dates(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "orders.xlsx"
    row: dict[str, object] = {
        "子订单编号": "35153131473290002",
        "主订单编号": "35153131473290001",
        "商品标题": "蓝色杯子",
        "商品价格": 30.5,
        "购买数量": 2,
        "买家实付金额": 61,
        "退款金额": "无退款申请",
        "订单状态": "交易成功",
        "订单创建时间": dt.datetime(2026, 7, 8, 9, 30),  # noqa: DTZ001 - a cell has no zone
        "物流单号": "YT1",
    }
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 0, QIANNIU_XLSX)
        sheet.write_row(3, 0, [row.get(name, "") for name in QIANNIU_XLSX])
        sheet.write_row(
            4, 0, [{**row, "主订单编号": 35153131473290001}.get(n, "") for n in QIANNIU_XLSX]
        )

    result = read(path)
    (order,) = result.orders
    assert order.ordered_at == dt.datetime(2026, 7, 8, 1, 30, tzinfo=dt.UTC)
    assert (order.lines[0].price_minor, order.paid_minor) == (3050, 6100)
    assert [(p.severity, p.line, p.column) for p in result.problems] == [("error", 5, "主订单编号")]


def test_finance_list(write_csv: WriteCsv, read: Read) -> None:
    row = {
        "订单编号": "9",
        "总金额": "12.5",
        "买家实付金额": "12.5",
        "订单创建时间": "2026-07-08 00:42:32",
        "商品标题": "杯子",
    }
    (order,) = read(write_csv("finance.csv", QIANNIU_FINANCE, [row])).orders
    assert (order.total_minor, order.lines[0].title) == (1250, "杯子")


def test_a_file_without_numbers_gets_them_from_time_and_buyer(
    write_csv: WriteCsv, read: Read
) -> None:
    header = [name for name in TAOBAO_LIST if name != "订单编号"]
    row = {name: value for name, value in LISTED.items() if name != "订单编号"}
    path = write_csv("list.csv", header, [row, row])
    assert [order.number for order in read(path).orders] == [
        "小鱼1990-20260708004232",
        "小鱼1990-20260708004232-2",
    ]


def test_the_same_row_twice_is_told(write_csv: WriteCsv, read: Read) -> None:
    result = read(write_csv("list.csv", TAOBAO_LIST, [LISTED, LISTED]))
    assert len(result.orders) == 1
    assert any(problem.line == 3 for problem in result.problems)


def test_platforms_are_not_mixed(write_csv: WriteCsv, read: Read) -> None:
    taobao = write_csv("list.csv", TAOBAO_LIST, [LISTED])
    shopify = write_csv("orders.csv", SHOPIFY_79, [{"Name": "#1"}])
    with pytest.raises(DomainError, match="different platforms"):
        read(taobao, shopify)
    with pytest.raises(DomainError, match="Shopify"):
        read(taobao, platform="shopify")
    assert read(taobao, platform="taobao").orders[0].platform == "taobao"
