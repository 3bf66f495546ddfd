"""Shops, person, language, theme and paper, changed by keyboard and taken back."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.formats import Formats
from shopdesk.i18n import PSEUDO, speak
from shopdesk.queries.shops import ShopRow, load_people, load_shops
from shopdesk.rules.presets import POLICIES
from shopdesk.rules.source_words import source_text
from shopdesk.services.shops import change_shop
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.about_card import NoticesDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.shop_dialog import ShopDialog
from shopdesk.ui.people.person_dialog import PersonDialog
from tests.conftest import SHOP
from tests.ui.base.test_window import nameless
from tests.ui.settings.conftest import dialog_of


def shops_of(desk: Desk) -> list[ShopRow]:
    with desk.reading() as reader:
        return load_shops(reader)


def shop_dialog(window: MainWindow, button: str) -> ShopDialog:
    found = [b for b in window.findChildren(QPushButton) if b.accessibleName() == button]
    named = found or [b for b in window.findChildren(QPushButton) if b.text() == button]
    named[0].click()
    return cast("ShopDialog", dialog_of(window, ShopDialog))


def test_a_shop_is_added_and_taken_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = shop_dialog(window, "Add a &shop…")
    assert dialog.focusWidget() is dialog.fields.name
    QTest.keyClicks(dialog.fields.name, "Walnut")
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shops_of(desk)) == 2)
    added = shops_of(desk)[1]
    assert (added.name, added.region, added.return_phone) == ("Walnut", "CN", "0571-8800 1234")
    qtbot.waitUntil(lambda: window.shell.toast.sentence == "Shop added: Walnut")
    qtbot.waitUntil(lambda: len(page.shops._shops) == 2)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.shops._shops) == 1)


def test_a_name_that_is_taken_is_refused_at_its_field(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = shop_dialog(window, "Add a &shop…")
    dialog.fields.name.insert("云柔家居")
    QTest.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    taken = "You already have a shop with this name. Choose another one."
    qtbot.waitUntil(lambda: dialog.form.sentence_at("name") == taken)


def test_a_shop_that_somebody_else_changed_is_not_overwritten(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = shop_dialog(window, "Change 云柔家居")
    changed = replace(SHOP, return_phone="0571-1")
    desk.write("Changed", lambda session: change_shop(session, 1, changed, version=1))
    dialog.fields.return_name.set_value("Somebody")
    dialog.form.submitted.emit()
    notice = dialog.form.findChild(Notice)
    assert isinstance(notice, Notice)
    qtbot.waitUntil(notice.isVisible)
    assert shops_of(desk)[0].return_name == SHOP.return_name
    assert dialog.fields.return_name.value() == "Somebody"


@pytest.mark.usefixtures("page")
def test_contacts_of_a_shop_are_hidden_by_a_tick(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = shop_dialog(window, f"Change {SHOP.name}")
    QTest.keyClick(dialog.answers.masks_contacts, Qt.Key.Key_Space)
    QTest.keyClick(dialog.answers.masks_contacts, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shops_of(desk)[0].masks_contacts)


def test_every_policy_tells_where_it_comes_from() -> None:
    formats = Formats("en")
    law = source_text(POLICIES["CN"], formats)
    assert law.endswith("Read in the text itself, Nov 1, 2026.")
    assert source_text(POLICIES["US"], formats) == "The shop's own policy, set by no law."
    own = replace(POLICIES["CN"], window_days=15)
    assert source_text(own, formats) == f"Changed by the shop. It began as: {law}"
    assert source_text(replace(POLICIES["CN"], calendar="HK"), formats) == law


def test_somebody_else_sits_down(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page.person.add_person()
    dialog = dialog_of(window, PersonDialog)
    QTest.keyClicks(dialog.focusWidget() or dialog, "Anna")
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.person.person.value() == "Anna")
    assert desk.person == "Anna"
    with desk.reading() as reader:
        assert load_people(reader) == ["小李", "Anna"]
    page.person.person.set_value("小李")
    assert desk.person == "小李"


def test_who_sits_there_first_is_at_the_desk_until_somebody_chooses(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.settings.change(person="")
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: page.person.person.value() == "小李")
    assert desk.person == "小李"


def test_language_and_theme_are_asked_of_the_window(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.language_wanted) as language:
        QTest.keyClick(page.person.language, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.theme_wanted) as theme:
        page.person.theme.set_value("dark")
    assert (language.args, theme.args) == (["zh_CN"], ["dark"])


def test_the_licences_are_shown_as_text(page: SettingsPage, window: MainWindow) -> None:
    NoticesDialog(window).open()
    text = dialog_of(window, NoticesDialog).findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert "MIT License" in text.toPlainText()
    assert "SIL Open Font License" in text.toPlainText()


def test_every_control_has_a_name_in_page_and_dialogs(
    page: SettingsPage, window: MainWindow
) -> None:
    assert nameless(page) == []
    assert nameless(shop_dialog(window, "Change 云柔家居")) == []


def test_nothing_is_written_past_the_catalogue(page: SettingsPage, window: MainWindow) -> None:
    speak(PSEUDO)
    window.rebuild()
    again = window.findChildren(SettingsPage)[-1]
    cards = again.findChildren(Card)
    labels: list[QPushButton | QLabel] = []
    for card in cards:
        labels += [*card.findChildren(QPushButton), *card.findChildren(QLabel)]
    kept = ("Python", "/", "0.", "ShopDesk")
    texts = [w.text() for w in labels if w.text() and w.property("kind") != "value"]
    assert [text for text in texts if "「" not in text and not text.startswith(kept)] == []
