"""Printing on a real queue from the dialog: out means marked, and nothing else does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QPushButton

from shopdesk.desk import Desk
from shopdesk.errors import ShopDeskError
from shopdesk.settings import PaperChoice
from shopdesk.ui.papers.lots import PrintLot
from shopdesk.ui.papers.run import PrintRun
from tests.making import make_order, make_return
from tests.printers.print_system import PrintSystem, Queue
from tests.services.reshipping import of_order
from tests.stories.conftest import Sit
from tests.ui.papers.conftest import OpenPaper, jobs, waiting

CONTROL = Qt.KeyboardModifier.ControlModifier
Returns = Callable[[int], list[int]]


def out_of(queue: Queue) -> PdfReader:
    return PdfReader(BytesIO(queue.output.read_bytes()))


def test_enter_prints_on_the_remembered_printer_and_undo_lets_it_wait_again(
    open_one: OpenPaper, returns: Returns, desk: Desk, office: Queue
) -> None:
    ids = returns(2)
    desk.settings.choose_paper("return_slip", printer="Office", paper="A6")
    paper = open_one("return_slip", ids)
    paper.until(lambda: paper.dialog.printers.is_known)
    assert paper.dialog.side.fields["printer"].currentText() == "Office"
    paper.press(Qt.Key.Key_Return)
    paper.until(lambda: paper.is_gone and jobs(desk))
    assert jobs(desk) == [("return_slip", "Office", "printer", 2)]
    assert waiting(desk) == []
    assert len(out_of(office).pages) == 2
    toast = paper.seat.window.shell.toast
    paper.until(lambda: toast.sentence == "Printed: 2 return slips on Office.")
    paper.seat.take_back()
    paper.until(lambda: waiting(desk) == ids)


def test_a_waiting_printer_is_said_and_cancelling_marks_nothing(
    open_one: OpenPaper, returns: Returns, desk: Desk, office: Queue, system: PrintSystem
) -> None:
    ids = returns(1)
    desk.settings.choose_paper("return_slip", printer="Office")
    system.run("cupsdisable", "Office")
    try:
        paper = open_one("return_slip", ids)
        paper.says("printer", "Office is stopped.")
        paper.press(Qt.Key.Key_P, CONTROL)
        paper.says("outcome", "Office is stopped.")
        assert not paper.dialog.progress.isHidden()
        paper.dialog._cancel()
        paper.says("outcome", "Printing was cancelled.")
    finally:
        system.run("cupsenable", "Office")
    assert paper.dialog.progress.isHidden()
    assert paper.dialog.choice.printer == "Office"
    assert (waiting(desk), jobs(desk)) == (ids, [])


def test_a_closed_dialog_prints_on_and_the_window_tells(
    open_one: OpenPaper, returns: Returns, desk: Desk, office: Queue, system: PrintSystem
) -> None:
    ids = returns(1)
    desk.settings.choose_paper("return_slip", printer="Office")
    system.run("cupsdisable", "Office")
    try:
        paper = open_one("return_slip", ids)
        paper.press(Qt.Key.Key_P, CONTROL)
        paper.until(lambda: paper.dialog.out.run)
        paper.press(Qt.Key.Key_Escape)
        window = paper.seat.window
        paper.until(lambda: "Office is stopped." in window.shell.bar.sentence)
        window.close()
        box = paper.seat.dialog(QMessageBox)
        assert box.text() == "0 of 1 papers are printed. Stop printing and close?"
        box.reject()
        assert window.isVisible()
    finally:
        system.run("cupsenable", "Office")
    paper.until(lambda: jobs(desk))
    paper.until(lambda: window.shell.toast.sentence == "Printed: 1 return slip on Office.")
    assert waiting(desk) == []


def test_a_printer_that_is_gone_prints_nothing_until_another_is_chosen(
    open_one: OpenPaper, returns: Returns, desk: Desk, office: Queue
) -> None:
    ids = returns(1)
    desk.settings.choose_paper("return_slip", printer="Old one")
    paper = open_one("return_slip", ids)
    paper.says("printer", "Old one is not there any more.")
    button = paper.dialog.foot.print_button
    assert not button.isEnabled()
    assert "Choose another printer" in button.toolTip()
    paper.choose("printer", "Office")
    paper.until(button.isEnabled)
    assert paper.dialog.notices.sentence("printer") == ""
    assert (waiting(desk), jobs(desk)) == (ids, [])


def test_lots_go_to_their_own_printers_and_a_refusal_holds_no_other_up(
    sit: Sit, desk: Desk, office: Queue
) -> None:
    back, out = make_return(desk, make_order(desk), agree=True), of_order(desk)
    seat = sit()
    first = PrintLot("return_slip", (back,), PaperChoice("A5", "en", "Office"))
    gone = PrintLot("packing_slip", (out,), PaperChoice("A5", "en", "Gone"))
    never = PrintLot("address_label", (out,), PaperChoice("A6", "en", "Gone"))
    run = PrintRun(seat.window.bench, [gone, never, first], seat.window.shell)
    refused: list[ShopDeskError] = []
    run.refused.connect(refused.append)
    run.start()
    seat.until(lambda: refused and jobs(desk))
    assert "Gone" in refused[0].sentence
    assert jobs(desk) == [("return_slip", "Office", "printer", 1)]
    assert waiting(desk, "packing_slip") == [out]
    seat.until(lambda: "1 return slip on Office" in seat.window.shell.toast.sentence)


def test_a_lot_that_nobody_is_sure_of_is_marked_by_the_person(
    sit: Sit, desk: Desk, office: Queue, system: PrintSystem
) -> None:
    back, out = make_return(desk, make_order(desk), agree=True), of_order(desk)
    seat = sit()
    shell = seat.window.shell
    lots = [
        PrintLot("return_slip", (back,), PaperChoice("A5", "en", "Office")),
        PrintLot("packing_slip", (out,), PaperChoice("A5", "en", system.add("Later").name)),
    ]
    system.run("cupsdisable", "Later")
    run = PrintRun(seat.window.bench, lots, shell)
    run.start()
    seat.until(lambda: "Later" in system.run("lpstat", "-o", "Later"))
    system.run("cancel", "-a", "-x", "Later")
    seat.until(lambda: "Look at the printer" in shell.bar.sentence)
    seat.until(lambda: shell.toast.sentence == "Printed: 1 return slip on Office.")
    assert jobs(desk) == [("return_slip", "Office", "printer", 1)]
    step = next(one for one in shell.bar.findChildren(QPushButton) if "mark" in one.text())
    step.click()
    seat.until(lambda: jobs(desk)[0] == ("packing_slip", "Later", "printer", 1))
    assert waiting(desk, "packing_slip") == []
    seat.until(lambda: shell.toast.sentence == "Printed: 1 packing slip on Later.")


def test_the_systems_dialog_prints_exact_sheets(
    open_one: OpenPaper, returns: Returns, desk: Desk, office: Queue
) -> None:
    paper = open_one("return_slip", returns(2))
    with ThreadPoolExecutor(1) as thread:  # a new one asks CUPS anew where it is
        device = thread.submit(_office_as_the_dialog_gives_it).result(20)
    paper.dialog.out.print_on(device)
    paper.until(lambda: jobs(desk) == [("return_slip", "Office", "printer", 2)])
    paper.until(office.output.exists)


def _office_as_the_dialog_gives_it() -> QPrinter:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setPrinterName("Office")
    return device
