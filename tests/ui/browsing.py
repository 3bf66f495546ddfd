"""A real window with the pages that lead to each other, over a real file."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.ui.base.toast import Toast
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.customers.page import CustomersPage
from shopdesk.ui.pages.importing.page import ImportPage
from shopdesk.ui.pages.orders.page import OrdersPage
from shopdesk.ui.shell import PageEntry
from shopdesk.ui.workbench import Workbench

WidgetT = TypeVar("WidgetT", bound=QWidget)


class Stub(QWidget):
    """Another developer's page: remembers which record it was asked to open."""

    def __init__(self, _bench: Workbench) -> None:
        super().__init__()
        self.opened: int | None = None

    def open_record(self, record_id: int) -> None:
        self.opened = record_id


PAGES = (
    PageEntry("orders", N_("Orders"), "receipt", OrdersPage),
    PageEntry("customers", N_("Customers"), "users", CustomersPage),
    PageEntry("importing", N_("Import orders"), "upload", ImportPage),
    PageEntry("returns", N_("Returns"), "rotate-ccw", Stub),
    PageEntry("new_return", N_("New return"), "plus", Stub),
)


class Browser:
    """A window, and what a person does in it."""

    def __init__(
        self, qtbot: QtBot, desk: Desk, first: str, pages: Sequence[PageEntry] = PAGES
    ) -> None:
        self.desk = desk
        self.window = MainWindow(desk, pages)
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.go(first)
        self.until(self.window.isActiveWindow)

    def go(self, key: str, record_id: int | None = None) -> None:
        self.window.go(key, record_id)

    def page(self, kind: type[QWidget]) -> Any:
        found = self.window.findChild(kind)
        assert found is not None
        return found

    def seen(self, kind: type[WidgetT], within: QWidget) -> WidgetT:
        """Return the first visible widget of a kind; what was cleared away does not count."""
        self.until(lambda: any(child.isVisible() for child in within.findChildren(kind)))
        return next(child for child in within.findChildren(kind) if child.isVisible())

    def press(self, key: Qt.Key, target: QWidget | None = None) -> None:
        QTest.keyClick(target or self.window.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def undo(self) -> None:
        toast = self.window.findChild(Toast)
        assert toast is not None
        self.until(toast.isVisible)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def find(self) -> None:
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    def until(self, seen: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)
