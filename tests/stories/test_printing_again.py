"""The same paper a second time, from another label, from the command line, from an older file."""

from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.settings import SettingsFile
from shopdesk.storage.connection import connect
from shopdesk.storage.migrations import HISTORY, fingerprint
from shopdesk.ui.papers.preview import PaperDialog
from tests.cli.conftest import Shop, shopdesk
from tests.printers.conftest import _office, office, running_system, system
from tests.printers.print_system import Queue
from tests.printing.papers import asked
from tests.services.reshipping import of_order
from tests.stories.conftest import Seat, Sit
from tests.ui.papers.conftest import jobs, returns, waiting

__all__ = ["_office", "office", "returns", "running_system", "shopdesk", "system"]

SHEET = "sheet:a4-2x4"
Returns = Callable[[int], list[int]]
TakeOut = Callable[[], Path]


def number_of(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT number FROM cases WHERE id = ?", (case_id,)))


@pytest.fixture
def take_out(office: Queue, tmp_path: Path) -> TakeOut:
    """Take what came out of the printer away, each time to a place of its own."""
    places = (tmp_path / f"{nth}.pdf" for nth in count())
    return lambda: office.output.rename(next(places))


@pytest.fixture
def typed(shopdesk: Shop, desk: Desk) -> Shop:
    """Type a command to the shop that the window shows."""
    return lambda *words: shopdesk(*words, "--data-dir", desk.folder.root)


def eighths(path: Path) -> list[str]:
    """Return the words of each label of the first sheet, row by row: two beside each other."""
    area = ("-l", "1", "-W", "297", "-H", "210")  # in points
    return [
        asked("pdftotext", *area, "-x", f"{297 * column}", "-y", f"{210 * row}", path, "-")
        for row in range(4)
        for column in range(2)
    ]


def labels_with(path: Path, *numbers: str) -> list[int]:
    """Return on which labels of the first sheet some numbers stand, counted from 1."""
    words = eighths(path)
    return [n for number in numbers for n, text in enumerate(words, 1) if number in text]


def preview(seat: Seat) -> PaperDialog:
    """Wait for the dialog with its paper drawn, and for the printers."""
    dialog = seat.dialog(PaperDialog)
    seat.until(lambda: dialog.paper and dialog.printers.is_known)
    seat.until(dialog.isActiveWindow)
    return dialog


def test_a_sheet_begun_at_label_3_is_gone_on_with_by_the_command_line(
    sit: Sit, desk: Desk, returns: Returns, typed: Shop, take_out: TakeOut
) -> None:
    first, second, third = returns(3)
    desk.settings.choose_paper("return_slip", printer="Office", paper=SHEET)
    desk.settings.change(starts={SHEET: 3})
    seat = sit()
    seat.open_return(first)
    seat.press(Qt.Key.Key_P, control=True)
    dialog = preview(seat)
    assert dialog.foot.line.text() == "1 return slip on 1 sheet, from label 3"
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    seat.until(lambda: waiting(desk) == [second, third])
    assert labels_with(take_out(), number_of(desk, first)) == [3]
    assert SettingsFile(desk.settings.path).now.starts == {SHEET: 4}
    answer = typed("slip", "--waiting", "--printer", "Office")
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.out.endswith("2 return slips: printed on Office.\n")
    rest = [number_of(desk, case_id) for case_id in (second, third)]
    assert labels_with(take_out(), *rest) == [4, 5]
    assert waiting(desk) == []
    assert SettingsFile(desk.settings.path).now.starts == {SHEET: 6}
    assert jobs(desk) == [
        ("return_slip", "Office", "printer", 2),
        ("return_slip", "Office", "printer", 1),
    ]


def test_a_line_of_the_log_comes_out_again_as_it_was(
    sit: Sit, desk: Desk, returns: Returns, typed: Shop, take_out: TakeOut
) -> None:
    ids = returns(2)
    number = number_of(desk, ids[1])
    words = ("slip", "--waiting", "--size", "A6", "--language", "en", "--printer", "Office")
    typed(*words)
    before = take_out()
    desk.settings.choose_paper("return_slip", paper="A5", language="zh_CN")
    seat = sit()
    seat.window.go("printing")
    page = seat.page("printing")
    page.show_chip("printed")
    seat.until(lambda: page.log.model.ids and page.state.printers.is_known)
    page.log.table.setFocus()
    seat.press(Qt.Key.Key_Return)
    dialog = preview(seat)
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    seat.until(lambda: len(jobs(desk)) == 2)
    again = take_out()
    assert number in PdfReader(again).pages[1].extract_text()
    assert [page.extract_text() for page in PdfReader(again).pages] == [
        page.extract_text() for page in PdfReader(before).pages
    ]
    assert desk.settings.now.paper_choice("return_slip").paper == "A5"


def test_the_window_and_the_command_line_make_the_same_bytes(
    sit: Sit, desk: Desk, returns: Returns, typed: Shop, tmp_path: Path
) -> None:
    ids = returns(3)
    desk.settings.choose_paper("return_slip", paper="4x6in", language="both", order="number")
    words = ("slip", "--waiting", "--no-mark", "-o", tmp_path / "typed.pdf")
    assert typed(*words).code == 0
    seat = sit()
    seat.window.go("printing")
    page = seat.page("printing")
    seat.until(lambda: page.state.ticked("return_slip") == tuple(ids))
    page.doing.preview()
    dialog = preview(seat)
    dialog.out.save_to(tmp_path / "seen.pdf")
    seat.until(lambda: waiting(desk) == [])
    assert (tmp_path / "seen.pdf").read_bytes() == (tmp_path / "typed.pdf").read_bytes()
    dialog.reject()


def test_a_file_of_before_the_papers_prints_what_waits_in_it(
    desk: Desk, returns: Returns, typed: Shop, tmp_path: Path
) -> None:
    back, out = returns(2), [of_order(desk)]
    cases = {"slip": back, "packing-slip": out, "address-label": out}
    named = {name: [number_of(desk, case_id) for case_id in ids] for name, ids in cases.items()}
    desk.database.checkpoint()
    desk.close()
    without_papers(desk.folder.database)
    for command, numbers in named.items():
        path = tmp_path / f"{command}.pdf"
        assert typed(command, "--waiting", "-o", path).code == 0
        pages = [page.extract_text() for page in PdfReader(path).pages]
        assert all(number in page for number, page in zip(numbers, pages, strict=True))
        assert typed(command, "--waiting", "-o", path).out == "Nothing waits to be printed.\n"


def without_papers(path: Path) -> None:
    """Take away what revision 0004 added, so that the file is one of 0003."""
    before = HISTORY.named("0003")
    assert before is not None
    with closing(connect(path)) as connection:
        for table in ("print_item", "print_job", "print_wish", "label_sheet", "shop_paper"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
        connection.execute("PRAGMA user_version = 3")
        assert fingerprint(connection) == before.fingerprint
