"""The returns page in the real window, over a real file with one order in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.returns.detail import ReturnDetailView
from shopdesk.ui.pages.returns.page import ReturnsPage
from shopdesk.ui.shell import PageEntry
from tests.making import make_order, make_return

DialogT = TypeVar("DialogT", bound=QWidget)


@dataclass
class Story:
    """What a person at the page does and sees."""

    desk: Desk
    window: MainWindow
    page: ReturnsPage
    qtbot: QtBot

    @property
    def detail(self) -> ReturnDetailView:
        found = self.page.detail
        assert isinstance(found, ReturnDetailView)
        return found

    def press(self, key: Qt.Key, target: QWidget | None = None) -> None:
        if target is None:
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
            self.page.table.setFocus()
        QTest.keyClick(target or self.page.table, key)

    def until(self, seen: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)

    def dialog(self, kind: type[DialogT]) -> DialogT:
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def state(self, case_id: int) -> str:
        return self.record(case_id).state

    def record(self, case_id: int) -> ReturnDetail:
        with self.desk.reading() as reader:
            found = load_return_detail(reader, case_id)
        assert found is not None
        return found

    def words(self, of: QWidget) -> str:
        """All that the labels of a widget say."""
        return "\n".join(label.text() for label in of.findChildren(QLabel))

    def shown(self) -> str:
        """The state that the detail acts on."""
        found = self.page.case_actions.found
        return found.state if found else ""


@pytest.fixture
def returns_of(desk: Desk) -> Callable[..., int]:
    """Log a return of a new order of its own."""

    def log(number: str = "3398120571", **changes: Any) -> int:
        return make_return(desk, make_order(desk, number), **changes)

    return log


@pytest.fixture
def open_page(desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], Story]]:
    """Open the window on the returns page; what is logged before is on it."""
    opened: list[MainWindow] = []

    def show() -> Story:
        pages = (
            PageEntry("returns", N_("Returns"), "rotate-ccw", ReturnsPage),
            PageEntry("orders", N_("Orders"), "receipt", lambda _bench: QWidget()),
            PageEntry("customers", N_("Customers"), "users", lambda _bench: QWidget()),
        )
        window = MainWindow(desk, pages)
        opened.append(window)
        window.show()
        window.go("returns")
        page = window.findChild(ReturnsPage)
        assert page is not None
        story = Story(desk, window, page, qtbot)
        story.until(page.frame._foot.text)
        story.until(lambda: page.case_actions.found or not page.model.ids)
        return story

    yield show
    for window in opened:
        window.close()
