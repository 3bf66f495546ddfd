"""The settings page in its window, over a shop on Tmall with 小李 at the desk."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.shell import PageEntry

PAGES = (PageEntry("settings", "Settings", "settings", SettingsPage, foot=True),)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, PAGES)
    qtbot.addWidget(made)
    made.go("settings")
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    """The page, once all of it is read."""
    made = window.findChild(SettingsPage)
    assert isinstance(made, SettingsPage)
    qtbot.waitUntil(lambda: made.person.person.value() == "小李")
    return made


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    """Return the newest open dialog of a kind."""
    return [found for found in window.findChildren(kind) if found.isVisible()][-1]
