"""Slips are previewed, saved and given to a printer at their exact size."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from shopdesk.models import Shop
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.slip_preview import SlipPreview, open_slips
from shopdesk.ui.dialogs.slip_printing import fitting_dpi, set_paper
from tests.ui.returns.conftest import Story

MM_PER_POINT = 25.4 / 72


def _page_mm(file: Path, number: int = 0) -> tuple[float, float]:
    box = pypdf.PdfReader(file).pages[number].mediabox
    return round(float(box.width) * MM_PER_POINT), round(float(box.height) * MM_PER_POINT)


def _preview(story: Story, *case_ids: int) -> SlipPreview:
    preview = open_slips(story.window.bench, case_ids)
    story.until(lambda: preview.paper)
    return preview


def test_a_slip_is_saved_and_marked_once(
    returns_of: Callable[..., int], open_page: Callable[[], Story], tmp_path: Path
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    story.until(lambda: story.page.slips.ids == [case_id])
    preview = _preview(story, case_id)
    for name in ("one.pdf", "two.pdf"):
        preview.save_to(tmp_path / name)
        story.until((tmp_path / name).exists)
    story.until(lambda: story.record(case_id).slip_printed_at)
    assert _page_mm(tmp_path / "one.pdf") == (100, 150)
    events = [entry.event for entry in story.record(case_id).timeline]
    assert events.count("slip") == 1
    story.until(lambda: story.page.slips.ids == [])
    preview.reject()


def test_a_slip_that_leads_nowhere_says_so(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    story.desk.write("Moved", lambda session: setattr(session.get(Shop, 1), "return_address", ""))
    preview = _preview(story, case_id)
    notice = preview.side.findChild(Notice)
    assert notice is not None
    assert "has no return address yet" in notice.sentence
    preview.reject()


def test_saving_from_the_menu_asks_for_the_file_at_once(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of(agree=True)
    story = open_page()
    story.page.case_actions.actions["save_slip"].trigger()
    dialog = story.dialog(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.reject()
    story.dialog(SlipPreview).reject()


def test_paper_and_language_are_remembered(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    preview = _preview(story, case_id)
    before = preview.paper
    preview.side._sizes._pick("A5")
    story.until(lambda: preview.paper is not before)
    assert preview.paper is not None
    assert preview.paper.size.code == "A5"
    assert story.desk.settings.now.slip_size == "A5"
    preview.reject()


def test_a_folder_that_is_gone_is_told_in_the_preview(
    returns_of: Callable[..., int], open_page: Callable[[], Story], tmp_path: Path
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    preview = _preview(story, case_id)
    preview.save_to(tmp_path / "gone" / "slip.pdf")
    story.until(lambda: "Check that the disk is connected" in preview.side._notice.sentence)
    assert story.record(case_id).slip_printed_at is None
    preview.reject()


def test_two_slips_are_printed_on_two_exact_sheets(
    returns_of: Callable[..., int], open_page: Callable[[], Story], tmp_path: Path
) -> None:
    cases = returns_of("A1", agree=True), returns_of("A2", agree=True)
    story = open_page()
    preview = _preview(story, *cases)
    assert preview.paper is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_paper(printer, preview.paper.size)
    preview.print_on(printer)
    story.until(lambda: all(story.record(case_id).slip_printed_at for case_id in cases))
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 2
    assert _page_mm(tmp_path / "printed.pdf", 1) == (100, 150)
    preview.reject()


@pytest.mark.parametrize(
    ("supported", "dpi"),
    [([203], 203), ([203, 300], 300), ([300, 600, 1200], 600), ([1200], 300), ([], 300)],
)
def test_pages_are_drawn_at_the_printers_own_dots(supported: list[int], dpi: int) -> None:
    assert fitting_dpi(supported) == dpi
