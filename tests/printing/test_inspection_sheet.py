"""Inspection sheets scan on every page, ask about every line, and never leave the paper."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.queries.paper_lists import InspectionSheet, SheetLine
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS

from .lists import BARE_SHEET, ONE_ITEM_SHEET, SHEET, WORST_SHEET, drawn, scanned, words_on
from .papers import check_fonts_and_form, check_inside, check_reference, saved

DOCUMENT = "inspection_sheet"
SIZES = DOCUMENTS[DOCUMENT].sizes

sizes = pytest.mark.parametrize("size", SIZES)


@pytest.mark.parametrize(("size", "dpi"), [*((size, 203) for size in SIZES), ("100x150", 300)])
def test_both_codes_are_on_every_page(size: str, dpi: int, tmp_path: Path) -> None:
    crowded = replace(WORST_SHEET, lines=WORST_SHEET.lines[:2])
    made = drawn(DOCUMENT, SHEET, crowded, BARE_SHEET, size=size, dpi=dpi)
    found = scanned(tmp_path, made, dpi)
    assert len(found) == made.pages
    for codes in found:
        (number,) = {code.partition(":")[2] for code in codes}
        assert codes == {f"QR-Code:{number}": 1, f"CODE-128:{number}": 1}
    assert {code.partition(":")[2] for codes in found for code in codes} == set(made.numbers)


@pytest.mark.parametrize("size", ["A4", "100x150"])
def test_the_usual_sheet_reads_as_it_did(size: str, tmp_path: Path) -> None:
    path = saved(tmp_path, drawn(DOCUMENT, SHEET, size=size).content)
    check_reference(f"inspection_sheet_{size}", path)
    check_fonts_and_form(path)


@sizes
@pytest.mark.parametrize("language", ["en", "zh_CN", "both"])
def test_a_return_of_one_item_needs_one_sheet(size: str, language: str) -> None:
    assert drawn(DOCUMENT, ONE_ITEM_SHEET, size=size, language=language).pages == 1


@sizes
def test_every_line_of_forty_has_all_its_boxes(size: str, tmp_path: Path) -> None:
    made = drawn(DOCUMENT, WORST_SHEET, size=size)
    pages = words_on(tmp_path, made)
    check_inside(tmp_path / "paper.pdf")
    text = "".join(pages)
    for line in WORST_SHEET.lines:
        assert line.sku in text
        assert f"×{line.quantity}\n" in text
    for name in (*(each.name for each in CONDITIONS.values()), *DISPOSITIONS.values()):
        assert text.count(f"{name.replace(' ', '')}\n") == len(WORST_SHEET.lines)
    assert all(f"{n}/{made.pages}" in page for n, page in enumerate(pages, start=1))
    assert made.replaced[0].number == WORST_SHEET.number
    assert set(made.replaced[0].characters) == set("😀שלום")


def test_each_sheet_speaks_as_it_is_wished(tmp_path: Path) -> None:
    abroad = replace(SHEET, number="R-2611-0135", region="US")
    made = drawn(DOCUMENT, SHEET, abroad, language="buyer")
    pages = words_on(tmp_path, made)
    assert "原因" in pages[0]
    assert "REASON" not in pages[0]
    assert "REASON" in pages[1]
    assert made.numbers == ("R-2611-0134", "R-2611-0135")
    assert made.file_name == "inspection-sheet_R-2611-0134_R-2611-0135.pdf"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert drawn(DOCUMENT, WORST_SHEET).content == drawn(DOCUMENT, WORST_SHEET).content


texts = st.text(max_size=80) | st.text("陈，。！（）“”… aR-0", max_size=300)
sheets = st.builds(
    replace,
    st.just(SHEET),
    lines=st.lists(
        st.builds(SheetLine, texts, texts, texts, st.integers(1, 10**6), texts), max_size=6
    ).map(tuple),
    **{
        field.name: texts
        for field in fields(InspectionSheet)
        if field.type is str and field.name not in {"number", "buyer_language", "region"}
    },
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets, size=st.sampled_from(SIZES), language=st.sampled_from(["en", "both"]))
def test_no_text_leaves_the_paper_and_no_line_is_lost(
    tmp_path_factory: pytest.TempPathFactory, sheet: InspectionSheet, size: str, language: str
) -> None:
    made = drawn(DOCUMENT, sheet, size=size, language=language)
    folder = tmp_path_factory.mktemp("sheet")
    text = "".join(words_on(folder, made))
    check_inside(folder / "paper.pdf")
    assert all(f"×{line.quantity}\n" in text for line in sheet.lines)
