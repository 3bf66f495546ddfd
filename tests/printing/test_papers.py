"""Papers are found by their codes, and none is lost when a sheet was removed."""

import pytest

from shopdesk.printing.papers import paper_name, paper_of
from shopdesk.printing.sizes import A4, LETTER, PAPER_SIZES
from shopdesk.rules.documents import DOCUMENTS, EVERY_SIZE
from shopdesk.rules.label_sheets import BASES, PRESETS, LabelSheet

OWN = LabelSheet("sheet:12", "Our jars", "A4", 2, 5, 9000, 5000, 1500, 1000)


@pytest.mark.parametrize(
    ("code", "paper"),
    [
        ("100x150", PAPER_SIZES["100x150"]),
        ("sheet:a4-2x4", PRESETS["sheet:a4-2x4"]),
        ("sheet:12", OWN),
        ("sheet:13", A4),
        ("", A4),
    ],
)
def test_a_code_leads_to_its_paper(code: str, paper: object) -> None:
    assert paper_of(code, [OWN], "CN") == paper


def test_an_unknown_paper_is_a_reports_of_the_region() -> None:
    assert paper_of("", (), "US") is LETTER


def test_papers_are_called_what_people_call_them() -> None:
    assert paper_name("4x6in", ()) == "4 × 6 in"
    assert paper_name("sheet:12", [OWN]) == "Our jars"
    assert paper_name("sheet:a4-2x4", ()).startswith("A4, 8 labels")
    assert paper_name("sheet:13", [OWN]) == ""


def test_every_size_of_a_document_and_a_sheet_is_there() -> None:
    assert set(EVERY_SIZE) == set(PAPER_SIZES)
    assert all(set(document.sizes) <= set(PAPER_SIZES) for document in DOCUMENTS.values())
    for base, (width, height) in BASES.items():
        paper = PAPER_SIZES[base]
        assert (round(paper.width_mm * 100), round(paper.height_mm * 100)) == (width, height)
