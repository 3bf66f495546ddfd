"""The rules for follow-ups are read, changed, added and taken away in their window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.follow_rules import FollowRuleRow, load_follow_rules
from shopdesk.rules.follow_rules import PRESETS
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.follow_rules_dialog import FollowRulesDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.shell import PageEntry


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    window = MainWindow(desk, (PageEntry("settings", N_("Settings"), "settings", SettingsPage),))
    qtbot.addWidget(window)
    window.show()
    window.go("settings")
    return window


def opened(window: MainWindow, qtbot: QtBot) -> FollowRulesDialog:
    page = window.findChild(SettingsPage)
    assert page is not None
    page.follow_ups.open_list()
    dialog = QApplication.activeModalWidget() or window.findChild(FollowRulesDialog)
    assert isinstance(dialog, FollowRulesDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == len(PRESETS), timeout=5_000)
    return dialog


def rules(desk: Desk) -> list[FollowRuleRow]:
    with desk.reading() as reader:
        return load_follow_rules(reader)


def test_a_preset_is_changed_but_stays(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    words = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert "Check that the refund arrived: 3 days after a return is settled" in words
    assert "Off – Ask for the waybill: As soon as “Buyer sends it” is overdue" in words
    dialog.choose("1")
    assert not dialog.remove_button.isEnabled()
    dialog.days.set_value(1)
    dialog.active.set_value(False)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not rules(desk)[0].active, timeout=5_000)
    assert rules(desk)[0].days == 1


def test_a_rule_of_ones_own_comes_and_goes(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.choose("")
    dialog.event_field.set_value("deadline")
    dialog.clock.set_value("decide")
    dialog.days.set_value(0)
    dialog.kind.set_value("call_back")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(rules(desk)) == len(PRESETS) + 1, timeout=5_000)
    qtbot.waitUntil(dialog.remove_button.isEnabled, timeout=5_000)
    assert (rules(desk)[-1].event, rules(desk)[-1].clock) == ("deadline", "decide")
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: len(rules(desk)) == len(PRESETS), timeout=5_000)
