"""Packing slips and labels scan, hold everything, never leave the paper, look as they looked."""

from collections.abc import Callable
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from shopdesk.printing.address_label import render_address_labels
from shopdesk.printing.packing_slip import render_packing_slips
from shopdesk.printing.sizes import SLIP_SIZES
from shopdesk.printing.slips import render_slips
from shopdesk.queries.paper import PackingSlip

from .papers import (
    SLIP,
    WORST_SLIP,
    asked,
    check_fonts_and_form,
    check_inside,
    check_reference,
    saved,
)

Render = Callable[..., bytes]

USUAL = PackingSlip(
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
WORST = replace(
    USUAL,
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
_TEXTS = [field.name for field in fields(PackingSlip) if field.name not in {"number", "lines"}]
BARE = replace(USUAL, lines=(), **dict.fromkeys(_TEXTS, ""))

sizes = pytest.mark.parametrize("size", SLIP_SIZES)
papers = pytest.mark.parametrize("render", [render_packing_slips, render_address_labels])


def pages(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


@sizes
@papers
@pytest.mark.parametrize("slip", [USUAL, WORST, BARE], ids=["usual", "worst", "bare"])
def test_both_codes_of_every_sheet_scan_at_203_dots_in_one_bit(
    slip: PackingSlip, render: Render, size: str, tmp_path: Path
) -> None:
    content = render([slip], SLIP_SIZES[size], "en")
    path = saved(tmp_path, content)
    check_inside(path)
    asked("pdftoppm", "-r", "203", "-mono", path, tmp_path / "sheet")
    sheets = sorted(tmp_path.glob("sheet*"))
    assert len(sheets) == pages(content)
    for sheet in sheets:
        found = set(asked("zbarimg", "--quiet", sheet).split())
        assert found == {f"QR-Code:{slip.number}", f"CODE-128:{slip.number}"}


@sizes
@papers
def test_usual_papers_read_as_they_did(render: Render, size: str, tmp_path: Path) -> None:
    content = render([USUAL], SLIP_SIZES[size], "en")
    path = saved(tmp_path, content)
    assert pages(content) == 1
    name = render.__name__.removeprefix("render_").removesuffix("s")
    check_reference(f"{name}_{size}", path)
    check_fonts_and_form(path)


@sizes
def test_a_crowded_slip_goes_on_with_everything_on_it(size: str, tmp_path: Path) -> None:
    content = render_packing_slips([WORST], SLIP_SIZES[size], "en")
    text = asked("pdftotext", "-layout", saved(tmp_path, content), "-").replace(" ", "")
    assert pages(content) > 1
    assert f"1/{pages(content)}" in text
    for line in WORST.lines:
        assert line.sku in text
        assert f"×{line.quantity}" in text


def test_a_label_has_nothing_of_what_is_inside(tmp_path: Path) -> None:
    content = render_address_labels([USUAL], SLIP_SIZES["100x150"], "zh_CN")
    text = asked("pdftotext", saved(tmp_path, content), "-")
    assert USUAL.to_postcode in text
    assert USUAL.from_phone in text
    assert USUAL.lines[0].title not in text
    assert USUAL.note not in text


def test_slips_of_both_kinds_stand_in_one_file(tmp_path: Path) -> None:
    content = render_slips([SLIP, USUAL], SLIP_SIZES["A5"], "en")
    text = asked("pdftotext", saved(tmp_path, content), "-")
    assert pages(content) == 2
    assert SLIP.number in text
    assert USUAL.number in text
