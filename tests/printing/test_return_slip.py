"""Slips scan, hold everything, never leave the paper, and look as they looked."""

from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from shopdesk.printing.return_slip import render_return_slips
from shopdesk.printing.sizes import SLIP_SIZES
from shopdesk.printing.words import SLIP_LANGUAGES
from shopdesk.queries.paper import ReturnSlip, SlipLine

from .papers import (
    BARE_SLIP,
    SLIP,
    WORST_SLIP,
    asked,
    check_fonts_and_form,
    check_inside,
    check_reference,
    saved,
)

sizes = pytest.mark.parametrize("size", SLIP_SIZES)


def printed(slip: ReturnSlip, size: str, language: str = "en") -> bytes:
    return render_return_slips([slip], SLIP_SIZES[size], language)


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


@sizes
@pytest.mark.parametrize("slip", [SLIP, WORST_SLIP, BARE_SLIP], ids=["usual", "worst", "bare"])
def test_both_codes_of_every_sheet_scan_at_203_dots_in_one_bit(
    slip: ReturnSlip, size: str, tmp_path: Path
) -> None:
    pdf = printed(slip, size)
    path = saved(tmp_path, pdf)
    asked("pdftoppm", "-r", "203", "-mono", path, tmp_path / "sheet")
    sheets = sorted(tmp_path.glob("sheet*"))
    assert len(sheets) == pages(pdf)
    for sheet in sheets:
        found = set(asked("zbarimg", "--quiet", sheet).split())
        assert found == {f"QR-Code:{slip.number}", f"CODE-128:{slip.number}"}


@sizes
def test_usual_slip_reads_as_it_did(size: str, tmp_path: Path) -> None:
    path = saved(tmp_path, printed(SLIP, size))
    check_reference(f"return_slip_{size}", path)
    check_fonts_and_form(path)


@sizes
def test_a_sheet_has_the_size_of_its_paper(size: str) -> None:
    page = PdfReader(BytesIO(printed(SLIP, size))).pages[0]
    paper = SLIP_SIZES[size]
    assert float(page.mediabox.width) == pytest.approx(paper.width_mm * 72 / 25.4, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(paper.height_mm * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize("language", SLIP_LANGUAGES)
def test_the_usual_slip_is_one_sheet(language: str) -> None:
    assert pages(printed(SLIP, "100x150", language)) == 1


@sizes
def test_a_crowded_slip_goes_on_with_everything_on_it(size: str, tmp_path: Path) -> None:
    pdf = printed(WORST_SLIP, size)
    text = asked("pdftotext", "-layout", saved(tmp_path, pdf), "-").replace(" ", "")
    assert pages(pdf) > 1
    assert f"1/{pages(pdf)}" in text
    for line in WORST_SLIP.lines:
        assert line.sku in text
        assert f"×{line.quantity}" in text
    assert "Ringtwice." in text
    check_inside(tmp_path / "paper.pdf")


def test_an_own_reason_stands_in_its_own_words(tmp_path: Path) -> None:
    slip = replace(SLIP, reason="own-7", reason_text="盖子漏水")
    text = asked("pdftotext", saved(tmp_path, printed(slip, "A5")), "-")
    assert "盖子漏水" in text
    assert "own-7" not in text


def test_a_number_that_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="单"):
        printed(replace(SLIP, number="单-1"), "A5")


def test_the_same_slips_give_the_same_bytes() -> None:
    assert printed(WORST_SLIP, "A5", "both") == printed(WORST_SLIP, "A5", "both")


def test_many_slips_tell_how_far_they_are_and_can_be_stopped() -> None:
    class EnoughError(Exception):
        pass

    done = []

    def stop_at_two(count: int) -> None:
        done.append(count)
        if count == 2:
            raise EnoughError

    with pytest.raises(EnoughError):
        render_return_slips([SLIP] * 5, SLIP_SIZES["A5"], "en", stop_at_two)
    assert done == [1, 2]
    assert pages(render_return_slips([SLIP, BARE_SLIP, SLIP], SLIP_SIZES["A5"], "en")) == 3


@pytest.mark.parametrize("language", SLIP_LANGUAGES)
def test_a_label_is_small(language: str) -> None:
    slips = [replace(SLIP, number=f"R-2611-{number:04d}") for number in range(40)]
    pdf = render_return_slips(slips, SLIP_SIZES["100x150"], language)
    assert len(pdf) / len(slips) < 3600


texts = st.text(max_size=120) | st.text("陈，。！（）“”… aR-0", max_size=400)
lines = st.builds(SlipLine, texts, texts, texts, st.integers(1, 10**6))
slips = st.builds(
    replace,
    st.just(SLIP),
    lines=st.lists(lines, max_size=12).map(tuple),
    **{
        field.name: texts
        for field in fields(ReturnSlip)
        if field.name not in {"number", "lines", "send_by"}
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slip=slips, size=st.sampled_from(list(SLIP_SIZES)), language=st.sampled_from(["en", "both"]))
def test_no_text_leaves_the_paper_and_no_item_is_lost(
    tmp_path_factory: pytest.TempPathFactory, slip: ReturnSlip, size: str, language: str
) -> None:
    path = saved(tmp_path_factory.mktemp("slip"), printed(slip, size, language))
    check_inside(path)
    assert asked("pdftotext", path, "-").count("×") >= len(slip.lines)
