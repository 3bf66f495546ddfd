"""Forms: refusals stand at their field, nothing typed is lost or cut in silence."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import N_
from shopdesk.ui.base.fields import ChoiceField, DateField, LineField, MoneyField, NoteField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.notice import Notice


class NameDialog(FormDialog):
    """Counts how often it was asked to save."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Name")
        self.name = self.form.add("name", N_("&Name"), LineField(5))
        self.note = self.form.add("note", N_("N&ote"), NoteField())
        self.form.settle()
        self.asked = 0

    def save(self) -> None:
        self.asked += 1


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[NameDialog]:
    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    host.show()
    made = NameDialog(host)
    made.open()
    yield made
    host.close()


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(dialog: NameDialog) -> None:
    QTest.keyClicks(dialog.name, "Lin")
    dialog.note.setFocus()
    dialog.refused(FieldError("name", "This name is taken: choose another."))
    assert dialog.form.sentence_at("name") == "This name is taken: choose another."
    assert dialog.name.accessibleDescription() == "This name is taken: choose another."
    assert dialog.focusWidget() is dialog.name
    assert dialog.name.value() == "Lin"
    QTest.keyClicks(dialog.name, "a")
    assert dialog.form.sentence_at("name") == ""


def test_a_refusal_of_no_field_stands_over_them(dialog: NameDialog) -> None:
    dialog.refused(DomainError("Somebody else changed it. Close and look."))
    notice = dialog.form.findChild(Notice)
    assert isinstance(notice, Notice)
    assert notice.isVisible()
    assert notice.sentence == "Somebody else changed it. Close and look."


def test_enter_saves_and_control_enter_too(dialog: NameDialog) -> None:
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.asked == 1
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.asked == 1  # it is being saved
    dialog.refused(DomainError("Not now."))
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.asked == 2


def test_what_is_too_long_is_told_and_not_saved(dialog: NameDialog) -> None:
    dialog.name.insert("云柔家居旗舰店")
    assert dialog.name.value() == "云柔家居旗舰店"
    assert dialog.form.sentence_at("name") == "At most 5 characters fit here: take 2 away."
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.asked == 0


def test_the_window_is_as_high_as_its_sentences(dialog: NameDialog) -> None:
    before = dialog.height()
    dialog.refused(FieldError("name", "This name is taken: choose another."))
    assert dialog.height() > before
    QTest.keyClicks(dialog.name, "Lin")
    assert dialog.height() == before


def test_a_form_too_high_for_the_screen_scrolls(dialog: NameDialog) -> None:
    for n in range(60):
        dialog.form.add(f"field{n}", N_("Name"), LineField(80))
    dialog.form.changed.emit()
    room = dialog.screen().availableGeometry().height()
    assert dialog.height() < room
    last = dialog.form.fields[-1]
    dialog.refused(FieldError("field59", "Choose another."))
    QTest.qWait(20)
    seen = last.visibleRegion().boundingRect()
    assert seen.height() == last.height()
    assert dialog.save_button.geometry().bottom() < dialog.height()


def test_escape_leaves_an_untouched_form(dialog: NameDialog) -> None:
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_escape_asks_when_something_was_typed(dialog: NameDialog) -> None:
    QTest.keyClicks(dialog.name, "Lin")
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.name.value() == "Lin"
    dialog.reject()
    again = dialog.findChildren(QMessageBox)[-1]
    next(button for button in again.buttons() if button.text() == "&Throw away").click()
    assert dialog.isHidden()


def test_every_field_has_a_name_and_a_letter(dialog: NameDialog) -> None:
    assert dialog.name.accessibleName() == "Name"
    assert dialog.note.accessibleName() == "Note"


@pytest.mark.parametrize(
    ("typed", "minor", "complaint"),
    [
        ("12.50", 1250, ""),
        ("", None, ""),
        ("１２", 1200, ""),
        ("-3", -300, "Enter an amount that is not negative."),
        ("twelve", None, "Enter an amount, such as 12.50."),
    ],
)
def test_money_is_read_as_typed(
    qtbot: QtBot, typed: str, minor: int | None, complaint: str
) -> None:
    field = MoneyField("CNY")
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == minor
    assert field.complaint() == complaint


def test_a_date_out_of_bounds_says_which_days_fit(qtbot: QtBot) -> None:
    field = DateField(earliest=date(2026, 11, 5))
    qtbot.addWidget(field)
    field.set_value(date(2026, 11, 4))
    assert field.complaint() == "Choose 2026-11-05 or a later day."
    field.set_value(date(2026, 11, 5))
    assert field.complaint() == ""


def test_a_long_choice_is_searched_and_must_be_one_of_the_list(qtbot: QtBot) -> None:
    field = ChoiceField([(str(n), f"Choice {n}") for n in range(12)])
    qtbot.addWidget(field)
    field.set_value("7")
    assert field.value() == "7"
    field.setEditText("Choi")
    assert field.complaint() == "Choose one from the list."


def test_values_are_those_of_the_draft(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.add("name", N_("&Name"), LineField()).set_value(" Lin ")
    assert form.values() == {"name": "Lin"}
    assert form.is_touched
    form.settle()
    assert not form.is_touched
