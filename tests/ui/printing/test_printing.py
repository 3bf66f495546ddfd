"""What waits is printed on real queues; what is refused goes on waiting."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from shopdesk.desk import Desk
from shopdesk.ui.pages.printing.queue_actions import PRINT, PRINT_ALL
from tests.printers.conftest import (
    _office,
    _zebra,
    office,
    running_system,
    system,
    zebra,
)
from tests.printers.print_system import PrintSystem
from tests.printers.print_system import Queue as PrinterQueue
from tests.ui.printing.conftest import OpenQueue, Queue, wish

__all__ = ["_office", "_zebra", "office", "running_system", "system", "zebra"]

Agreed = Callable[..., list[int]]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _knows_printers(queue: Queue) -> None:
    queue.until(lambda: queue.page.state.printers.is_known)
    queue.until(lambda: queue.page.state.printers.rows)


def test_all_goes_out_each_document_on_its_own_printer(
    agreed: Agreed,
    open_queue: OpenQueue,
    desk: Desk,
    zebra: PrinterQueue,
    office: PrinterQueue,
) -> None:
    cases = agreed("A1", "A2", "A3")
    wish(desk, "inspection_sheet", cases[0])
    desk.settings.choose_paper("return_slip", printer=zebra.name, paper="100x150")
    desk.settings.choose_paper("inspection_sheet", printer=office.name, paper="A4")
    queue = open_queue()
    queue.has(return_slip=3, inspection_sheet=1)
    _knows_printers(queue)
    queue.keys(Qt.Key.Key_P, _CTRL, _SHIFT)
    bar = queue.page.bar
    assert bar.is_asking
    assert "3 return slips on Zebra · 1 inspection sheet on Office" in bar.words.text()
    queue.press(Qt.Key.Key_Space, bar.print_button)
    queue.has()
    assert zebra.output.read_bytes().count(b"^XA") >= 3
    assert office.output.exists()
    queue.until(lambda: not bar.isVisible())
    queue.page.show_chip("printed")
    log = queue.page.log
    queue.until(lambda: len(log.model.ids) == 2)
    assert {log._lines[job].where for job in log.model.ids} == {"Zebra", "Office"}


def test_one_document_is_printed_and_waits_again_when_that_is_undone(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk, zebra: PrinterQueue
) -> None:
    cases = agreed("A1", "A2")
    wish(desk, "inspection_sheet", *cases)
    desk.settings.choose_paper("return_slip", printer=zebra.name, paper="100x150")
    queue = open_queue()
    queue.has(return_slip=2, inspection_sheet=2)
    _knows_printers(queue)
    queue.press(Qt.Key.Key_Space)  # one stays
    queue.keys(Qt.Key.Key_P, _CTRL)
    queue.has(return_slip=1, inspection_sheet=2)
    queue.seat.take_back()
    queue.has(return_slip=2, inspection_sheet=2)


def test_a_document_without_a_printer_is_asked_for_in_place(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk, zebra: PrinterQueue
) -> None:
    wish(desk, "inspection_sheet", *agreed("A1"))
    desk.settings.choose_paper("return_slip", printer=zebra.name)
    queue = open_queue()
    queue.has(return_slip=1, inspection_sheet=1)
    _knows_printers(queue)
    queue.action(PRINT_ALL).trigger()
    assert not queue.page.bar.isVisible()
    head = queue.page.queue.head
    queue.until(lambda: queue.seat.window.focusWidget() is head.printer)
    queue.until(head.notice.isVisible)
    assert head.notice.sentence == "Choose a printer for it first."
    head.printer.set_value(zebra.name)
    assert "first" not in head.notice.sentence
    assert desk.settings.now.paper_choice("inspection_sheet").printer == zebra.name
    queue.action(PRINT_ALL).trigger()
    assert queue.page.bar.is_asking
    queue.press(Qt.Key.Key_Escape, queue.page.bar.print_button)
    assert not queue.page.bar.isVisible()


def test_a_printer_that_is_gone_prints_and_marks_nothing(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk, zebra: PrinterQueue
) -> None:
    agreed("A1")
    desk.settings.choose_paper("return_slip", printer="Attic")
    queue = open_queue()
    queue.has(return_slip=1)
    _knows_printers(queue)
    queue.until(lambda: "Attic is not there any more" in queue.action(PRINT).toolTip())
    assert "Attic is not there any more" in queue.page.queue.head.notice.sentence
    queue.page.outing.start(queue.page.state.lots("return_slip"))
    queue.until(lambda: "Attic" in queue.seat.bar)
    assert queue.seat.count("print_job") == 0
    queue.has(return_slip=1)


def test_a_printer_that_waits_is_told_of_and_can_be_cancelled(
    agreed: Agreed,
    open_queue: OpenQueue,
    desk: Desk,
    system: PrintSystem,
    office: PrinterQueue,
) -> None:
    agreed("A1")
    desk.settings.choose_paper("return_slip", printer=office.name, paper="A5")
    system.run("cupsdisable", office.name)
    try:
        queue = open_queue()
        queue.has(return_slip=1)
        _knows_printers(queue)
        queue.keys(Qt.Key.Key_P, _CTRL)
        queue.until(queue.page.bar.waits.isVisible)
        queue.page.bar.cancel_button.click()
        queue.until(lambda: not queue.page.bar.isVisible())
        assert queue.seat.count("print_job") == 0
    finally:
        system.run("cupsenable", office.name)
