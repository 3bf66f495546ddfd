"""The form in the real window, on a real file, with a place where saved returns are shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.ui.main_window import MainWindow, PageEntry
from shopdesk.ui.pages.new_return.page import NewReturnPage
from shopdesk.ui.workbench import Workbench


class ShownReturns(QWidget):
    """Stands in for the list of returns: remembers which one it was asked to open."""

    def __init__(self, _bench: Workbench) -> None:
        super().__init__()
        self.opened: list[int] = []

    def open_record(self, record_id: int) -> None:
        self.opened.append(record_id)


class FormAtWork:
    """The window with the form in it, and hands to type with."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._desk = desk
        self._qtbot = qtbot
        entries = (
            PageEntry("returns", N_("Returns"), "rotate-ccw", ShownReturns),
            PageEntry("new_return", N_("New return"), "plus", NewReturnPage),
        )
        self.window = MainWindow(desk, entries)
        self.failures: list[object] = []
        self.window.operations.failed.connect(self.failures.append)
        self.window.go("returns")
        self.window.go("new_return")
        self.window.show()
        self.page.start()

    @property
    def page(self) -> NewReturnPage:
        found = self.window.findChild(NewReturnPage)
        assert found is not None
        return found

    @property
    def opened(self) -> list[int]:
        found = self.window.findChild(ShownReturns)
        assert found is not None
        return found.opened

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self._focus(), key, held)

    def wait_until(self, there: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(there)

    def wait_for_order(self, number: str) -> None:
        def there() -> bool:
            order = self.page.sheet.order
            return order is not None and order.number == number

        self._qtbot.waitUntil(there)

    def wait_for_hits(self, count: int) -> None:
        hits = self.page.sheet.order_card.finder.hits
        self._qtbot.waitUntil(lambda: not hits.isHidden() and hits.model().rowCount() == count)

    def wait_for_sentence(self, name: str) -> str:
        sheet = self.page.sheet
        self._qtbot.waitUntil(lambda: bool(sheet.sentence_at(name)))
        return sheet.sentence_at(name)

    def wait_for_saved(self) -> ReturnDetail:
        self._qtbot.waitUntil(lambda: bool(self.opened))
        with self._desk.reading() as reader:
            found = load_return_detail(reader, self.opened[-1])
        assert found is not None
        return found

    def _focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Iterator[FormAtWork]:
    """The form, open and empty, with the order box ready to type in."""
    at_work = FormAtWork(desk, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield at_work
    at_work.window.close()
    assert at_work.failures == []
