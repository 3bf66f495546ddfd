"""Each reason not to open a shop has its window, and its buttons do what they say."""

import os
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.paths import DataFolder
from shopdesk.storage.backups import make_backup
from shopdesk.storage.manifests import BackupReason
from shopdesk.storage.migrations import HISTORY
from shopdesk.storage.start import Action, Refused
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.refusal import RefusalWindow
from shopdesk.ui.welcome_window import WelcomeWindow
from tests.storage.shops import opened
from tests.ui.program.conftest import Begin, Run, count, words_in

RESTORE = "&Restore the newest good backup"
CHOOSE = "Choose another &folder…"
RETRY = "Try &again"
CLOSE = "&Close"


def refused(run: Run) -> str:
    return words_in(run.shows(RefusalWindow))


def damage(folder: DataFolder) -> None:
    with folder.database.open("r+b") as file:
        file.truncate(folder.database.stat().st_size // 2)


def test_a_missing_file_is_never_taken_for_a_new_shop(begin: Begin, shop: DataFolder) -> None:
    make_backup(shop, BackupReason.CLOSING)
    shop.database.unlink()
    run = begin(shop)
    assert "The shop's file is gone, but 1 backup of it is here." in refused(run)
    assert run.offers() == [RESTORE, CHOOSE, CLOSE]
    run.press(RESTORE)
    run.shows(DeskWindow)
    assert count(shop, "cases") == 1


def test_enter_restores_over_a_damaged_file_and_keeps_that(
    begin: Begin, shop: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    make_backup(shop, BackupReason.CLOSING)
    damage(shop)
    run = begin(shop)
    assert "The shop's file is damaged." in refused(run)
    window = run.shows(RefusalWindow)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    run.shows(DeskWindow)
    assert count(shop, "cases") == 1
    assert len(list(shop.root.glob("set-aside-*/shop.db"))) == 1


@pytest.mark.parametrize("table", ["shop", "change", "cases"])
def test_a_page_lost_where_the_window_reads_first_is_refused_or_told(
    begin: Begin, shop: DataFolder, table: str, caplog: pytest.LogCaptureFixture
) -> None:
    make_backup(shop, BackupReason.CLOSING)
    lose_root_page(shop, table)
    run = begin(shop)
    run.until(lambda: "The shop's file is damaged." in words_in(run.shows(QWidget)))
    if table != "cases":
        run.press(RESTORE)
        run.shows(DeskWindow)


def lose_root_page(folder: DataFolder, table: str) -> None:
    with opened(folder.database) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?"
        page = connection.execute(sql, (table,)).fetchone()[0]
    with folder.database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))


def test_without_a_good_backup_that_is_said_and_another_folder_can_be_chosen(
    begin: Begin, shop: DataFolder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damage(shop)
    run = begin(shop)
    first = run.shows(RefusalWindow)
    run.press(RESTORE)
    second = run.shows(RefusalWindow, after=first)
    assert "There is no good backup in this folder." in words_in(second)
    run.press(CHOOSE)
    run.until(lambda: second.findChild(QFileDialog))
    dialog = second.findChild(QFileDialog)
    assert dialog is not None
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    dialog.fileSelected.emit(str(elsewhere))
    run.shows(WelcomeWindow)
    assert (elsewhere / "shop.lock").exists()
    assert not shop.lock.exists()


def test_a_newer_file_is_left_alone_and_enter_changes_nothing(
    begin: Begin, shop: DataFolder
) -> None:
    with opened(shop.database) as connection:
        connection.execute(f"PRAGMA user_version = {len(HISTORY.revisions) + 1}")
    before = shop.database.read_bytes()
    run = begin(shop)
    assert "newer ShopDesk" in refused(run)
    assert run.offers() == [RESTORE, CLOSE]
    window = run.shows(RefusalWindow)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    run.until(lambda: not window.isVisible())
    assert shop.database.read_bytes() == before


def test_another_programs_file_is_not_opened(begin: Begin, folder: DataFolder) -> None:
    folder.root.mkdir()
    connection = sqlite3.connect(folder.database)
    connection.execute("CREATE TABLE diary (day, words)")
    connection.commit()
    connection.close()
    before = folder.database.read_bytes()
    run = begin(folder)
    assert "not a ShopDesk file" in refused(run)
    assert run.offers() == [CHOOSE, RESTORE, CLOSE]
    assert folder.database.read_bytes() == before


def test_no_button_is_cut_where_all_are_offered(qtbot: QtBot, tmp_path: Path) -> None:
    actions = (Action.RETRY, Action.RESTORE, Action.TAKE_OVER, Action.CHOOSE_FOLDER)
    for offered in (actions[:2] + actions[3:], actions[:1] + actions[2:]):
        window = RefusalWindow(Refused("No.", offered), tmp_path)
        qtbot.addWidget(window)
        window.show()
        for button in window.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()


def test_a_synced_folder_is_refused(begin: Begin, tmp_path: Path) -> None:
    run = begin(DataFolder(tmp_path / "Dropbox" / "shop"))
    assert "Dropbox" in refused(run)
    assert run.offers() == [CHOOSE, CLOSE]


def test_trouble_that_is_over_is_tried_again(begin: Begin, tmp_path: Path) -> None:
    blocking = tmp_path / "data.txt"
    blocking.touch()
    run = begin(DataFolder(blocking / "shop"))
    assert "folder is gone" in refused(run)
    blocking.unlink()
    run.press(RETRY)
    run.shows(WelcomeWindow)


def test_another_computers_lock_is_taken_over_only_by_its_button(
    begin: Begin, shop: DataFolder
) -> None:
    lock = QLockFile(str(shop.lock))
    assert lock.tryLock(0)
    lines = shop.lock.read_text().splitlines()
    lock.unlock()
    lines[2:] = ["old-laptop", "0" * 32, "00000000-0000-0000-0000-000000000000"]
    shop.lock.write_text("\n".join(lines) + "\n")
    run = begin(shop)
    assert "open on the computer old-laptop" in refused(run)
    run.press("&Take over")
    run.shows(DeskWindow)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_refused(begin: Begin, shop: DataFolder) -> None:
    shop.root.chmod(0o500)
    try:
        assert "cannot be written" in refused(begin(shop))
    finally:
        shop.root.chmod(0o700)
