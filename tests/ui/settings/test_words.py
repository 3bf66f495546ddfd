"""Couriers and ready words in Settings: changed, refused, set back, with a look at the result."""

import pytest
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.couriers import CourierRow, load_all_couriers
from shopdesk.queries.replies import load_own_texts
from shopdesk.rules.replies import TextKey
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.couriers_dialog import CouriersDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.ready_words_dialog import ReadyWordsDialog
from tests.ui.settings.conftest import dialog_of


def courier(desk: Desk, name: str) -> CourierRow | None:
    with desk.reading() as reader:
        return next((row for row in load_all_couriers(reader) if row.name == name), None)


@pytest.fixture
def couriers(window: MainWindow, page: SettingsPage, qtbot: QtBot) -> CouriersDialog:
    page.couriers.open_list()
    dialog = dialog_of(window, CouriersDialog)
    assert isinstance(dialog, CouriersDialog)
    qtbot.waitUntil(lambda: dialog.chosen == "sf")
    return dialog


@pytest.fixture
def words(window: MainWindow, page: SettingsPage, qtbot: QtBot) -> ReadyWordsDialog:
    page.ready_words.open_list()
    dialog = dialog_of(window, ReadyWordsDialog)
    assert isinstance(dialog, ReadyWordsDialog)
    qtbot.waitUntil(lambda: bool(dialog.chosen))
    dialog.language.set_value("en")
    dialog._take_place()
    return dialog


def test_an_own_courier_is_added_and_put_away(
    couriers: CouriersDialog, desk: Desk, qtbot: QtBot
) -> None:
    couriers.leave("")
    couriers.name.setText("同城跑腿")
    couriers.address.setText("example.com/{n}")
    couriers.save_button.click()
    qtbot.waitUntil(lambda: "https://" in couriers.form.sentence_at("tracking_url"))
    couriers.address.setText("https://example.com/{n}")
    couriers.save_button.click()
    qtbot.waitUntil(lambda: courier(desk, "同城跑腿") is not None)
    qtbot.waitUntil(lambda: couriers.chosen.startswith("own"))
    qtbot.waitUntil(couriers.in_use.isEnabled)
    couriers.in_use.setChecked(False)
    couriers.save_button.click()
    qtbot.waitUntil(lambda: bool((kept := courier(desk, "同城跑腿")) and kept.archived))
    couriers.reject()


def test_a_known_page_is_taken_by_one_click_and_tried(
    couriers: CouriersDialog, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    couriers.choose("zto")
    couriers.address.set_value("https://www.zto.com/GuestService/Bill?txtbill={n}")
    couriers._try()
    assert opened == ["https://www.zto.com/GuestService/Bill?txtbill=SF1234567890123"]
    couriers.save_button.click()
    qtbot.waitUntil(lambda: not couriers.form.is_touched)
    with desk.reading() as reader:
        (kept,) = [row for row in load_all_couriers(reader) if row.code == "zto"]
    assert (kept.name, kept.tracking_url) == ("", couriers.address.value())
    couriers.reject()


def test_another_entry_is_not_shown_over_what_was_typed(
    couriers: CouriersDialog, window: MainWindow
) -> None:
    couriers.name.setText("x")
    couriers.leave("zto")
    assert couriers.chosen == "sf"
    box = window.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if "Throw" in button.text()).click()
    assert couriers.chosen == "zto"
    couriers.reject()


def test_ready_words_are_reworded_previewed_and_set_back(
    words: ReadyWordsDialog, desk: Desk, qtbot: QtBot
) -> None:
    words.choose("closed")
    assert not words.back_button.isEnabled()
    words.text.setPlainText("Bye {name}")
    words.save_button.click()
    qtbot.waitUntil(lambda: "Nothing fills “{name}”" in words.form.sentence_at("text"))
    words.text.setPlainText("Bye ")
    words.text.moveCursor(QTextCursor.MoveOperation.End)
    words._insert("buyer")
    assert words.preview.text.startswith("Bye Hannah")
    words.save_button.click()
    qtbot.waitUntil(words.back_button.isEnabled)
    assert own(desk) == {("closed", "", "en"): "Bye {buyer}"}
    assert words.list.currentItem().text() == "Finished (own words)"
    words.set_back()
    qtbot.waitUntil(lambda: not words.back_button.isEnabled())
    assert own(desk) == {}
    assert "is finished" in words.text.value()
    words.reject()


def test_the_other_language_has_words_of_its_own(words: ReadyWordsDialog, qtbot: QtBot) -> None:
    words.choose("agree_refund")
    english = words.text.value()
    words.language.set_value("zh_CN")
    words._take_place()
    assert words.text.value() != english
    assert "{items}" in words.text.value()
    words.reject()


def test_one_reason_has_words_of_its_own(words: ReadyWordsDialog, desk: Desk, qtbot: QtBot) -> None:
    words.choose("agree_refund")
    general = words.text.value()
    words.reason.set_value("defective")
    words._take_place()
    assert "sorry" in words.text.value()
    words.text.setPlainText("Sorry, {buyer}")
    words.save_button.click()
    qtbot.waitUntil(words.back_button.isEnabled)
    assert own(desk) == {("agree_refund", "defective", "en"): "Sorry, {buyer}"}
    words.reason.set_value("")
    words._take_place()
    assert words.text.value() == general
    words.choose("complaint_first")
    offered = {words.reason.itemData(n) for n in range(words.reason.count())}
    assert "allergy" in offered
    assert "defective" not in offered
    words.reject()


def own(desk: Desk) -> dict[TextKey, str]:
    with desk.reading() as reader:
        return dict(load_own_texts(reader, 1))
