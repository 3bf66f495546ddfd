"""A first start by keyboard: one name typed, Enter, and the shop is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import PSEUDO, speak
from shopdesk.queries.shops import load_people, load_shops
from shopdesk.ui.base.chips import ChipRow
from shopdesk.ui.operations import Operations
from shopdesk.ui.pages.welcome.page import WelcomePage
from tests.ui.base.test_window import nameless


@pytest.fixture
def page(qtbot: QtBot, empty_desk: Desk) -> Iterator[WelcomePage]:
    operations = Operations(empty_desk)
    made = WelcomePage(empty_desk, operations)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.setFocus()
    yield made
    operations.close()


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


def test_without_a_name_it_says_what_to_do_and_stays(page: WelcomePage, qtbot: QtBot) -> None:
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


def test_another_language_keeps_what_was_typed(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClicks(focus(), "Walnut")
    page.card._fields.region.set_value("JP")
    page.card._fields.policy.set_value("EU")
    languages = page.findChild(ChipRow)
    assert isinstance(languages, ChipRow)
    with qtbot.waitSignal(page.language_wanted) as wanted:
        QTest.keyClick(languages, Qt.Key.Key_2)
    assert wanted.args == ["zh_CN"]
    speak(PSEUDO)
    page.retranslate()
    draft = page.card.draft
    assert (draft.name, draft.region, draft.currency) == ("Walnut", "JP", "JPY")
    assert draft.policy == "EU"
    plain = [b.text() for b in page.card.findChildren(QPushButton) if "⟦" not in b.text()]
    assert plain == []


def test_the_sample_shop_is_one_button_away(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_wanted):
        button(page, "Open the sample shop").click()


def test_every_control_has_a_name(page: WelcomePage) -> None:
    assert nameless(page) == []
