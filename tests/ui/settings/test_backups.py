"""Backups from the window: made, listed, copied elsewhere, and never restored unseen."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.services.shops import add_person
from shopdesk.storage.backups import make_backup
from shopdesk.storage.checks import find_damage
from shopdesk.storage.manifests import BackupReason
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.file_sizes import size_text
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.restore_dialog import RestoreDialog
from tests.ui.settings.conftest import dialog_of


def backed_up(page: SettingsPage, desk: Desk, qtbot: QtBot, count: int = 1) -> None:
    """Make some backups, a day apart, and wait until the page lists them."""
    now = datetime.now(UTC)
    for n in range(count):
        make_backup(desk.folder, BackupReason.CLOSING, now - timedelta(days=count - n))
    page.backups.read()
    qtbot.waitUntil(lambda: page.backups.model.rowCount() == count)


def restore_dialog(page: SettingsPage, window: MainWindow) -> RestoreDialog:
    page.backups.table.setFocus()
    QTest.keyClick(page.backups.table, Qt.Key.Key_Home)
    QTest.keyClick(page.backups.table, Qt.Key.Key_Return)
    return cast("RestoreDialog", dialog_of(window, RestoreDialog))


def test_a_backup_is_made_at_once(page: SettingsPage, qtbot: QtBot) -> None:
    assert page.backups.model.rowCount() == 0
    assert page.backups._actions["restore"].toolTip() == "Choose a backup in the list first."
    with qtbot.waitSignal(page.backed_up):
        page.backups.back_up()
        assert page.backups._actions["now"].toolTip() == "A copy is being made."
    qtbot.waitUntil(lambda: page.backups.model.rowCount() == 1)
    line = page.backups.model.record(0)
    assert line is not None
    assert (line.reason, line.cases) == ("By hand", "0")
    assert line.when.startswith("Today ")
    assert page.backups.model.cell(0, 4) == ("Verified", "good")
    assert page.backups._actions["now"].isEnabled()


def test_a_restore_tells_what_would_be_lost_and_enter_keeps_it(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    backed_up(page, desk, qtbot)
    desk.write("Person added", lambda session: add_person(session, "Anna"))
    dialog = restore_dialog(page, window)
    assert not dialog.restore_button.isEnabled()
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    assert dialog.sentence == "1 change since would be lost:"
    assert dialog.restore_button.text() == "Restore, and lose 1 change"
    with qtbot.assertNotEmitted(page.restore_wanted):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_program_is_asked_for_the_chosen_file(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    backed_up(page, desk, qtbot, count=2)
    dialog = restore_dialog(page, window)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    assert dialog.sentence == "Nothing was changed since. Nothing is lost."
    with qtbot.waitSignal(page.restore_wanted) as wanted:
        dialog.restore_button.click()
    assert wanted.args is not None
    assert wanted.args[0].name.startswith("shop-000002-")


def test_a_file_of_another_program_says_why_not(
    page: SettingsPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    strange = tmp_path / "strange.db"
    strange.write_text("not a shop", encoding="utf-8")
    page.backups.ask_restore(strange)
    dialog = cast("RestoreDialog", dialog_of(window, RestoreDialog))
    qtbot.waitUntil(lambda: bool(dialog.sentence))
    assert dialog.sentence == "This is not a ShopDesk file, or it is damaged. Restore a backup."
    assert not dialog.restore_button.isEnabled()


def test_a_damaged_backup_cannot_be_chosen(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    row = make_backup(desk.folder, BackupReason.CLOSING)
    row.path.write_bytes(row.path.read_bytes()[:-100])
    page.backups.read()
    qtbot.waitUntil(lambda: page.backups.model.rowCount() == 1)
    page.backups.table.selectRow(0)
    assert page.backups.model.cell(0, 4) == ("Damaged", "late")
    assert page.backups._actions["restore"].toolTip().startswith("This backup is damaged.")


def test_a_copy_goes_where_one_wants(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    place = tmp_path / "stick" / "copy.db"
    place.parent.mkdir()
    with qtbot.waitSignal(page.backed_up):
        page.backups.save_to(place)
    assert find_damage(place, thorough=True) is None


def test_a_copy_without_a_place_says_so(
    page: SettingsPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page.backups.save_to(tmp_path / "gone" / "copy.db")
    qtbot.waitUntil(lambda: bool(window.shell.bar.sentence))
    assert page.backups._actions["copy"].isEnabled()


def test_the_file_is_checked_from_the_window(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    page.data.check_file()
    assert not page.data.check_button.isEnabled()
    qtbot.waitUntil(page.data.check_button.isEnabled)
    assert page.data._notice.sentence == "Just read through: the file is sound."
    shutil.rmtree(desk.folder.backups, ignore_errors=True)
    page.data.show_sizes()


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 kB"), (4_096, "4 kB"), (1_450_000, "1.4 MB"), (123_456_789, "123 MB")],
)
def test_sizes_are_read_at_a_glance(size: int, text: str) -> None:
    assert size_text(size) == text
