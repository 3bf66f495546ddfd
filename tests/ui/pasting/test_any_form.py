"""Any form takes what is pasted with two lines: its targets, and where to listen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.ui.base.fields import DateField, LineField, MoneyField
from shopdesk.ui.base.form import Form
from shopdesk.ui.main_window import MainWindow, PageEntry
from shopdesk.ui.pasting.offer import PasteOffer
from shopdesk.ui.pasting.targets import into
from shopdesk.ui.workbench import Workbench

TEXT = "收货人：张伟\n运费：¥12.5\n2026年11月20日签收\n地址：上海市浦东新区张江路5号"


class FormPage(QWidget):
    """A form with fields of several sorts, and the card over it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.form = Form()
        self.name = self.form.add("name", N_("&Name"), LineField())
        self.address = self.form.add("address", N_("&Address"), LineField())
        self.freight = self.form.add("freight", N_("&Freight"), MoneyField("CNY"))
        self.day = self.form.add("day", N_("&Day"), DateField())
        self.button = QPushButton("Elsewhere")
        self.paste = PasteOffer(
            bench,
            lambda _pasted: (
                into("name", self.name),
                into("address", self.address),
                into("amount", self.freight),
                into("day", self.day),
            ),
        )
        layout = QVBoxLayout(self)
        for widget in (self.paste, self.form, self.button):
            layout.addWidget(widget)
        self.paste.listen(self)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[FormPage]:
    window = MainWindow(desk, [PageEntry("form", N_("Returns"), "plus", FormPage)])
    failures: list[object] = []
    window.operations.failed.connect(failures.append)
    window.go("form")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = window.findChild(FormPage)
    assert found is not None
    yield found
    window.close()
    assert failures == []


def test_each_field_takes_its_own_sort(page: FormPage, qtbot: QtBot) -> None:
    day = page.day.value()
    page.button.setFocus()
    QGuiApplication.clipboard().setText(TEXT)
    QTest.keyClick(page.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.paste.isVisible)
    page.paste.fill()
    assert page.name.value() == "张伟"
    assert page.address.value() == "上海市浦东新区张江路5号"
    assert page.freight.value() == 1250
    assert page.day.value().isoformat() == "2026-11-20"
    page.paste.take_back()
    assert (page.name.value(), page.freight.value(), page.day.value()) == ("", None, day)


def test_an_amount_of_another_currency_has_no_place(page: FormPage, qtbot: QtBot) -> None:
    page.paste.offer("£12.50")
    qtbot.waitUntil(page.paste.isVisible)
    assert [row.note for row in page.paste.rows] == ["not asked for here"]
    assert page.paste.fill_button.isHidden()


def test_an_empty_clipboard_is_told(page: FormPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  ")
    page.paste.paste()
    shown = page.window()
    assert isinstance(shown, MainWindow)
    assert shown.shell.toast.sentence == "There is no text to paste. Copy it first."
    assert page.paste.isHidden()


def test_a_fields_own_menu_offers_several_lines_too(page: FormPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    at = page.name.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.name.mapToGlobal(at))
    QApplication.sendEvent(page.name, asked)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    entry = menu.findChild(QAction, "edit-paste")
    assert entry is not None
    entry.trigger()
    menu.close()
    qtbot.waitUntil(page.paste.isVisible)
    assert page.name.value() == ""
