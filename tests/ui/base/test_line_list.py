"""Lines of a form: the focus stays in them when others are shown."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.line_list import LineList, LineRow


class WordRow(LineRow):
    def __init__(self, word: str = "") -> None:
        super().__init__()
        self.field = LineField(20, "word")
        self.field.set_value(word)
        self.first = self.field
        QHBoxLayout(self).addWidget(self.field)


class Words(LineList[WordRow]):
    def new_row(self) -> WordRow:
        return WordRow()


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    found = Words("One more")
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_the_focus_goes_from_a_line_that_goes_to_the_first_that_comes(words: Words) -> None:
    words.show_rows([WordRow("a"), WordRow("b")])
    words.rows[1].field.setFocus()
    words.show_rows([WordRow("c")])
    assert QApplication.focusWidget() is words.rows[0].field


def test_the_focus_leaves_the_link_once_there_are_lines(words: Words) -> None:
    words.setFocus()
    assert words.more.hasFocus()
    words.show_rows([WordRow("a")])
    assert QApplication.focusWidget() is words.rows[0].field
