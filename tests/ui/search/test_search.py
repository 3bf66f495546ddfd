"""The search box in the whole window: found while one types, opened by keys, left by Escape."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.everything import Everything, search_everything
from shopdesk.ui.main_window import MainWindow, PageEntry
from shopdesk.ui.search.box import SearchBox
from tests.making import make_order, make_return
from tests.ui.new_return.conftest import ShownReturns


class Searching:
    """A window with places that remember what they were asked to open, and its box."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        places = ("returns", "orders", "customers", "solutions")
        self.window = MainWindow(
            desk, [PageEntry(key, N_("Returns"), "search", ShownReturns) for key in places]
        )
        self.failures: list[object] = []
        self.window.operations.failed.connect(self.failures.append)
        self.window.go("returns")
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def box(self) -> SearchBox:
        return self.window.search

    @property
    def lines(self) -> list[str]:
        popup = self.box.popup
        return list(popup.results.lines()) if popup else []

    def come(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.waitUntil(self.box.hasFocus)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.box, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.box, text)

    def until(self, seen: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()))

    def until_found(self, text: str) -> None:
        self.until(lambda: self.box.is_open and any(text in line for line in self.lines))

    def opened(self, page: str) -> list[int]:
        shown = self.window._pages.get(page)
        return shown.opened if isinstance(shown, ShownReturns) else []


@pytest.fixture
def searching(desk: Desk, qtbot: QtBot) -> Iterator[Searching]:
    at_work = Searching(desk, qtbot)
    yield at_work
    at_work.window.close()
    assert at_work.failures == []


def test_keys_alone_find_and_open_an_order(desk: Desk, searching: Searching) -> None:
    order_id = make_order(desk)
    case_id = make_return(desk, order_id)
    searching.come()
    searching.type("7720")
    searching.until_found("3398120571")
    assert searching.lines[0] == "Returns, reshipments, complaints"
    chosen = searching.box.popup
    assert chosen
    assert chosen.chosen
    assert (chosen.chosen.page, chosen.chosen.id) == ("returns", case_id)
    searching.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert "3398120571" in searching.box.accessibleDescription()
    searching.press(Qt.Key.Key_Return)
    assert searching.opened("orders") == [order_id]
    assert not searching.box.is_open


def test_enter_opens_what_is_still_being_looked_for(desk: Desk, searching: Searching) -> None:
    order_id = make_order(desk, "3398120571")
    make_order(desk, "33981205710")
    searching.come()
    searching.type("3398120571")
    searching.press(Qt.Key.Key_Return)
    searching.until(lambda: searching.opened("orders"))
    assert searching.opened("orders") == [order_id]


def test_an_input_method_searches_when_it_is_done(desk: Desk, searching: Searching) -> None:
    make_order(desk, buyer="林小雨")
    searching.come()
    QApplication.sendEvent(searching.box, QInputMethodEvent("lin", []))
    QTest.qWait(150)
    assert not searching.box.is_open
    done = QInputMethodEvent()
    done.setCommitString("林")
    QApplication.sendEvent(searching.box, done)
    searching.until_found("林小雨")


def test_escape_goes_back_to_where_one_was(desk: Desk, searching: Searching, qtbot: QtBot) -> None:
    make_order(desk)
    entry = searching.window.rail.findChildren(type(searching.window.rail._entries["orders"]))[1]
    entry.setFocus()
    searching.come()
    searching.type("7720")
    searching.until_found("3398120571")
    searching.press(Qt.Key.Key_Escape)
    assert not searching.box.is_open
    assert searching.box.text() == ""
    assert QApplication.focusWidget() is entry


def test_coming_again_shows_the_last_search_to_be_typed_over(
    desk: Desk, searching: Searching
) -> None:
    make_order(desk)
    searching.come()
    searching.type("7720")
    searching.until_found("3398120571")
    searching.press(Qt.Key.Key_Return)
    searching.come()
    searching.until(lambda: searching.box.is_open)
    assert searching.box.selectedText() == "7720"


def test_nothing_found_is_said(searching: Searching) -> None:
    searching.come()
    searching.type("zzqq")
    searching.until(lambda: searching.box.is_open)
    popup = searching.box.popup
    assert popup
    assert "zzqq" in popup.sentence
    searching.press(Qt.Key.Key_Return)  # there is nothing to open


def test_a_late_answer_never_overwrites_a_newer_one(
    desk: Desk, searching: Searching, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_order(desk, "1111", buyer="Ann")
    make_order(desk, "2222", buyer="Bob")
    asked: list[str] = []

    def slow(reader: object, typed: str) -> Everything:
        asked.append(typed)
        if typed == "1111":
            QTest.qSleep(300)
        return search_everything(reader, typed)  # type: ignore[arg-type]

    monkeypatch.setattr("shopdesk.queries.everything.search_everything", slow)
    searching.come()
    searching.type("1111")
    searching.until(lambda: asked == ["1111"])
    searching.box.selectAll()
    searching.type("2222")
    searching.until_found("2222")
    QTest.qWait(350)
    assert not any("1111" in line for line in searching.lines)


def test_the_mouse_opens_a_row(desk: Desk, searching: Searching) -> None:
    order_id = make_order(desk)
    searching.come()
    searching.type("339")
    searching.until_found("3398120571")
    popup = searching.box.popup
    assert popup
    results = popup.results
    row = next(n for n, line in enumerate(searching.lines) if line.startswith("3398120571"))
    place = results.visualRect(results.model().index(row, 0)).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert searching.opened("orders") == [order_id]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640)])
def test_the_results_stay_inside_the_window(
    desk: Desk, searching: Searching, size: tuple[int, int]
) -> None:
    searching.window.resize(*size)
    for n in range(8):
        make_order(desk, f"77{n}", buyer=f"林小{n}")
    searching.come()
    searching.type("77")
    searching.until_found("777")
    popup = searching.box.popup
    assert popup
    shell = searching.window.shell
    assert shell.rect().contains(popup.geometry())
    searching.press(*[Qt.Key.Key_Down] * 12)
    results = popup.results
    assert results.viewport().rect().contains(results.visualRect(results.currentIndex()))
