"""Alt and a letter lead to one place of a form."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.i18n import N_
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.mnemonics import (
    mnemonic,
    settle_mnemonics,
    with_free_letter,
    worded_in,
)


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("What was &said", "S", "&What was said"),
        ("&Note", "N", "N&ote"),
        ("&Note", "", "&Note"),
        ("&Ab", "AB", "Ab"),
        ("Q&&A &again", "A", "&Q&&A again"),
        ("备注(&N)", "N", "备注(&A)"),
        ("备注", "N", "备注"),
    ],
)
def test_a_letter_that_is_taken_gives_way(text: str, taken: str, expected: str) -> None:
    assert with_free_letter(text, set(taken)) == expected


class Doubled(FormDialog):
    """Its labels have the letter of the button that saves, and of each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Call")
        self.form.add("said", N_("What was &said"), LineField())
        self.form.add("why", N_("&Why"), LineField())


def test_every_place_of_a_form_has_its_own(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = Doubled(host)
    dialog.show()
    letters = [mnemonic(worded.text()) for worded in worded_in(dialog) if worded.text()]
    letters = [letter for letter in letters if letter]
    assert len(letters) == len(set(letters)) == 3
    assert dialog.save_button.text() == "&Save"


def test_a_button_keeps_keys_of_its_own(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, copying = QPushButton("&Copy all", page), QPushButton("&Copy", page)
    copying.setShortcut("Ctrl+Shift+C")
    settle_mnemonics(page)
    assert first.shortcut() == QKeySequence.mnemonic("&Copy all")
    assert copying.shortcut() == QKeySequence("Ctrl+Shift+C")
