"""Printers beside each other: none waits for another, and all that was wrong is told."""

import threading
from collections.abc import Callable

import pytest

from shopdesk.printers import PrintCancelledError, PrinterError, Step
from shopdesk.settings import PaperChoice
from shopdesk.ui.papers.lanes import Lanes
from shopdesk.ui.papers.lots import PrintedLot, PrintedSoFar, PrintLot

PATIENCE_S = 5


def lot(printer: str, count: int = 1) -> PrintLot:
    return PrintLot("return_slip", tuple(range(count)), PaperChoice(printer=printer))


class Office:
    """Printers whose trouble the test says; what they tell is kept."""

    def __init__(self) -> None:
        self.heard: list[PrintedSoFar] = []
        self.out: list[PrintedLot] = []
        self.stop = threading.Event()
        self.office_is_out = threading.Event()

    def print(self, *lots: PrintLot) -> None:
        Lanes(lots, self.print_one, self.heard.append, self.take_out, self.stop.is_set).print_all()

    def take_out(self, printed: PrintedLot) -> None:
        self.out.append(printed)
        if printed.printer == "Office":
            self.office_is_out.set()

    def print_one(
        self, one: PrintLot, tell: Callable[[Step], object], _stop: Callable[[], bool]
    ) -> PrintedLot:
        name = one.choice.printer
        if name.startswith("Gone"):
            raise PrinterError(f"{name} is gone.")
        if name == "Zebra":
            tell(Step(0, 2, "Zebra is out of paper."))
            assert self.office_is_out.wait(PATIENCE_S)
        tell(Step(2, 2, ""))
        return PrintedLot(one, name, None, one.count)


def test_a_printer_that_waits_holds_no_other_up() -> None:
    office = Office()
    office.print(lot("Zebra", 3), lot("Office", 2))
    assert [printed.printer for printed in office.out] == ["Office", "Zebra"]
    assert PrintedSoFar(2, 5, "Zebra is out of paper.") in office.heard
    assert office.heard[-1] == PrintedSoFar(5, 5)


def test_each_trouble_is_told_once_and_the_others_are_out() -> None:
    office = Office()
    with pytest.raises(PrinterError) as refused:
        office.print(lot("Gone 1"), lot("Gone 1"), lot("Office"), lot("Gone 2"))
    assert refused.value.sentence == "Gone 1 is gone.\nGone 2 is gone."
    assert [printed.printer for printed in office.out] == ["Office"]


def test_nothing_more_is_begun_once_it_is_cancelled() -> None:
    office = Office()
    office.stop.set()
    with pytest.raises(PrintCancelledError):
        office.print(lot("Office"), lot("Zebra"))
    assert office.out == []
