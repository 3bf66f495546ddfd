"""The days after which a parcel is stalled, edited by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.transit import TransitFigures, load_transit
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.transit_dialog import TransitDialog
from shopdesk.ui.shell import PageEntry


def figures(desk: Desk) -> TransitFigures:
    with desk.reading() as reader:
        return load_transit(reader)


def test_days_and_weeks_are_kept_where_they_differ(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk, (PageEntry("settings", N_("Settings"), "settings", SettingsPage),))
    qtbot.addWidget(window)
    window.show()
    window.go("settings")
    page = window.findChild(SettingsPage)
    assert page is not None
    page.transit.open_list()
    dialog = window.findChild(TransitDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() > 10)
    assert dialog.days["remote"].value() == 10
    assert not dialog.week.isEnabled()

    dialog.days["remote"].set_value(14)
    QTest.keyClick(dialog.days["remote"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: figures(desk).days == {("", "remote"): 14})
    qtbot.waitUntil(lambda: bool(dialog._figures.days))

    dialog.choose("ups")
    assert dialog.week.value() == "weekdays"
    assert dialog.days["remote"].value() == 14
    dialog.days["abroad"].set_value(9)
    dialog.week.set_value("six_days")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: figures(desk).weeks == {"ups": "six_days"})
    assert figures(desk).days == {("", "remote"): 14, ("ups", "abroad"): 9}
    qtbot.waitUntil(lambda: not dialog.form.is_touched)
    dialog.close()
