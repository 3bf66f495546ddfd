"""The word at the foot of the window, and the step back that it offers."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.toast import Toast
from shopdesk.ui.shell import PageEntry, Shell


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_button_takes_the_step_back(host: QWidget) -> None:
    taken: list[bool] = []
    toast = Toast(host, host.rect)
    toast.offer("Return declined.", "&Undo", lambda: taken.append(True))
    button = toast.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert taken == [True]


def test_it_stands_where_nothing_is_pressed(qtbot: QtBot) -> None:
    today = PageEntry("today", "Today", "sun", lambda _bench: QWidget())
    foot = PageEntry("settings", "Settings", "settings", lambda _bench: QWidget(), foot=True)
    shell = Shell((today, foot))
    qtbot.addWidget(shell)
    shell.resize(900, 500)
    shell.show()
    shell.toast.offer("12 returns were handed over to Xiaoling.", "&Undo", lambda: None)
    qtbot.waitUntil(lambda: shell.rail.gap().contains(shell.toast.geometry()))
    shell.resize(900, 600)
    qtbot.waitUntil(lambda: shell.rail.gap().contains(shell.toast.geometry()))


def test_it_stays_inside_its_host(host: QWidget) -> None:
    toast = Toast(host, host.rect)
    toast.say("Copied")
    host.resize(QSize(400, 200))
    assert host.rect().contains(toast.geometry())


def test_one_click_copies_and_says_so(host: QWidget) -> None:
    said: list[str] = []
    label = CopyLabel("SF & 78210033419921", said.append)
    label.setParent(host)
    QTest.keyClick(label, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "SF & 78210033419921"
    assert said == ["Copied: SF & 78210033419921"]
