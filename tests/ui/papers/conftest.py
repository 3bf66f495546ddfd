"""The window with cases whose papers are asked for, and a print system of the tests' own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.desk import Desk
from shopdesk.ui.papers.preview import PaperDialog, open_paper
from tests.making import make_order, make_return
from tests.printers.conftest import _office, office, running_system, system
from tests.stories.conftest import Seat, Sit, sit

__all__ = ["_office", "office", "running_system", "sit", "system"]


class Paper:
    """What a person at the dialog does and sees."""

    def __init__(self, seat: Seat, document: str, case_ids: list[int], **asked: Any) -> None:
        self.seat = seat
        self.until = seat.until
        self.dialog: PaperDialog = open_paper(seat.window.bench, document, case_ids, **asked)
        self.ready()

    def ready(self) -> None:
        """Wait until the paper is there as it is asked for now."""
        self.until(lambda: self.dialog.paper)

    def press(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        target: QWidget | None = None,
    ) -> None:
        """Press a key where the focus of the dialog is."""
        self.until(self.dialog.isActiveWindow)
        QTest.keyClick(target or self.dialog.focusWidget() or self.dialog, key, held)

    def choose(self, field: str, code: str) -> None:
        """Walk a choice down by the arrow until a code stands there."""
        box = self.dialog.side.fields[field]
        box.setFocus()
        self.press(Qt.Key.Key_Home, target=box)
        while box.value() != code:
            before = box.value()
            self.press(Qt.Key.Key_Down, target=box)
            assert box.value() != before, f"{field} has no {code}"
        self.ready()

    def says(self, matter: str, words: str) -> None:
        """Wait until something is said about a matter."""
        self.until(lambda: words in self.dialog.notices.sentence(matter))

    def save(self, place: Path) -> PdfReader:
        """Save the paper, and read it back."""
        self.dialog.out.save_to(place)
        self.until(place.exists)
        return PdfReader(place)

    @property
    def is_gone(self) -> bool:
        """Whether the dialog has been closed."""
        return not self.seat.window.findChildren(PaperDialog)


OpenPaper = Callable[..., Paper]


@pytest.fixture
def open_one(sit: Sit) -> OpenPaper:
    """Sit down and open the paper of some cases."""
    return lambda document, ids, **asked: Paper(sit(), document, list(ids), **asked)


@pytest.fixture
def returns(desk: Desk) -> Callable[[int], list[int]]:
    """Log so many agreed returns, each of an order of its own."""

    def log(count: int) -> list[int]:
        numbers = [f"33981205{n:02}" for n in range(count)]
        return [make_return(desk, make_order(desk, number), agree=True) for number in numbers]

    return log


def waiting(desk: Desk, document: str = "return_slip") -> list[int]:
    """Return the cases whose document waits to be printed."""
    from shopdesk.queries.print_queue import find_waiting_ids

    with desk.reading() as reader:
        return find_waiting_ids(reader, document)


def jobs(desk: Desk) -> list[tuple[str, str, str, int]]:
    """Return what was printed: document, printer, way, cases; the newest first."""
    from shopdesk.queries.printing import load_print_jobs

    with desk.reading() as reader:
        found = load_print_jobs(reader)
    return [(job.document, job.printer, job.way, job.count) for job in found]
