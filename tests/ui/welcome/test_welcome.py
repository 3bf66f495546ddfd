"""A first start by keyboard: one name typed, Enter, and the shop is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import PSEUDO, current_language
from shopdesk.queries.shops import load_people, load_shops
from shopdesk.ui.base.chips import ChipRow
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.welcome.page import WelcomePage
from shopdesk.ui.shell import PageEntry
from tests.ui.base.test_window import nameless


@pytest.fixture
def page(qtbot: QtBot, empty_desk: Desk) -> Iterator[WelcomePage]:
    window = MainWindow(empty_desk, (PageEntry("welcome", "Welcome", "store", WelcomePage),))
    qtbot.addWidget(window)
    window.go("welcome")
    window.show()
    made = window.findChild(WelcomePage)
    assert isinstance(made, WelcomePage)
    yield made
    window.close()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def button(page: WelcomePage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def test_a_name_and_enter_are_enough(page: WelcomePage, empty_desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(focus(), "Walnut & Co")
    with qtbot.waitSignal(page.done):
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    with empty_desk.reading() as reader:
        (shop,) = load_shops(reader)
        assert shop.name == "Walnut & Co"
        assert load_people(reader) == [empty_desk.settings.now.person]
        assert reader.value("SELECT person FROM change") == empty_desk.settings.now.person
    assert empty_desk.settings.now.slip_size == "100x150"


def test_enter_alone_is_enough(page: WelcomePage, empty_desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.done):
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    with empty_desk.reading() as reader:
        assert [shop.name for shop in load_shops(reader)] == ["My shop"]


def test_without_a_name_it_says_what_to_do_and_stays(page: WelcomePage, qtbot: QtBot) -> None:
    page.card._fields.name.clear()
    button(page, "Start").click()
    fields = page.card._fields
    qtbot.waitUntil(lambda: fields.name.accessibleDescription() == "Enter the shop's name.")
    assert focus() is fields.name
    assert button(page, "Start").isEnabled()


def test_the_country_brings_its_currency_clock_and_policy(page: WelcomePage) -> None:
    fields = page.card._fields
    fields.region.set_value("GB")
    draft = page.card.draft
    assert (draft.currency, draft.timezone, draft.policy) == ("GBP", "Europe/London", "UK")
    fields.currency.set_value("eur")
    assert page.card.draft.currency == "EUR"
    fields.currency.set_value("12")
    assert "three letters" in fields.currency.complaint()


def test_another_language_keeps_what_was_typed(page: WelcomePage, empty_desk: Desk) -> None:
    QTest.keyClicks(focus(), "Walnut")
    page.card._fields.region.set_value("JP")
    page.card._fields.policy.set_value("EU")
    languages = page.findChild(ChipRow)
    assert isinstance(languages, ChipRow)
    QTest.keyClick(languages, Qt.Key.Key_2)
    assert current_language() == empty_desk.settings.now.language == "zh_CN"
    draft = page.card.draft
    assert (draft.name, draft.region, draft.currency) == ("Walnut", "JP", "JPY")
    assert draft.policy == "EU"


def test_nothing_is_written_past_the_catalogue(page: WelcomePage) -> None:
    page.use_language(PSEUDO)
    labels: list[QPushButton | QLabel] = [
        *page.card.findChildren(QPushButton),
        *page.card.findChildren(QLabel),
    ]
    assert [w.text() for w in labels if w.text() and "「" not in w.text()] == []


def test_the_sample_shop_is_one_button_away(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_wanted):
        button(page, "Open the sample shop").click()


def test_every_control_has_a_name(page: WelcomePage) -> None:
    assert nameless(page) == []
