"""The first page of the day in its window, over a real file."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.pages.today.page import TodayPage
from shopdesk.ui.skin import Skin


class Morning:
    """What a person sees and presses on the page."""

    def __init__(self, window: DeskWindow, qtbot: QtBot) -> None:
        self.window = window
        self.page: TodayPage = window.page_widget("today")
        self.list = self.page.next.list
        self._qtbot = qtbot

    def press(self, key: Qt.Key) -> None:
        """Press a key on the list."""
        QTest.keyClick(self.list, key)

    def until(self, seen: object) -> None:
        """Wait until something is seen."""
        assert callable(seen)
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=10_000)

    def has(self, rows: int) -> None:
        """Wait for so many rows."""
        self.until(lambda: len(self.list.rows) == rows)

    @property
    def titles(self) -> list[str]:
        """What the rows are called."""
        return [words.title for words in self.list.rows]


@pytest.fixture
def open_today(desk: Desk, skin: Skin, qtbot: QtBot) -> Iterator[object]:
    """Open the window on what is in the file by now."""
    windows: list[DeskWindow] = []

    def opened() -> Morning:
        window = DeskWindow(desk, skin)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.page == "today" and window.isActiveWindow())
        return Morning(window, qtbot)

    yield opened
    for window in windows:
        window.end()
