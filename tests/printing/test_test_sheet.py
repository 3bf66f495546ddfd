"""The test sheet: each label where the sheet has it, and a ruler as long as it says."""

from io import BytesIO

import pypdf
import pytest

from shopdesk.printing.test_sheet import RULER_MM, draw_test_sheet
from shopdesk.rules.label_sheets import PRESETS

PT_PER_MM = 72 / 25.4


def boxes_of(content: bytes) -> list[tuple[float, float, float, float]]:
    """Return what is filled on the one page: left, bottom, width, height in millimetres."""
    (page,) = pypdf.PdfReader(BytesIO(content)).pages
    found: list[tuple[float, float, float, float]] = []

    def note(operator: bytes, operands: list[float], *_matrices: object) -> None:
        if operator == b"re":
            left, bottom, width, height = (float(each) / PT_PER_MM for each in operands)
            found.append((left, bottom, width, height))

    page.extract_text(visitor_operand_before=note)
    return found


@pytest.mark.parametrize("code", PRESETS)
def test_every_label_is_outlined_where_it_is(code: str) -> None:
    sheet = PRESETS[code]
    made = draw_test_sheet(sheet)
    tops = [(x, made.size.height_mm - y - h) for x, y, _w, h in boxes_of(made.content)]
    for x, y in sheet.corners():
        there = (x / 100, y / 100)
        assert any(there == pytest.approx(top, abs=0.01) for top in tops)


def test_the_ruler_is_as_long_as_it_says() -> None:
    made = draw_test_sheet(PRESETS["sheet:a4-3x8"])
    boxes = boxes_of(made.content)
    assert sum(w == pytest.approx(RULER_MM, abs=0.01) for _x, _y, w, _h in boxes) == 1
    assert sum(h == pytest.approx(RULER_MM, abs=0.01) for _x, _y, _w, h in boxes) == 1
    text = pypdf.PdfReader(BytesIO(made.content)).pages[0].extract_text()
    assert "24" in text
    assert f"{RULER_MM} mm" in " ".join(text.split())


def test_the_same_sheet_is_the_same_file() -> None:
    sheet = PRESETS["sheet:letter-3x10"]
    assert draw_test_sheet(sheet).content == draw_test_sheet(sheet).content
