"""The keyboard stays where it was while a page is shown anew, with a form over it or not."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.focus import keeping_focus


class Page(QWidget):
    """A window whose first stop is not the page that is shown anew."""

    def __init__(self) -> None:
        super().__init__()
        self.elsewhere = QPushButton("Today")
        self.detail = QWidget()
        self.step, self.back = QPushButton("Do it"), QPushButton("Back")
        inner = QVBoxLayout(self.detail)
        inner.addWidget(self.step)
        inner.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.addWidget(self.elsewhere)
        layout.addWidget(self.detail)

    def show_anew(self, *, enabled: bool = True) -> None:
        with keeping_focus(self.detail, self.step, self.back):
            self.step.setEnabled(False)
            self.step.setEnabled(enabled)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    shown = Page()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.step.setFocus()
    return shown


@pytest.mark.filterwarnings("ignore:Function. 'QApplication.setActiveWindow")
def test_the_window_comes_up_while_the_page_is_shown_anew(page: Page, qtbot: QtBot) -> None:
    form = QDialog(page)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    page.show_anew()
    form.close()
    QApplication.setActiveWindow(page)  # at once: a desktop does it before the next timer
    qtbot.waitUntil(page.step.hasFocus)


def test_a_second_showing_before_the_first_gave_back(page: Page, qtbot: QtBot) -> None:
    page.show_anew()
    page.show_anew()
    qtbot.waitUntil(page.step.hasFocus)


def test_another_takes_the_keys_where_nothing_is_left_to_do(page: Page, qtbot: QtBot) -> None:
    page.show_anew(enabled=False)
    qtbot.waitUntil(page.back.hasFocus)


def test_who_went_elsewhere_stays_there(page: Page, qtbot: QtBot) -> None:
    page.show_anew()
    page.elsewhere.setFocus()
    QApplication.processEvents()
    assert page.elsewhere.hasFocus()
