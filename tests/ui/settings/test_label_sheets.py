"""Label sheets of the shop's own: typed from a packet, chosen for slips, changed and removed."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.label_sheets import LabelSheetRow, load_label_sheet_rows
from shopdesk.rules.label_sheets import PRESETS
from shopdesk.services.label_sheets import save_label_sheet
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.label_sheets_dialog import LabelSheetsDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.papers.preview import open_paper
from shopdesk.ui.papers.sheet_dialog import LabelSheetDialog, draft_of
from tests.making import make_order, make_return
from tests.ui.base.test_window import nameless
from tests.ui.settings.conftest import dialog_of
from tests.ui.settings.test_paper import change

TYPED = {
    "width": "4",
    "height": "3 1/3",
    "left": "5/32",
    "top": "1/2",
    "gutter_x": "3/16",
    "gutter_y": "0",
}
"""A packet of six labels on Letter, as it says itself."""


def rows_of(desk: Desk) -> list[LabelSheetRow]:
    with desk.reading() as reader:
        return load_label_sheet_rows(reader)


def retype(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def listed(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> LabelSheetsDialog:
    page.paper.open_sheets()
    dialog = cast("LabelSheetsDialog", dialog_of(window, LabelSheetsDialog))
    qtbot.waitUntil(lambda: dialog.chosen is not None)
    return dialog


def edited(window: MainWindow, act: Callable[[], None]) -> LabelSheetDialog:
    act()
    return cast("LabelSheetDialog", dialog_of(window, LabelSheetDialog))


def with_six(dialog: LabelSheetDialog) -> None:
    """Type the packet of six labels."""
    fields = dialog.fields
    fields.unit.set_value("in")
    fields.base.set_value("letter")
    fields.counts["columns"].set_value(2)
    fields.counts["rows"].set_value(3)
    for name, text in TYPED.items():
        retype(fields.lengths[name], text)
    retype(fields.name, "Six to a sheet")


def test_a_letter_sheet_is_typed_in_inches_and_chosen_for_slips(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    sheets = listed(page, window, qtbot)
    dialog = edited(window, sheets.add)
    with_six(dialog)
    assert dialog.count.text() == "6 labels"
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows_of(desk)) == 1)
    kept = rows_of(desk)[0].sheet
    assert (kept.width, kept.height, kept.left, kept.gutter_x) == (10160, 8467, 397, 476)
    qtbot.waitUntil(lambda: sheets.chosen == kept)
    assert desk.settings.now.length_unit == "in"
    sheets.close()
    qtbot.waitUntil(lambda: list(page.paper._own) == [kept])
    choice = change(window, "Return slip")
    choice.paper.set_value(kept.code)
    choice.save_button.click()
    assert desk.settings.now.paper_choice("return_slip").paper == kept.code
    assert page.paper.line("return_slip").startswith("Six to a sheet")
    preview = open_paper(page._bench, "return_slip", [make_return(desk, make_order(desk))])
    qtbot.waitUntil(lambda: preview.view.page_count == 1, timeout=15_000)
    assert preview.side.fields["paper"].currentText() == "Six to a sheet"
    preview.close()


def test_what_does_not_fit_is_said_at_its_field_and_not_saved(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = edited(window, listed(page, window, qtbot).copy)
    dialog.fields.unit.set_value("mm")
    retype(dialog.fields.name, "Too many")
    dialog.fields.counts["columns"].set_value(3)
    said = "This takes 315 mm, and the sheet has 210 mm."
    assert dialog.form.sentence_at("columns") == said
    dialog.save_button.click()
    assert dialog.isVisible()
    assert rows_of(desk) == []
    dialog.fields.counts["columns"].set_value(2)
    assert dialog.form.sentence_at("columns") == ""
    retype(dialog.fields.lengths["width"], "wide")
    assert dialog.form.sentence_at("width") == "Enter a length, such as 99.1."
    assert not dialog.test.isEnabled()
    assert nameless(dialog) == []


def test_a_name_that_is_taken_is_refused_at_its_field(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = edited(window, listed(page, window, qtbot).copy)
    dialog.fields.name.set_value("A4, 4 labels 105 × 148.5 mm")
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in dialog.form.sentence_at("name"))


def test_a_sheet_that_somebody_else_changed_is_not_overwritten(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    row = kept_sheet(desk)
    sheets = listed(page, window, qtbot)
    sheets.choose(row.sheet.code)
    dialog = edited(window, sheets.edit)
    taller = draft_of(replace(row.sheet, height=6000))
    desk.write("Changed", lambda s: save_label_sheet(s, taller, row.id, row.version))
    retype(dialog.fields.name, "Mine")
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    notice = dialog.form.findChild(Notice)
    assert isinstance(notice, Notice)
    qtbot.waitUntil(notice.isVisible)
    assert rows_of(desk)[0].sheet.height == 6000
    assert dialog.fields.name.value() == "Mine"


def test_a_sheet_is_removed_and_comes_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    row = kept_sheet(desk)
    sheets = listed(page, window, qtbot)
    assert sheets.deeds["remove"].isEnabled()
    sheets.list.setFocus()
    sheets.deeds["remove"].trigger()
    qtbot.waitUntil(lambda: rows_of(desk) == [])
    qtbot.waitUntil(lambda: sheets.chosen is not None and sheets.chosen.code != row.sheet.code)
    assert not sheets.deeds["remove"].isEnabled()
    assert "Copy it" in sheets.deeds["change"].toolTip()
    sheets.activateWindow()
    qtbot.waitUntil(sheets.isActiveWindow)
    QTest.keyClick(sheets.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [kept.sheet.name for kept in rows_of(desk)] == ["Eight"])
    qtbot.waitUntil(lambda: sheets.list.item(1).text() == "Eight")


def test_lengths_that_nobody_retyped_are_kept_to_the_hundredth(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    row = kept_sheet(desk)
    sheets = listed(page, window, qtbot)
    dialog = edited(window, sheets.edit)
    dialog.fields.unit.set_value("in")
    retype(dialog.fields.name, "Eight again")
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows_of(desk)[0].sheet.name == "Eight again")
    assert rows_of(desk)[0].sheet == replace(row.sheet, name="Eight again")


def kept_sheet(desk: Desk) -> LabelSheetRow:
    """Keep a sheet of eight with lengths that no inch shows whole."""
    draft = draft_of(replace(PRESETS["sheet:a4-2x4"], name="Eight", left=467))
    desk.write("Added", lambda session: save_label_sheet(session, draft))
    return rows_of(desk)[0]
