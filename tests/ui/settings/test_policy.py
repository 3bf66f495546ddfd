"""A shop's return policy and working days, edited by keyboard, refused, taken back."""

from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.policies import PolicyVersionRow, load_own_days, load_policy_versions
from shopdesk.queries.shops import ShopRow, load_shop
from shopdesk.rules.presets import POLICIES
from shopdesk.services.policies import save_policy
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.calendar_dialog import CalendarDialog
from shopdesk.ui.pages.settings.own_day_dialog import OwnDayDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.policy_dialog import PolicyDialog
from shopdesk.ui.pages.settings.shop_dialog import ShopDialog
from tests.ui.base.test_window import nameless
from tests.ui.settings.conftest import dialog_of


def press(parent: QWidget, name: str) -> None:
    found = [b for b in parent.findChildren(QPushButton) if name in (b.accessibleName(), b.text())]
    found[0].click()


def shop(desk: Desk) -> ShopRow:
    with desk.reading() as reader:
        return load_shop(reader, 1)


def versions(desk: Desk) -> list[PolicyVersionRow]:
    with desk.reading() as reader:
        return load_policy_versions(reader, 1)


def policy_dialog(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> PolicyDialog:
    press(page, "Return policy of 云柔家居")
    dialog = cast("PolicyDialog", dialog_of(window, PolicyDialog))
    qtbot.waitUntil(dialog.versions.isVisible)
    return dialog


def enter(dialog: QDialog) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def test_a_figure_is_changed_by_keyboard_and_taken_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    window_days = dialog.fields._spans["window_days"].figure
    window_days.setFocus()
    window_days.selectAll()
    QTest.keyClicks(window_days, "15")
    QTest.keyClick(dialog.fields._spans["refund_days"].working, Qt.Key.Key_Space)
    enter(dialog)
    qtbot.waitUntil(lambda: len(versions(desk)) == 2)
    assert shop(desk).rules == replace(
        versions(desk)[1].rules, window_days=15, working=frozenset({"refund"})
    )
    said = "Return policy saved: 云柔家居"
    qtbot.waitUntil(lambda: window.shell.toast.sentence == said)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(versions(desk)) == 1)


def test_the_form_stands_whole_above_its_buttons(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    column = dialog.form.mapTo(dialog, QPoint(0, 0)).y()
    assert column < dialog.height() // 3
    assert dialog.save_button.mapTo(dialog, QPoint(0, 0)).y() > dialog.height() - 80
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_saving_without_a_change_makes_no_version(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    enter(dialog)
    qtbot.waitUntil(lambda: not dialog_is_open(window))
    assert len(versions(desk)) == 1


def dialog_is_open(window: MainWindow) -> bool:
    return any(found.isVisible() for found in window.findChildren(PolicyDialog))


def test_a_preset_fills_the_form_and_is_kept_only_when_saved(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    dialog.fill(POLICIES["taobao"])
    assert dialog.fields.name.value() == "Taobao and Tmall: 7 days without reason"
    assert len(versions(desk)) == 1
    enter(dialog)
    qtbot.waitUntil(lambda: len(versions(desk)) == 2)
    assert shop(desk).rules == POLICIES["taobao"]


def test_a_name_is_asked_for_at_its_field(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    dialog.fields.name.clear()
    enter(dialog)
    qtbot.waitUntil(lambda: bool(dialog.form.sentence_at("name")))
    assert dialog.form.sentence_at("name") == "Enter a name for this policy."


def test_somebody_else_s_version_is_shown_before_ours_goes_over_it(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    dialog.fields._spans["send_days"].figure.set_value(10)
    theirs = replace(shop(desk).rules, send_days=9)
    desk.write("Policy", lambda session: save_policy(session, 1, theirs, 1))
    enter(dialog)
    notice = dialog.form.findChild(Notice)
    assert isinstance(notice, Notice)
    qtbot.waitUntil(notice.isVisible)
    assert "小李 saved another version" in notice.sentence
    qtbot.waitUntil(lambda: dialog._seen_id == 2)
    assert dialog.fields._spans["send_days"].figure.value() == 10
    enter(dialog)
    qtbot.waitUntil(lambda: shop(desk).rules.send_days == 10)


def test_an_own_day_is_added_refused_removed_and_taken_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    def own() -> list[date]:
        with desk.reading() as reader:
            return [row.day for row in load_own_days(reader, 1)]

    for _again in range(2):
        page.holidays.add_day()
        dialog = cast("OwnDayDialog", dialog_of(window, OwnDayDialog))
        dialog.day.setDate(QDate(2026, 12, 31))
        enter(dialog)
        qtbot.waitUntil(lambda: own() == [date(2026, 12, 31)])
    taken = "This day is in the list already. Remove it there first."
    qtbot.waitUntil(lambda: dialog.form.sentence_at("day") == taken)
    dialog.done(0)
    remove = "Remove Dec 31, 2026"
    qtbot.waitUntil(lambda: remove in names(page))
    press(page, remove)
    qtbot.waitUntil(lambda: own() == [])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.shell.toast.sentence == "Own day removed.")
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: own() == [date(2026, 12, 31)])


def names(page: SettingsPage) -> list[str]:
    return [button.accessibleName() for button in page.findChildren(QPushButton)]


def test_the_country_of_the_holidays_is_chosen_by_name(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.holidays.country.text() == "Public holidays of China")
    assert page.holidays.ahead.text().startswith("Rests next on ")
    page.holidays.change_country()
    dialog = cast("CalendarDialog", dialog_of(window, CalendarDialog))
    dialog.country.set_value("JP")
    enter(dialog)
    qtbot.waitUntil(lambda: page.holidays.country.text() == "Public holidays of Japan")
    assert shop(desk).rules.calendar == "JP"


def test_how_buyers_are_answered_is_kept_with_the_shop(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    press(page, "Change 云柔家居")
    dialog = cast("ShopDialog", dialog_of(window, ShopDialog))
    dialog.answers.buyer_language.set_value("zh_CN")
    dialog.answers.exchange_when.set_value("agreed")
    dialog.fields.region.set_value("DE")
    enter(dialog)
    qtbot.waitUntil(lambda: shop(desk).exchange_when == "agreed")
    assert (shop(desk).buyer_language, shop(desk).region) == ("zh_CN", "DE")
    assert shop(desk).policy == "CN"  # another country does not take the policy along unasked


def test_every_control_of_the_dialogs_has_a_name(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = policy_dialog(page, window, qtbot)
    assert nameless(dialog) == []
    dialog.done(0)
    page.holidays.add_day()
    assert nameless(dialog_of(window, OwnDayDialog)) == []
