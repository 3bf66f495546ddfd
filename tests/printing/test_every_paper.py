"""What holds for every document on every paper: all pages are there, codes are whole dots."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import chain, groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.papers import paper_of
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import SlipLine
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.label_sheets import PRESETS
from shopdesk.rules.printing import LABEL_DPI, PAPER_LANGUAGES

from .dots import as_printed, codes_of, cut_out, drawn_alone
from .lists import BARE_SHEET, SHEET, WAITING_PARCEL, WORST_LIST, WORST_SHEET, list_of
from .lists import PARCEL as LISTED
from .papers import (
    BARE_PARCEL,
    BARE_SLIP,
    PARCEL,
    REFERENCES,
    SLIP,
    WORST_PARCEL,
    WORST_SLIP,
    asked,
    check_inside,
    saved,
)

FORTY = tuple(SlipLine(f"玻璃花瓶 {n} Ceramic vase", "透明", f"YR-{n:03}", n) for n in range(40))
_BACK = (SLIP, replace(WORST_SLIP, lines=FORTY), BARE_SLIP)
_OUT = (PARCEL, replace(WORST_PARCEL, lines=FORTY), BARE_PARCEL)
DATA: dict[str, tuple[Any, ...]] = {
    "return_slip": _BACK,
    "return_label": _BACK,
    "packing_slip": _OUT,
    "address_label": _OUT,
    "inspection_sheet": (SHEET, WORST_SHEET, BARE_SHEET),
    "packing_list": (list_of(LISTED, WAITING_PARCEL), WORST_LIST),
}
"""The usual, the worst and the barest of each document that carries codes."""


_KINDS = ("QR-Code", "CODE-128")
_KINDS_ONLY = ("-Sdisable", "-Sqrcode.enable", "-Scode128.enable")


def papers_of(document: str) -> list[str]:
    """Return every paper that a document may be printed on."""
    about = DOCUMENTS[document]
    return [*about.sizes, *(PRESETS if about.fits_sheets else ())]


def test_every_document_is_drawn_from_data_of_these_tests_and_has_a_reference() -> None:
    assert {*DATA, "evidence_pack"} == set(DOCUMENTS)
    for document in DOCUMENTS:
        assert list(REFERENCES.glob(f"{document}_*.txt")), document


numbers = st.lists(st.integers(1, 9999), min_size=1, max_size=6, unique=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), document=st.sampled_from([*DATA][:-1]), figures=numbers)
def test_no_case_and_no_page_is_missing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, document: str, figures: list[int]
) -> None:
    cases = [
        replace(data.draw(st.sampled_from(DATA[document])), number=f"R-2611-{figure:04}")
        for figure in figures
    ]
    wish = PaperWish(
        paper_of(data.draw(st.sampled_from(papers_of(document))), (), ""),
        data.draw(st.sampled_from([*PAPER_LANGUAGES])),
        "en",
        data.draw(st.sampled_from(LABEL_DPI)),
        data.draw(st.integers(1, 9)),
    )
    made = draw(document, cases, wish)
    path = saved(tmp_path_factory.mktemp("paper"), made.content)
    check_inside(path)
    pages = asked("pdftotext", "-raw", path, "-").split("\f")[:-1]
    assert len(pages) == made.pages
    on_pages = [re.findall(r"R-2611-\d{4}", page) for page in pages]
    assert all(on_pages)
    found = [number for number, _same in groupby(chain.from_iterable(on_pages))]
    assert found == [case.number for case in cases]
    assert made.numbers == tuple(found)


@pytest.mark.parametrize("document", DATA)
@pytest.mark.parametrize("dpi", LABEL_DPI)
def test_codes_are_whole_dots_and_tell_the_number_alone(
    document: str, dpi: int, tmp_path: Path
) -> None:
    numbers: set[str] = set()
    for size in DOCUMENTS[document].sizes:
        made = draw(document, DATA[document][:1], PaperWish(PAPER_SIZES[size], "en", "en", dpi))
        image = as_printed(made.content, dpi)
        for nth, code in enumerate(codes_of(PdfReader(BytesIO(made.content)).pages[0], dpi)):
            shown = cut_out(code, image)
            assert shown.tobytes() == drawn_alone(code, *shown.size).tobytes()
            shown.save(tmp_path / f"{size}-{nth}.png")
        numbers.update(made.numbers)
    pictures = list(tmp_path.iterdir())
    read = asked("zbarimg", "--quiet", *_KINDS_ONLY, *pictures).split()
    assert len(read) == len(pictures) >= len(DOCUMENTS[document].sizes)
    assert set(read) <= {f"{kind}:{number}" for kind in _KINDS for number in numbers}
