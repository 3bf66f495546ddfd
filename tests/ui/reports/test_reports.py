"""The month on the screen: made beside the work, stepped through by keyboard, saved whole."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.ui.actions import Action
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.reports.months import EARLIEST, MonthChooser, shifted
from shopdesk.ui.pages.reports.page import ReportsPage
from shopdesk.ui.shell import PageEntry
from tests.making import make_order, make_return
from tests.ui.base.test_window import nameless

PAGES = (PageEntry("reports", "Reports", "chart-column", ReportsPage),)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, PAGES)
    qtbot.addWidget(made)
    made.add_top_action("import_orders", Action("Import orders"), lambda: None)
    yield made
    made.close()


def opened(window: MainWindow) -> ReportsPage:
    window.go("reports")
    window.show()
    page = window.findChild(ReportsPage)
    assert isinstance(page, ReportsPage)
    return page


@pytest.fixture
def page(window: MainWindow, desk: Desk, qtbot: QtBot) -> ReportsPage:
    """The page over a shop with one return of these days, its summary made."""
    make_return(desk, make_order(desk))
    made = opened(window)
    qtbot.waitUntil(lambda: made.out.paper is not None, timeout=10_000)
    return made


@pytest.mark.parametrize(
    ("month", "months", "found"),
    [
        (date(2026, 1, 31), -1, date(2025, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 1), -15, date(2024, 12, 1)),
    ],
)
def test_months_run_over_the_years(month: date, months: int, found: date) -> None:
    assert shifted(month, months) == found


def test_arrows_step_and_stop_at_both_ends(qtbot: QtBot) -> None:
    months = MonthChooser(date(2026, 11, 22))
    qtbot.addWidget(months)
    months.show()
    assert months.month == date(2026, 11, 1)
    button = months._name
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert months.month == date(2026, 11, 1)
    QTest.keyClick(button, Qt.Key.Key_Left)
    QTest.keyClick(button, Qt.Key.Key_PageUp)
    assert months.month == date(2025, 10, 1)
    assert button.accessibleName() == "Month: October 2025"
    months.show_month(EARLIEST)
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert months.month == EARLIEST


def test_it_opens_with_a_month_in_which_something_happened(page: ReportsPage) -> None:
    assert page.head.months.month == shifted(datetime.now(UTC).date(), 0)
    assert page.view.page_count >= 1
    assert nameless(page) == []


def test_an_empty_month_says_so_and_offers_what_to_do(page: ReportsPage, qtbot: QtBot) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_PageUp)
    qtbot.waitUntil(page.empty.isVisible)
    year = datetime.now(UTC).year - 1
    assert page.empty.accessibleName().startswith("Nothing was sold and nothing came back in ")
    assert str(year) in page.empty.accessibleName()
    assert page.out.actions["print"].toolTip().startswith("There is nothing in this month.")


def test_a_write_is_on_the_paper_at_once(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    before = page.out.paper
    assert before is not None
    make_return(desk, make_order(desk, "3398120572"))
    page._follow(object())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: page.out.paper not in (None, before), timeout=10_000)


def test_the_paper_is_saved_whole_where_one_wants(
    page: ReportsPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    place = tmp_path / "october.pdf"
    dialog.fileSelected.emit(str(place))
    dialog.close()
    qtbot.waitUntil(place.exists)
    assert "云柔家居" in PdfReader(place).pages[0].extract_text()
    assert desk.settings.now.last_folder == str(tmp_path)


def test_without_a_viewer_it_says_what_to_do(
    page: ReportsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page.out.open()
    said = "No program on this computer opens PDF files."
    qtbot.waitUntil(lambda: window.shell.bar.sentence.startswith(said))


def test_several_shops_can_be_seen_one_by_one(page: ReportsPage, qtbot: QtBot) -> None:
    assert page.head.shop is not None
    assert not page.head._shop.isVisible()
    page.head.set_shops([page.head.shop, page.head.shop])
    assert page.head.all_shops
    assert page.head._shop.isVisible()
