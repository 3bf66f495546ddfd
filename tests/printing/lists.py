"""Invented inspection sheets and packer's lists: usual ones, and the worst that shops have."""

import subprocess
from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shopdesk.printing.drawing import MadePaper, PaperWish, draw
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import SlipLine, SlipPaper
from shopdesk.queries.paper_lists import InspectionSheet, ListedParcel, PackingList, SheetLine
from shopdesk.rules.categories import CATEGORIES

from .papers import asked, saved, tool

SEALED, WORN = CATEGORIES["cosmetics"].condition, CATEGORIES["clothing"].condition
LONG_NAME = "Maximiliane-Charlotte von Hohenlohe-Schillingsfürst 😀"
LONG_PLACE = "Unit 17, The Old Flour Mill Business Centre,\nLower Warehouse Road\nCV37 0AH " * 3
LONG_TITLE = "超大号手工编织纯棉加厚防滑地毯客厅卧室，可机洗！（第二代）"

SHEET = InspectionSheet(
    number="R-2611-0134",
    shop_name="云柔家居",
    platform="tmall",
    buyer_name="陈思琪",
    buyer_handle="siqi_chen",
    order_number="3398097716",
    reason="wrong_item_sent",
    reason_text="",
    remedy="exchange",
    wanted="120ml",
    note="Please look at the seal.",
    waybills=("SF1234567890123",),
    lines=(
        SheetLine("氨基酸洁面乳 120ml", "收到的是 60ml", "YR-0120", 1, SEALED),
        SheetLine("云柔针织开衫", "米白 M", "KN-0412-M", 2, WORN),
    ),
    buyer_language="",
    region="CN",
    paper=SlipPaper(),
)
ONE_ITEM_SHEET = replace(
    SHEET,
    buyer_handle="小鹿爱吃糖4671115",
    order_number="2817940507578644431",
    note="尺寸偏大，想换小一号",
    lines=SHEET.lines[1:],
)
WORST_SHEET = replace(
    SHEET,
    number="R-2611-123456",
    shop_name="Wolkenweiche Wohnaccessoires & Heimtextilien Handelsgesellschaft mbH",
    buyer_name=LONG_NAME,
    buyer_handle="an.address.without.any.break.that.goes.on.and.on@subdomain.example.co.uk",
    note="请先电话联系，再上门取件。Ring twice. שלום " * 8,
    waybills=tuple(f"SF12345678901{n}" for n in range(7)),
    lines=tuple(
        SheetLine(LONG_TITLE * (n % 4 + 1), "颜色：米白", f"SKU-{n:02d}", n, WORN)
        for n in range(1, 41)
    ),
)
_NOTHING: dict[str, Any] = {
    field.name: ""
    for field in fields(InspectionSheet)
    if field.type is str and field.name != "number"
}
BARE_SHEET = replace(SHEET, number="R-2611-0001", waybills=(), lines=(), **_NOTHING)

PARCEL = ListedParcel(
    number="S-2611-0042",
    recipient="林小雨",
    place="北京市朝阳区望京街道阜通东大街 6 号院 3 号楼 1206",
    order_number="3398097716",
    note="轻放，易碎",
    wait_note="",
    state="to_pack",
    courier="zto",
    courier_name="",
    lines=(SlipLine("氨基酸洁面乳 120ml", "补发", "YR-0120", 1),),
)
WAITING_PARCEL = replace(
    PARCEL,
    number="S-2611-0043",
    recipient="Alice Quillon",
    place="277 Weaver Lane, Juniper Flats, CO 81523",
    courier="ups",
    note="",
    wait_note="No stock until Friday",
    lines=(SlipLine("Linen trousers", "L", "LT-TR-090", 2), replace(PARCEL.lines[0], quantity=3)),
)
WORST_PARCEL = replace(
    PARCEL,
    number="S-2611-123456",
    recipient=LONG_NAME,
    place=LONG_PLACE,
    note="Ring twice. שלום " * 20,
    lines=tuple(SlipLine(LONG_TITLE, "颜色：米白", f"SKU-{n:02d}", n) for n in range(1, 41)),
)
PACKED_PARCEL = replace(WORST_PARCEL, number="S-2611-0044", state="packed")
LOST_PARCEL = replace(PARCEL, number="S-2611-0045", state="lost")


def list_of(*parcels: ListedParcel) -> PackingList:
    """Return a list of parcels of two shops."""
    return PackingList(
        parcels=parcels,
        shop_names=("云柔家居", "Lantern & Thread"),
        made_at=datetime(2026, 11, 22, 9, 2, tzinfo=UTC),
        timezone="Asia/Shanghai",
        buyer_language="",
        region="CN",
        paper=SlipPaper(),
    )


USUAL_LIST = list_of(PARCEL, WAITING_PARCEL)
WORST_LIST = list_of(
    PARCEL,
    WORST_PARCEL,
    PACKED_PARCEL,
    *(replace(WAITING_PARCEL, number=f"S-2611-1{n:03d}") for n in range(40)),
)


def drawn(
    document: str, *data: object, size: str = "A4", language: str = "en", dpi: int = 203
) -> MadePaper:
    """Return the paper of some data."""
    return draw(document, data, PaperWish(PAPER_SIZES[size], language, "en", dpi))


def words_on(folder: Path, made: MadePaper) -> list[str]:
    """Return what stands on each page, without blanks, lines apart."""
    text = asked("pdftotext", saved(folder, made.content), "-")
    return text.replace(" ", "").split("\f")[:-1]


def scanned(folder: Path, made: MadePaper, dpi: int) -> list[Counter[str]]:
    """Return what a scanner finds on each page in one bit for each dot."""
    path = saved(folder, made.content)
    asked("pdftoppm", "-r", str(dpi), "-mono", path, folder / "page")
    return [_codes(page) for page in sorted(folder.glob("page*"))]


def _codes(page: Path) -> Counter[str]:
    kinds = ("-Sdisable", "-Sqrcode.enable", "-Scode128.enable")
    command = [tool("zbarimg"), "--quiet", *kinds, str(page)]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    return Counter(found.stdout.split())
