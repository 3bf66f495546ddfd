"""The shell: pages by key, sentences in their place, nothing nameless, nothing read as markup."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from shopdesk.errors import StorageError
from shopdesk.i18n import PSEUDO, speak
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.skin import Skin
from tests.ui.base.fake_shop import FakeDesk, FakePage
from tests.ui.base.gallery import make_dialog, make_window

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or widget.objectName().startswith("qt_"):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not spoken and widget.isVisible():
            found.append(repr(widget))
    return found


def test_no_control_is_nameless(window: MainWindow, page: FakePage) -> None:
    window.messages.refuse("The disk is full.")
    dialog = make_dialog(window)
    dialog.open()
    assert page.isVisible()
    assert nameless(window) == []
    assert nameless(dialog) == []


def test_every_label_takes_its_text_for_text(window: MainWindow) -> None:
    dialog = make_dialog(window)
    labels = window.findChildren(QLabel) + dialog.findChildren(QLabel)
    assert len(labels) > 10
    read = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    assert [label.text() for label in read] == []


def test_both_themes_are_painted_without_a_word_from_qt(window: MainWindow, skin: Skin) -> None:
    skin.wear("dark")
    dark = window.grab().toImage()
    skin.wear("light")
    light = window.grab().toImage()
    assert dark.pixelColor(600, 8).lightness() < 60
    assert light.pixelColor(600, 8).lightness() > 200


def test_pages_are_made_when_they_are_first_shown(window: MainWindow) -> None:
    assert list(window._pages) == ["returns"]
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "orders"
    assert list(window._pages) == ["returns", "orders"]


def test_a_switch_of_language_makes_all_of_it_anew(window: MainWindow, qtbot: QtBot) -> None:
    old = window.findChild(FakePage)
    speak(PSEUDO)
    try:
        with qtbot.waitSignal(window.rebuilt):
            window.rebuild()
        qtbot.waitUntil(lambda: not isValid(old))
        page = window.findChild(FakePage)
        assert isinstance(page, FakePage)
        assert page.isVisible()
        assert page.table.accessibleName() == "「Returns··」"
        assert window.actions_of_window["new_return"].text().startswith("「")
        qtbot.waitUntil(lambda: page.model.rowCount() == 1_000)
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.page == "customers"
    finally:
        speak("en")


def test_a_refusal_stands_in_the_bar_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    def work(_session: object) -> None:
        raise StorageError("The disk is full. Free some space and try again.")

    window.operations.write("Closed", work)
    qtbot.waitUntil(lambda: window.shell.bar.sentence.startswith("The disk is full."))


def test_a_remark_goes_with_its_page_and_a_refusal_stays(window: MainWindow) -> None:
    window.messages.remark("No case has this number.", "late")
    window.go("customers")
    assert window.shell.bar.sentence == ""
    window.messages.refuse("The disk is full.")
    window.go("returns")
    assert window.shell.bar.sentence == "The disk is full."


def test_a_mistake_of_ours_is_told_once_and_logged(
    window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        window.messages.bug(ValueError("<b>bad</b>"))
        window.messages.bug(ValueError("again"))
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert boxes[0].textFormat() == Qt.TextFormat.PlainText
    assert "shopdesk.log" in boxes[0].text()
    assert len(caplog.records) == 2
    boxes[0].close()


def test_dropped_files_are_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "orders.csv")), QUrl("https://example.org/")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.files_dropped) as told:
        window.dropEvent(event)
    assert told.args == [[tmp_path / "orders.csv"]]


def test_the_window_comes_back_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    first = make_window(tmp_path, 1)
    first.resize(1024, 700)
    first.show()
    first.close()
    again = make_window_again(tmp_path)
    qtbot.addWidget(first)
    qtbot.addWidget(again)
    assert again.size() == QSize(1024, 700)


def make_window_again(folder: Path) -> MainWindow:
    (folder / "shop.db").unlink()
    return make_window(folder, 1)


def test_it_is_usable_at_1280_by_720(window: MainWindow, page: FakePage) -> None:
    window.resize(1280, 720)
    assert window.size().width() == 1280
    assert page.detail is not None
    assert page.detail.width() >= 296
    assert page.table.width() >= 600


def test_what_is_not_possible_says_why(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    reasons = ["Select a return <first>."]
    actions = Actions(owner)
    actions.add(
        "slip", Action("&Print slip", "printer", "Ctrl+P"), lambda: None, lambda: reasons[0]
    )
    button = action_button(actions["slip"])
    qtbot.addWidget(button)
    assert not button.isEnabled()
    assert button.toolTip() == "Select a return &lt;first&gt;."
    reasons[0] = ""
    actions.refresh()
    assert button.isEnabled()
    assert button.accessibleName() == "Print slip"


def test_closing_ends_the_threads(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(tmp_path, 1)
    qtbot.addWidget(window)
    window.go("returns")
    window.show()
    with qtbot.waitSignal(window.closing):
        window.close()
    assert isinstance(window.bench.desk, FakeDesk)
