"""The Printing page in the whole window, over a real file with returns in it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.desk import Desk
from shopdesk.queries.printing import load_print_jobs
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.services.printing import mark_printed, print_later
from shopdesk.ui.pages.printing.page import PrintingPage
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit, sit

__all__ = ["sit"]


class Queue:
    """What a person at the page does and sees."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        seat.window.go("printing")
        self.page: PrintingPage = seat.page("printing")
        self.until = seat.until

    def has(self, **counts: int) -> None:
        """Wait until so many of each document are listed."""
        state = self.page.state
        self.until(lambda: {lot.document: len(lot.ids) for lot in state.queue.lots} == counts)

    def press(self, key: Qt.Key, target: QWidget | None = None) -> None:
        """Press a key on the rows."""
        QTest.keyClick(target or self.page.queue.table, key)

    def keys(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key with others held, on the rows."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        self.page.queue.table.setFocus()
        QTest.keyClick(self.page.queue.table, key, modifiers)

    def action(self, name: str) -> Any:
        """Return an action of the page."""
        return self.page.actions_of_page[name]

    @property
    def numbers(self) -> list[str]:
        """The numbers that are listed, from the top."""
        return [row.number for row in self.page.state.queue.rows]


OpenQueue = Callable[[], Queue]


@pytest.fixture
def open_queue(sit: Sit) -> OpenQueue:
    """Open the window on the page; what is in the file by now waits on it."""
    return lambda: Queue(sit())


@pytest.fixture
def agreed(desk: Desk) -> Callable[..., list[int]]:
    """Log agreed returns, whose slips wait; returns the cases."""

    def log(*numbers: str, **changes: Any) -> list[int]:
        return [
            make_return(desk, make_order(desk, number), agree=True, **changes) for number in numbers
        ]

    return log


def wish(desk: Desk, document: str, *case_ids: int) -> None:
    """Put a document of cases into the queue."""
    desk.write("Put off", lambda session: print_later(session, document, case_ids))


def printed(desk: Desk, document: str, *case_ids: int, printer: str = "Zebra") -> int:
    """Remember a document as printed; returns the job."""
    draft = PrintedDraft(document, case_ids, "100x150", "both", printer, "printer", len(case_ids))
    desk.write("Printed", lambda session: mark_printed(session, draft))
    with desk.reading() as reader:
        return load_print_jobs(reader, limit=1)[0].id
