"""Starts that go well, what they leave behind, and damage that is seen later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.i18n import current_language
from shopdesk.paths import DataFolder
from shopdesk.settings import SettingsFile
from shopdesk.storage.backup_list import list_backups
from shopdesk.storage.upgrade import create
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.welcome_window import WelcomeWindow
from tests.storage.shops import opened
from tests.ui.program.conftest import Begin, words_in


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_first_start_leads_to_an_open_shop(begin: Begin, folder: DataFolder) -> None:
    run = begin(folder)
    run.until(run.shows(WelcomeWindow).isActiveWindow)
    QTest.keyClicks(focused(), "Walnut & Co")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    window = run.shows(DeskWindow)
    assert window.page == "today"
    assert "Walnut & Co" in words_in(window.rail)


def test_closing_backs_up_what_was_changed_and_leaves_one_file(
    begin: Begin, shop: DataFolder
) -> None:
    for _ in range(2):
        run = begin(shop)
        run.shows(DeskWindow)
        run.program.leave()
        assert len(list_backups(shop)) == 1
    journal = shop.database.with_name("shop.db-wal")
    assert not journal.exists() or journal.stat().st_size == 0


def test_a_file_in_which_no_shop_was_set_up_is_welcomed(begin: Begin, folder: DataFolder) -> None:
    create(folder.database)
    begin(folder).shows(WelcomeWindow)


def test_the_chosen_language_and_theme_are_worn_from_the_start(
    begin: Begin, shop: DataFolder, qapp: QApplication
) -> None:
    SettingsFile(shop.settings).change(language="zh_CN", theme="dark")
    run = begin(shop)
    assert "还没有备份" in words_in(run.shows(DeskWindow))
    assert qapp.palette().window().color().lightness() < 100
    run.program.leave()
    begin(shop, language="en").shows(DeskWindow)
    assert current_language() == "en"


def test_damage_found_beside_the_work_is_told_in_the_window(
    begin: Begin, shop: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(shop.database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'courier_claim'"
        ).fetchone()
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
    with shop.database.open("r+b") as file:
        file.seek((page - 1) * page_bytes)
        file.write(b"\xff" * page_bytes)
    run = begin(shop)
    window = run.shows(DeskWindow)
    run.until(lambda: "Restore the newest good backup" in window.shell.bar.sentence)
    assert "the shop's file is damaged" in caplog.text
