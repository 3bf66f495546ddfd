"""A choice is found by typing: what stands there gives way, the only match is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.i18n import N_
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form import Form

CHOICES = [
    ("", "Choose, or type a part of it"),
    ("late", "On its way: Delivered late"),
    ("lost", "On its way: Lost"),
    ("genuine", "Other: Is it genuine?"),
    ("price", "Other: Price dropped"),
]


class Asking(QWidget):
    """A searched choice and a line after it, on a form."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.field = self.form.add("situation", N_("&Situation"), ChoiceField(search_from=0))
        self.field.set_choices(CHOICES)
        self.line = self.form.add("name", N_("&Name"), LineField())
        self.saved = 0
        self.form.submitted.connect(self._save)
        QVBoxLayout(self).addWidget(self.form)

    def _save(self) -> None:
        self.saved += 1

    def type(self, text: str) -> None:
        QTest.keyClicks(self._target(), text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.activePopupWidget() or self._target(), key)

    def _target(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    shown = Asking()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.field.setFocus()
    line = shown.field.lineEdit()
    assert line is not None
    qtbot.waitUntil(line.hasSelectedText)
    return shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_the_only_match_is_taken(asking: Asking, key: Qt.Key) -> None:
    asking.type("deliv")
    asking.press(key)
    assert asking.field.value() == "late"
    assert asking.field.currentText() == "On its way: Delivered late"
    assert asking.saved == 0
    assert asking.form.sentence_at("situation") == ""


def test_down_and_enter_take_what_is_shown_under_the_typing(asking: Asking) -> None:
    asking.type("price")
    asking.press(Qt.Key.Key_Down)
    asking.press(Qt.Key.Key_Return)
    assert asking.field.value() == "price"


@pytest.mark.parametrize("typed", ["on its", "nonsense"])
def test_a_text_that_fits_several_or_none_is_told_on_leaving(asking: Asking, typed: str) -> None:
    asking.type(typed)
    assert asking.form.sentence_at("situation") == ""
    asking.press(Qt.Key.Key_Tab)
    assert asking.form.sentence_at("situation") == "Choose one from the list."


def test_the_choice_of_before_is_right_again(asking: Asking) -> None:
    asking.field.set_value("lost")
    asking.field.setEditText("")
    asking.type("nonsense")
    asking.press(Qt.Key.Key_Tab)
    assert asking.form.sentence_at("situation")
    asking.field.setFocus()
    asking.field.setEditText("")
    asking.type("Lost")
    asking.press(Qt.Key.Key_Tab)
    assert asking.field.value() == "lost"
    assert asking.form.sentence_at("situation") == ""


def test_nothing_typed_is_no_choice(asking: Asking) -> None:
    asking.field.set_value("lost")
    asking.field.setEditText("")
    asking.press(Qt.Key.Key_Tab)
    assert asking.field.value() == ""
