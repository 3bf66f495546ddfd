"""What was printed is listed by day, found by any of its numbers, and leads on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from shopdesk.desk import Desk
from shopdesk.ui.pages.printing.again import AGAIN, SHOW
from shopdesk.ui.pages.printing.log_reading import PART
from shopdesk.ui.papers.preview import PaperDialog
from tests.ui.printing.conftest import OpenQueue, Queue, printed

Agreed = Callable[..., list[int]]


def _lines(queue: Queue) -> list[str]:
    log = queue.page.log
    return [log._lines[job].what for job in log.model.ids]


def test_the_newest_stands_first_and_a_day_is_named_once(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    cases = agreed("A1", "A2")
    printed(desk, "return_slip", *cases)
    printed(desk, "inspection_sheet", cases[0])
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.until(lambda: _lines(queue) == ["1 inspection sheet", "2 return slips"])
    log = queue.page.log
    days = [log._lines[job].day for job in log.model.ids]
    assert days == ["Today", ""]
    assert log.job is not None
    assert log.job.person == "小李"


def test_a_job_is_found_by_any_number_in_it(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    cases = agreed("A1", "A2", "A3")
    printed(desk, "return_slip", *cases)
    printed(desk, "inspection_sheet", cases[0])
    with desk.reading() as reader:
        middle = reader.value("SELECT number FROM cases WHERE id = ?", (cases[1],))
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.page.log.finder.setText(middle)
    queue.until(lambda: _lines(queue) == ["3 return slips"])
    queue.page.log.finder.setText("zebra inspection")
    queue.until(lambda: _lines(queue) == ["1 inspection sheet"])
    queue.page.log.finder.setText("nobody")
    queue.until(queue.page.log.empty.isVisible)


def test_older_jobs_are_read_as_one_scrolls(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    (case_id,) = agreed("A1")
    for _nth in range(PART + 10):
        printed(desk, "return_slip", case_id)
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.until(lambda: len(_lines(queue)) == PART)
    bar = queue.page.log.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    queue.until(lambda: len(_lines(queue)) == PART + 10)


def test_a_line_leads_to_its_case(agreed: Agreed, open_queue: OpenQueue, desk: Desk) -> None:
    (case_id,) = agreed("A1")
    printed(desk, "return_slip", case_id)
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.until(queue.action(SHOW).isEnabled)
    queue.action(SHOW).trigger()
    queue.until(lambda: queue.seat.window.page == "returns")
    queue.until(lambda: queue.seat.page("returns").table.chosen == case_id)


def test_of_several_cases_one_is_chosen_from_a_menu(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    cases = agreed("A1", "A2")
    printed(desk, "return_slip", *cases)
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.until(queue.action(SHOW).isEnabled)
    queue.action(SHOW).trigger()
    queue.until(QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    queue.until(lambda: queue.seat.window.page == "returns")
    queue.until(lambda: queue.seat.page("returns").table.chosen == cases[1])


def test_a_number_that_no_case_has_is_refused(agreed: Agreed, open_queue: OpenQueue) -> None:
    agreed("A1")
    queue = open_queue()
    queue.page.take_scan("R-1901-0001")
    queue.until(lambda: "No case has the number “R-1901-0001”" in queue.seat.bar)


def test_a_job_is_printed_again_as_it_was(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    cases = agreed("A1", "A2")
    printed(desk, "return_slip", *reversed(cases))
    queue = open_queue()
    queue.page.show_chip("printed")
    queue.until(queue.action(AGAIN).isEnabled)
    QTest.keyClick(queue.page.log.table, Qt.Key.Key_Return)
    dialog = queue.seat.dialog(PaperDialog)
    assert dialog.document == "return_slip"
    assert (dialog.choice.paper, dialog.choice.language) == ("100x150", "both")
    queue.until(lambda: dialog.lot)
    assert dialog.lot is not None
    assert sorted(dialog.lot.case_ids) == sorted(cases)
    dialog.reject()


def test_a_typed_number_opens_its_paper(agreed: Agreed, open_queue: OpenQueue, desk: Desk) -> None:
    (case_id,) = agreed("A1")
    with desk.reading() as reader:
        number = reader.value("SELECT number FROM cases WHERE id = ?", (case_id,))
    queue = open_queue()
    QTest.keyClicks(queue.page.box, number.lower())
    QTest.keyClick(queue.page.box, Qt.Key.Key_Return)
    dialog = queue.seat.dialog(PaperDialog)
    assert dialog.document == "return_slip"
    dialog.reject()
