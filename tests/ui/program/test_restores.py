"""A backup is put in the shop's place from Settings, or the shop stays as it was."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from shopdesk.desk import Desk
from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import list_backups
from shopdesk.storage.backups import make_backup
from shopdesk.storage.manifests import BackupReason
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.restore_dialog import RestoreDialog
from tests.making import make_order, make_return
from tests.ui.program.conftest import Begin, count


def test_a_backup_is_restored_from_settings(begin: Begin, shop: DataFolder) -> None:
    kept = make_backup(shop, BackupReason.CLOSING).path
    desk = Desk(shop)
    make_return(desk, make_order(desk, "A2"))
    desk.close()
    run = begin(shop)
    window = run.shows(DeskWindow)
    page: SettingsPage = window.page_widget("settings")
    page.backups.ask_restore(kept)
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    run.until(dialog.restore_button.isEnabled)
    dialog.restore_button.click()
    again = run.shows(DeskWindow, after=window)
    assert again.shell.bar.sentence.startswith("The backup is restored.")
    assert count(shop, "cases") == 1
    (aside,) = shop.root.glob("set-aside-*/shop.db")
    assert count(DataFolder(aside.parent), "cases") == 2
    assert len(list_backups(shop)) == 2
    run.until(lambda: again.page_widget("returns").model.rowCount() == 1)


def test_a_file_that_is_no_backup_leaves_the_shop_open(
    begin: Begin, shop: DataFolder, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.db"
    strange.write_text("Dear diary")
    run = begin(shop)
    window = run.shows(DeskWindow)
    window.restore_wanted.emit(strange)
    again = run.shows(DeskWindow, after=window)
    assert again.shell.bar.sentence.startswith("This is not a ShopDesk file")
    assert count(shop, "cases") == 1
    assert QApplication.activeModalWidget() is None
