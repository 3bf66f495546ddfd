"""A list page over a real file: what is chosen and where the eye is stays, whatever is read."""

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.table_page import FIRST_IDS
from shopdesk.ui.main_window import MainWindow
from tests.ui.base.fake_shop import FakeDesk, FakePage


def test_all_that_is_found_is_shown_newest_first(page: FakePage) -> None:
    assert page.model.rowCount() == 1_000 > FIRST_IDS
    assert page.model.id_at(0) == 1_250
    assert page.chosen_row is not None
    assert page.chosen_row.id == 1_250


def test_chips_say_how_many_and_a_capped_count_says_so(page: FakePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Open, 1000" in _names(page))
    assert "All, 1000+" in _names(page)


def test_another_chip_shows_other_rows(page: FakePage, qtbot: QtBot) -> None:
    page.show_chip("Asked")
    qtbot.waitUntil(lambda: page.model.rowCount() == 250)


def test_a_sort_is_the_querys_and_keeps_the_chosen_record(page: FakePage, qtbot: QtBot) -> None:
    page.table.choose(1_001)
    page.table.sort_wanted.emit("id", False)
    qtbot.waitUntil(lambda: page.model.id_at(0) == 1)
    assert page.table.chosen == 1_001


def test_a_chosen_record_past_the_first_ids_is_still_chosen_after_a_sort(
    page: FakePage, qtbot: QtBot
) -> None:
    page.table.choose(1_248)
    page.table.sort_wanted.emit("id", False)
    qtbot.waitUntil(lambda: page.table.chosen == 1_248 and page.model.id_at(0) == 1)
    assert page.model.row_of(1_248) > FIRST_IDS


def test_a_write_is_seen_and_moves_nothing(page: FakePage, desk: FakeDesk, qtbot: QtBot) -> None:
    page.table.choose(501)
    place = page.table.verticalScrollBar().value()

    def rename(session: sqlite3.Connection) -> None:
        session.execute("UPDATE r SET buyer = 'Ada' WHERE id = 501")

    page.bench.operations.write("Renamed", rename)
    qtbot.waitUntil(lambda: page.chosen_row is not None and page.chosen_row.buyer == "Ada")
    assert page.table.chosen == 501
    assert page.table.verticalScrollBar().value() == place


def test_a_record_of_another_chip_is_found(page: FakePage, qtbot: QtBot) -> None:
    page.open_record(4)
    qtbot.waitUntil(lambda: page.table.chosen == 4)
    assert page.frame.chips.current == "all"


def test_a_record_that_the_chip_holds_is_found_without_leaving_the_chip(
    page: FakePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("orders")
    with qtbot.waitSignal(page.bench.operations.changed):
        page.bench.operations.write(
            "Logged",
            lambda s: s.execute("UPDATE r SET state = 'Asked' WHERE id = 4"),
        )
    window.go("returns", 4)
    qtbot.waitUntil(lambda: page.table.chosen == 4)
    assert page.frame.chips.current == "open"


def test_a_record_that_leaves_the_chip_while_it_is_opened_is_still_found(
    page: FakePage, window: MainWindow, qtbot: QtBot
) -> None:
    chosen = page.table.chosen
    with qtbot.waitSignal(page.bench.operations.changed):
        page.bench.operations.write(
            "Closed", lambda s: s.execute(f"UPDATE r SET state = 'Closed' WHERE id = {chosen}")
        )
    window.go("returns", chosen)  # the list that is seen still holds it, the one being read not
    qtbot.waitUntil(lambda: page.frame.chips.current == "all" and page.table.chosen == chosen)


def test_an_empty_chip_says_so_and_offers_no_first_step(page: FakePage, qtbot: QtBot) -> None:
    page.show_chip("none")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    empty = page.findChild(Empty)
    assert isinstance(empty, Empty)
    qtbot.waitUntil(empty.isVisible)
    qtbot.waitUntil(lambda: empty.accessibleName() == "No return is in this state.")
    assert not any(button.isVisible() for button in empty.findChildren(QPushButton))


def test_arrows_and_figures_choose_a_chip(page: FakePage, qtbot: QtBot) -> None:
    first = page.frame.chips.findChildren(QPushButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.wanted.chip == "Asked"
    QTest.keyClick(page.frame.chips, Qt.Key.Key_4)
    assert page.wanted.chip == "all"
    qtbot.waitUntil(lambda: page.model.rowCount() == 1_250)


def test_the_keyboard_sorts_too(page: FakePage, qtbot: QtBot) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.table, Qt.Key.Key_Up, both)
    qtbot.waitUntil(lambda: page.model.id_at(0) == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Right, both)
    assert page.wanted.sort == "buyer"


def test_a_page_that_is_not_seen_reads_when_it_is(
    page: FakePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("orders")
    with qtbot.waitSignal(page.bench.operations.changed):
        page.bench.operations.write("Gone", lambda s: s.execute("DELETE FROM r WHERE id > 1000"))
    assert page.model.rowCount() == 1_000
    window.go("returns")
    qtbot.waitUntil(lambda: page.model.rowCount() == 800)


def test_enter_opens_the_chosen_row(page: FakePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.table.record_opened) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [1_250]


def _names(page: FakePage) -> list[str]:
    return [button.accessibleName() for button in page.frame.chips.findChildren(QPushButton)]
