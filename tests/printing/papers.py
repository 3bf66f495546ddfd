"""Invented slips and months, and the tools that look at a PDF from outside."""

import os
import shutil
import subprocess
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shopdesk.queries.paper import (
    ItemCount,
    MoneyPair,
    MonthSummary,
    PackingSlip,
    Pair,
    ReasonCount,
    ReturnSlip,
    SlipLine,
    WeekCount,
)

REFERENCES = Path(__file__).parent.parent / "reference"
UPDATE = "SHOPDESK_UPDATE_REFERENCE"

SLIP = ReturnSlip(
    number="R-2611-0134",
    shop_name="云柔家居",
    platform="tmall",
    to_name="云柔家居 售后组",
    to_phone="0571-8800 1234",
    to_address="浙江省杭州市余杭区文一西路 969 号 3 号仓 B 区",
    buyer_name="陈思琪",
    buyer_phone="138 0571 2107",
    buyer_handle="siqi_chen",
    order_number="3398097716",
    lines=(SlipLine("氨基酸洁面乳 120ml", "收到的是 60ml", "YR-0120", 1),),
    reason="wrong_item_sent",
    reason_text="",
    remedy="exchange",
    freight_payer="seller",
    send_by=date(2026, 11, 24),
    note="",
)
WORST_SLIP = replace(
    SLIP,
    number="R-2611-123456",
    shop_name="Wolkenweiche Wohnaccessoires & Heimtextilien Handelsgesellschaft mbH",
    to_name="Rücksendezentrum Nord-West der Wolkenweiche Handelsgesellschaft",
    to_address="Unit 17, The Old Flour Mill Business Centre,\nLower Warehouse Road\nCV37 0AH " * 2,
    buyer_name="Maximiliane-Charlotte von Hohenlohe-Schillingsfürst 😀",
    buyer_handle="an.address.without.any.break.that.goes.on.and.on@subdomain.example.co.uk",
    lines=tuple(
        SlipLine(
            "超大号手工编织纯棉加厚防滑地毯客厅卧室，可机洗！（第二代）", "颜色：米白", f"S-{n}", n
        )
        for n in range(1, 13)
    ),
    reason="refused_undeliverable",
    remedy="send_back",
    freight_payer="insurance",
    note="请先电话联系，再上门取件。Ring twice. שלום",
)
BARE_SLIP = ReturnSlip(
    number="R-2611-0001",
    shop_name="",
    platform="",
    to_name="",
    to_phone="",
    to_address="",
    buyer_name="",
    buyer_phone="",
    buyer_handle="",
    order_number="",
    lines=(),
    reason="",
    reason_text="",
    remedy="",
    freight_payer="",
    send_by=None,
    note="",
)

PARCEL = PackingSlip(
    number="S-2611-0042",
    shop_name="云柔家居",
    platform="tmall",
    from_name="云柔家居 售后组",
    from_phone="0571-8800 1234",
    from_address="浙江省杭州市余杭区文一西路 969 号 3 号仓 B 区",
    to_name="林小雨",
    to_phone="138 0571 2107",
    to_address="北京市朝阳区望京街道阜通东大街 6 号院 3 号楼 1206",
    to_postcode="100102",
    to_country="",
    buyer_handle="xiaoyu_lin",
    order_number="3398097716",
    lines=SLIP.lines,
    reason="missing_item",
    courier="zto",
    courier_name="",
    waybill="75312345678901",
    note="轻放，易碎",
)
WORST_PARCEL = replace(
    PARCEL,
    number="S-2611-123456",
    shop_name=WORST_SLIP.shop_name,
    from_address=WORST_SLIP.to_address,
    to_name=WORST_SLIP.buyer_name,
    to_address=WORST_SLIP.to_address * 2,
    to_country="United Kingdom",
    buyer_handle=WORST_SLIP.buyer_handle,
    lines=WORST_SLIP.lines,
    note=WORST_SLIP.note * 3,
)
_NOTHING: dict[str, Any] = {
    field.name: "" for field in fields(PackingSlip) if field.type is str and field.name != "number"
}
BARE_PARCEL = replace(PARCEL, lines=(), **_NOTHING)

MONTH = MonthSummary(
    shop_names=("云柔家居",),
    platforms=("tmall", "shopify"),
    first_day=date(2026, 10, 1),
    last_day=date(2026, 10, 31),
    made_at=datetime(2026, 11, 1, 9, 2, tzinfo=ZoneInfo("Asia/Shanghai")),
    orders=Pair(3208, 2864),
    units=Pair(4410, 3920),
    sales=(MoneyPair("CNY", 41280950, 38020000),),
    returns=Pair(109, 121),
    orders_returned=Pair(107, 118),
    return_rate=Pair(107 / 3208, 118 / 2864),
    refunded=(MoneyPair("CNY", 620400, 651400),),
    refunded_goods=(MoneyPair("CNY", 571200, 601400),),
    refunded_freight=(MoneyPair("CNY", 49200, 50000),),
    settled=Pair(98, 101),
    settle_hours=Pair(100.8, 93.6),
    weeks=(
        WeekCount(date(2026, 10, 1), date(2026, 10, 4), 24, 400),
        WeekCount(date(2026, 10, 5), date(2026, 10, 11), 22, 700),
        WeekCount(date(2026, 10, 12), date(2026, 10, 18), 27, 720),
        WeekCount(date(2026, 10, 19), date(2026, 10, 25), 17, 690),
        WeekCount(date(2026, 10, 26), date(2026, 10, 31), 19, 698),
    ),
    reasons=(
        ReasonCount("damaged_in_transit", "", 41, 22),
        ReasonCount("too_small", "", 27, 30),
        ReasonCount("wrong_item_sent", "", 14, 23),
        ReasonCount("own-1", "盖子漏水", 9, 0),
    ),
    items=(
        ItemCount("玻璃花瓶 高款 透明", "YR-V-01", 18, 96, "damaged_in_transit", ""),
        ItemCount("Ceramic pour-over set", "CP-9", 7, 61, "own-1", "盖子漏水"),
    ),
    cases=109,
)
EMPTY_MONTH = replace(
    MONTH,
    orders=Pair(0, 0),
    units=Pair(0, 0),
    sales=(),
    returns=Pair(0, 0),
    orders_returned=Pair(0, 0),
    return_rate=Pair(None, None),
    refunded=(),
    refunded_goods=(),
    refunded_freight=(),
    settled=Pair(0, 0),
    settle_hours=Pair(None, None),
    weeks=(),
    reasons=(),
    items=(),
    cases=0,
)


def tool(name: str) -> str:
    """Return where a program lies, or skip the test that needs it."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def asked(name: str, *arguments: str | Path) -> str:
    """Return what a program prints about a file."""
    command = [tool(name), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def saved(folder: Path, pdf: bytes) -> Path:
    """Return the PDF as a file that a program can look at."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return path


def check_reference(name: str, path: Path) -> None:
    """Compare a PDF's text with the kept one; with the switch of UPDATE set, keep it anew."""
    text = asked("pdftotext", "-layout", path, "-")
    reference = REFERENCES / f"{name}.txt"
    if os.environ.get(UPDATE):
        reference.write_text(text, encoding="utf-8")
    assert text == reference.read_text(encoding="utf-8")


def check_fonts_and_form(path: Path) -> None:
    """See that every font is embedded with its Unicode, and that the file is sound."""
    fonts = asked("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all("yes yes yes" in font for font in fonts)
    asked("qpdf", "--check", path)


def boxes(path: Path) -> list[tuple[float, float, float, float, float, float]]:
    """Return every word's (left, top, right, bottom) after its page's width and height, in pt."""
    found = []
    page = (0.0, 0.0)
    for line in asked("pdftotext", "-bbox", path, "-").splitlines():
        numbers = [float(part) for part in line.split('"')[1::2] if _is_number(part)]
        if "<page" in line:
            page = (numbers[0], numbers[1])
        elif "<word" in line:
            left, top, right, bottom = numbers[:4]
            found.append((*page, left, top, right, bottom))
    return found


def check_inside(path: Path) -> None:
    """See that no word leaves its page."""
    for width, height, left, top, right, bottom in boxes(path):
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).replace("-", "", 1).isdigit()
