"""What the shop's window does beside its pages: backups, choices that are kept, an orderly end."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import current_language
from shopdesk.services.shops import add_person
from shopdesk.storage.backup_list import list_backups
from shopdesk.ui import watch
from shopdesk.ui.desk import Session
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.skin import Skin

Opened = Callable[[], DeskWindow]


@pytest.fixture
def opened(desk: Desk, skin: Skin, qtbot: QtBot) -> Iterator[Opened]:
    windows: list[DeskWindow] = []

    def show() -> DeskWindow:
        window = DeskWindow(desk, skin)
        windows.append(window)
        window.show()
        return window

    yield show
    for window in windows:
        window.close()


def rail_words(window: DeskWindow) -> str:
    return "\n".join(label.text() for label in window.rail.findChildren(QLabel))


def test_changes_are_backed_up_while_the_window_is_open_and_the_rail_says_so(
    opened: Opened, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "HALF_HOUR_MS", 100)
    window = opened()
    assert "No backup yet" in rail_words(window)
    qtbot.waitUntil(lambda: "Backed up" in rail_words(window))
    with qtbot.waitSignals([window.watch.backup_told] * 2):  # looked at again: nothing is new
        pass
    assert len(list_backups(desk.folder)) == 1


def test_closing_waits_for_the_write_that_runs(opened: Opened, desk: Desk) -> None:
    window = opened()

    def work(session: Session) -> None:
        time.sleep(0.3)
        add_person(session, "Anna")

    window.operations.write("Person added", work)
    window.close()
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM person WHERE name = 'Anna'") == 1


def test_theme_and_language_are_switched_live_and_kept(
    opened: Opened, desk: Desk, qapp: QApplication
) -> None:
    window = opened()
    window.use_theme("dark")
    assert qapp.palette().window().color().lightness() < 100
    window.use_language("zh_CN")
    assert "还没有备份" in rail_words(window)
    assert (desk.settings.now.theme, desk.settings.now.language) == ("dark", "zh_CN")


def test_a_choice_that_cannot_be_kept_holds_and_is_told(
    opened: Opened, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    window = opened()
    desk.folder.settings.unlink()
    desk.folder.settings.mkdir()
    window.use_language("zh_CN")
    assert current_language() == "zh_CN"
    assert str(desk.folder.root) in window.shell.bar.sentence
    assert "settings could not be read" in caplog.text
    desk.folder.settings.rmdir()


def test_what_was_typed_is_asked_about_before_the_language_changes_or_the_window_closes(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    window.new_return()
    window.page_widget("new_return").sheet.note.note.setPlainText("亲，尺码小了")
    for go_away in (lambda: window.use_language("zh_CN"), window.close):
        window.go("returns")
        go_away()
        asked = window.findChild(QMessageBox)
        assert asked
        asked.reject()
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
        assert (window.isVisible(), window.page) == (True, "new_return")
    assert current_language() == "en"
