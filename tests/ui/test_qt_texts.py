"""Qt's own words follow the language of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.i18n import current_language
from shopdesk.ui.qt_texts import speak_in_windows


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    speak_in_windows("en")
    QLocale.setDefault(before)


def test_buttons_and_menus_that_qt_words_are_chinese() -> None:
    speak_in_windows("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    field = QLineEdit()
    menu = field.createStandardContextMenu()
    assert current_language() == "zh_CN"
    assert box.buttons()[0].text() == "取消"
    assert "复制" in " ".join(action.text() for action in menu.actions())


def test_the_calendar_names_days_in_the_language(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    speak_in_windows("zh_CN")
    calendar = QCalendarWidget(window)  # in a window that was open before
    assert "周" in calendar.locale().dayName(1, QLocale.FormatType.ShortFormat)


def test_going_back_to_english_leaves_no_chinese() -> None:
    speak_in_windows("zh_CN")
    speak_in_windows("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().dayName(1) == "Monday"


def test_a_language_without_words_of_qt_is_spoken_all_the_same() -> None:
    speak_in_windows("en_XA")
    assert current_language() == "en_XA"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
