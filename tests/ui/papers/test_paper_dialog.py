"""The preview of a paper: chosen for, saved, put off; what is late or refused changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from shopdesk.desk import Desk
from shopdesk.models import Shop
from shopdesk.settings import PaperChoice
from tests.ui.papers.conftest import OpenPaper, jobs, waiting

MM_PER_POINT = 25.4 / 72
CONTROL = Qt.KeyboardModifier.ControlModifier
Returns = Callable[[int], list[int]]


def sheet_mm(page: object) -> tuple[int, int]:
    box = page.mediabox  # type: ignore[attr-defined]
    return round(float(box.width) * MM_PER_POINT), round(float(box.height) * MM_PER_POINT)


def test_paper_and_language_are_chosen_by_keys_and_remembered(
    open_one: OpenPaper, returns: Returns, desk: Desk, tmp_path: Path
) -> None:
    (case_id,) = returns(1)
    paper = open_one("return_slip", [case_id])
    assert paper.dialog.windowTitle().startswith("Return slip R-")
    paper.choose("paper", "A6")
    paper.choose("language", "en")
    assert paper.dialog.foot.line.text() == "1 return slip on 1 page of A6"
    page = paper.save(tmp_path / "slip.pdf").pages[0]
    assert sheet_mm(page) == (105, 148)
    assert "退货单" not in page.extract_text()
    kept = desk.settings.now.paper_choice("return_slip")
    assert (kept.paper, kept.language) == ("A6", "en")
    assert desk.settings.now.paper_choice("packing_slip").paper == "100x150"


def test_saving_twice_marks_once_and_is_taken_back_whole(
    open_one: OpenPaper, returns: Returns, desk: Desk, tmp_path: Path
) -> None:
    ids = returns(2)
    paper = open_one("return_slip", ids)
    for name in ("one.pdf", "two.pdf"):
        paper.save(tmp_path / name)
    paper.says("outcome", "Saved: ")
    paper.until(lambda: jobs(desk) == [("return_slip", "", "file", 2)])
    assert waiting(desk) == []
    paper.press(Qt.Key.Key_Escape)
    paper.until(lambda: paper.is_gone)
    paper.seat.take_back()
    paper.until(lambda: waiting(desk) == ids)
    assert jobs(desk) == []


def test_what_was_saved_counts_as_printed_until_that_is_taken_back(
    open_one: OpenPaper, returns: Returns, desk: Desk, tmp_path: Path
) -> None:
    ids = returns(2)
    paper = open_one("return_slip", ids)
    paper.save(tmp_path / "one.pdf")
    paper.says("marked", "They count as printed.")
    paper.says("outcome", "one.pdf")
    assert waiting(desk) == []
    paper.dialog.notices.button("marked").click()
    paper.until(lambda: waiting(desk) == ids)
    assert not paper.dialog.notices.sentence("marked")
    paper.save(tmp_path / "two.pdf")
    paper.says("marked", "They count as printed.")
    assert waiting(desk) == []


def test_a_half_used_sheet_begins_where_the_arrows_lead_and_goes_on_there(
    open_one: OpenPaper, returns: Returns, desk: Desk, tmp_path: Path
) -> None:
    paper = open_one("return_slip", returns(3))
    paper.choose("paper", "sheet:a4-2x4")
    grid = paper.dialog.side.grid
    assert grid.picture is not None
    before = grid.picture
    paper.press(Qt.Key.Key_Down, target=before)
    paper.until(lambda: "from label 3" in paper.dialog.foot.line.text())
    assert paper.dialog.foot.line.text() == "3 return slips on 1 sheet, from label 3"
    assert sheet_mm(paper.save(tmp_path / "sheet.pdf").pages[0]) == (210, 297)
    paper.until(lambda: desk.settings.now.starts.get("sheet:a4-2x4") == 6)


def test_order_sorts_the_pages_anew(open_one: OpenPaper, returns: Returns, tmp_path: Path) -> None:
    ids = returns(3)
    paper = open_one("return_slip", ids[::-1])
    assert paper.dialog.lot is not None
    assert list(paper.dialog.lot.case_ids) == ids[::-1]
    paper.choose("order", "number")
    assert list(paper.dialog.lot.case_ids) == ids
    first = paper.save(tmp_path / "sorted.pdf").pages[0].extract_text()
    assert paper.dialog.lot.paper.numbers[0] in first


def test_print_again_shows_what_it_was_printed_on_and_remembers_nothing(
    open_one: OpenPaper, returns: Returns, desk: Desk
) -> None:
    paper = open_one("return_slip", returns(1), choice=PaperChoice(paper="4x6in"))
    assert "4 × 6" in paper.dialog.foot.line.text()
    assert desk.settings.now.paper_choice("return_slip").paper == "100x150"


def test_printed_later_waits_in_the_queue(
    open_one: OpenPaper, returns: Returns, desk: Desk
) -> None:
    (case_id,) = returns(1)
    paper = open_one("return_label", [case_id])
    paper.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    paper.until(lambda: waiting(desk, "return_label") == [case_id])
    paper.says("outcome", "waits under Printing")
    assert jobs(desk) == []


def test_a_slip_that_leads_nowhere_says_so(
    open_one: OpenPaper, returns: Returns, desk: Desk
) -> None:
    ids = returns(2)
    desk.write("Moved", lambda session: setattr(session.get(Shop, 1), "return_address", ""))
    paper = open_one("return_slip", ids)
    paper.says("remarks", "has no return address yet")


def test_a_folder_that_is_gone_is_told_and_nothing_is_marked(
    open_one: OpenPaper, returns: Returns, desk: Desk, tmp_path: Path
) -> None:
    ids = returns(1)
    paper = open_one("return_slip", ids)
    paper.dialog.out.save_to(tmp_path / "gone" / "slip.pdf")
    paper.says("outcome", "Check that the disk is connected")
    assert waiting(desk) == ids


def test_asked_to_save_it_asks_for_the_place_once_it_is_drawn(
    open_one: OpenPaper, returns: Returns
) -> None:
    paper = open_one("return_slip", returns(1), save=True)
    dialog = paper.seat.dialog(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.reject()


def test_only_the_newest_choice_is_shown(open_one: OpenPaper, returns: Returns) -> None:
    paper = open_one("return_slip", returns(2))
    shown: list[str] = []
    paper.dialog.maker.made.connect(lambda made: shown.append(made.paper.size.code))
    for code in ("A4", "A5", "60x40"):
        paper.dialog.side.fields["paper"].set_value(code)
    paper.ready()
    paper.until(lambda: shown)
    assert shown == ["60x40"]


def test_what_cannot_be_drawn_can_be_stopped(open_one: OpenPaper, returns: Returns) -> None:
    paper = open_one("return_slip", returns(2))
    paper.dialog.side.fields["paper"].set_value("A4")
    paper.dialog.maker.stop()
    paper.until(lambda: paper.dialog.paper or paper.dialog.notices.sentence("outcome"))
    paper.choose("paper", "A5")
    assert paper.dialog.lot is not None
    assert paper.dialog.lot.paper.size.code == "A5"


@pytest.mark.parametrize("document", ["inspection_sheet", "evidence_pack"])
def test_other_papers_open_alike(open_one: OpenPaper, returns: Returns, document: str) -> None:
    paper = open_one(document, returns(1))
    offered = paper.dialog.side.fields["paper"]
    codes = {offered.itemData(row) for row in range(offered.count())}
    assert "A4" in codes
    assert not any(code.startswith("sheet:") for code in codes)
