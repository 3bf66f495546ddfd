"""Sheets on a label printer are doubted, labels on it and anything elsewhere are not."""

import pytest

from shopdesk.printers import PrinterRow
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.label_sheets import PRESETS
from shopdesk.ui.papers.choices import printers
from shopdesk.ui.papers.doubts import doubt_about

ZEBRA = PrinterRow("Zebra_ZD", "Zebra", 203, is_label=True, is_default=False)
OFFICE = PrinterRow("Office", "Office", 300, is_label=False, is_default=True)
HALL = PrinterRow("Hall", "Hall", 300, is_label=False, is_default=False)


def test_a_sheet_of_labels_is_doubted_on_a_label_printer_only() -> None:
    sheet = PRESETS["sheet:a4-2x4"]
    said = "Zebra prints labels; this is a sheet of 8 labels. Choose another printer or paper."
    assert doubt_about(ZEBRA, sheet) == said
    assert doubt_about(OFFICE, sheet) == doubt_about(None, sheet) == ""


@pytest.mark.parametrize("code", PAPER_SIZES)
def test_what_is_wider_than_a_roll_is_doubted(code: str) -> None:
    assert bool(doubt_about(ZEBRA, PAPER_SIZES[code])) == (code in {"A4", "A5", "letter"})


def test_the_likely_printer_is_offered_first_and_says_why() -> None:
    offered = printers((HALL, ZEBRA, OFFICE), "", is_label=True)
    assert offered[1:] == [
        ("Zebra_ZD", "Zebra (label printer)"),
        ("Office", "Office (the computer's default)"),
        ("Hall", "Hall"),
    ]
    on_sheets = [name for name, _title in printers((HALL, ZEBRA, OFFICE), "gone", is_label=False)]
    assert on_sheets == ["", "Office", "Hall", "Zebra_ZD", "gone"]
