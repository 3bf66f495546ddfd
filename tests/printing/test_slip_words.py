"""A paper of two languages says nothing twice, and breaks no number that fits on a line."""

from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.papers import paper_of
from shopdesk.printing.slip_text import SlipWords

from .papers import PARCEL, asked, saved

WAYBILL = "9400111899223344556677"
BY_POST = replace(PARCEL, courier="usps", courier_name="", waybill=WAYBILL)


def test_a_name_that_the_other_language_has_too_is_said_once() -> None:
    words = SlipWords("both")
    assert words.said("USPS") == "美国邮政 USPS"
    assert words.named("From", "Ann") == "寄件人 From Ann"
    assert SlipWords("en").named("From", "Ann") == "From Ann"
    assert words.named("From", "") == ""


@pytest.mark.parametrize("language", ["both", "en"])
@pytest.mark.parametrize(
    "code", ["100x150", "100x100", "76x130", "4x6in", "A6", "A5", "sheet:a4-2x4"]
)
def test_a_long_waybill_is_not_broken(tmp_path: Path, code: str, language: str) -> None:
    made = draw("packing_slip", [BY_POST], PaperWish(paper_of(code, (), "US"), language, "en"))
    text = asked("pdftotext", "-layout", saved(tmp_path, made.content), "-")
    assert WAYBILL in text
    assert "USPS USPS" not in text
