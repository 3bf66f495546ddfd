"""A parcel is opened by scanner and keyboard; what was typed survives refusals and other people."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.inspection import Inspection, load_inspection
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceiptDraft,
    ReceivedDraft,
    ReturnLineDraft,
)
from shopdesk.services.inspection import save_inspection
from shopdesk.services.steps import take_step
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.inspection.entry_row import EntryRow
from shopdesk.ui.pages.inspection.panel import InspectionPanel
from shopdesk.ui.shell import PageEntry
from tests.making import make_order, make_return

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@dataclass
class Bench:
    """A panel in the real window, over a return of three units whose parcel is here."""

    desk: Desk
    window: MainWindow
    panel: InspectionPanel
    case_id: int
    qtbot: QtBot

    def until(self, seen: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = CONTROL if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._focus(), key, held)

    def write(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def scan(self, code: str) -> None:
        self.panel.scan.setFocus()
        self.write(code)
        self.press(ENTER)

    def kept(self) -> Inspection:
        with self.desk.reading() as reader:
            found = load_inspection(reader, self.case_id)
        assert found is not None
        return found

    @property
    def rows(self) -> list[EntryRow]:
        return self.panel.sheet.rows()

    def others_keep(self, *items: ReceivedDraft) -> None:
        draft = InspectionDraft(items)
        self.desk.write("Kept", lambda s: save_inspection(s, self.case_id, draft))

    def _focus(self) -> QWidget:
        return self.window.focusWidget() or self.window


def _arrived(desk: Desk, number: str) -> int:
    order_id = make_order(desk, number, quantity=3, paid_minor=30_000)
    lines = (ReturnLineDraft(quantity=3, order_line_id=order_id),)
    case_id = make_return(desk, order_id, agree=True, lines=lines)
    desk.write("Parcel arrived", lambda s: take_step(s, case_id, "receive_early"))
    return case_id


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Iterator[Bench]:
    case_id = _arrived(desk, "3398120571")
    window = MainWindow(desk, (PageEntry("at", N_("Returns"), "package", InspectionPanel),))
    window.show()
    window.go("at")
    panel = window.findChild(InspectionPanel)
    assert panel is not None
    panel.show_case(case_id)
    window.activateWindow()
    panel.setFocus()
    found = Bench(desk, window, panel, case_id, qtbot)
    found.until(panel.scan.hasFocus)
    yield found
    window.close()


def test_all_intact_is_one_key_and_one_undo(bench: Bench) -> None:
    assert bench.panel.foot.sums.text() == "0 of 3 here · 3 short"
    bench.press(ENTER, control=True)
    bench.until(lambda: bench.kept().found.state == "inspected")
    (item,) = bench.kept().items
    assert (item.quantity, item.condition, item.disposition) == (3, "intact", "stock")
    bench.until(lambda: bench.panel.deeds["finish"].text() == "Save correction")
    bench.window.activateWindow()
    bench.until(bench.window.isActiveWindow)
    bench.press(Qt.Key.Key_Z, control=True)
    bench.until(lambda: bench.kept().found.state == "arrived")
    bench.until(lambda: bench.rows[0].units == 0)
    assert bench.kept().items == ()


def test_scanned_counted_split_and_judged_by_keys(bench: Bench) -> None:
    for _turn in range(3):
        bench.scan("kn 0412-m")
    assert bench.rows[0].units == 3
    bench.rows[0].chips.setFocus(Qt.FocusReason.TabFocusReason)
    bench.press(Qt.Key.Key_1)
    bench.rows[0].split_button.click()
    assert [row.units for row in bench.rows] == [2, 1]
    bench.press(Qt.Key.Key_4)
    assert bench.rows[1].where.value() == "write_off"
    assert bench.panel.foot.sums.text() == "3 of 3 here · 2 intact · 1 damaged"
    bench.press(ENTER, control=True)
    bench.until(lambda: bench.kept().found.state == "inspected")
    assert bench.kept().found.cost_minor == 10_000
    newest = bench.kept().found.timeline[0]
    assert newest.values["found"]["conditions"] == {"intact": 2, "damaged": 1}


def test_a_figure_and_enter_lead_through_the_line(bench: Bench) -> None:
    bench.rows[0].counter.setFocus()
    bench.write("2")
    bench.press(ENTER)
    bench.press(Qt.Key.Key_2)
    row = bench.rows[0].draft()
    assert (row.quantity, row.condition, row.disposition) == (2, "opened", "stock")
    bench.press(Qt.Key.Key_S, control=True)
    bench.until(lambda: bench.kept().items)
    assert bench.kept().found.state == "arrived"
    assert not bench.panel.is_touched


def test_tab_leads_from_the_scan_through_the_goods_to_the_buttons(bench: Bench) -> None:
    row = bench.rows[0]
    row.decide(3, "damaged")
    row.split_button.click()
    bench.panel.scan.setFocus()
    bench.press(Qt.Key.Key_Tab)
    assert row.counter.figure.hasFocus()
    seen = []
    while not bench.panel.foot.finish_button.hasFocus():
        bench.press(Qt.Key.Key_Tab)
        seen.append(bench.window.focusWidget())
    stops = [row.where, bench.rows[1].counter.figure, bench.panel.foot.keep_button]
    assert [stop for stop in seen if stop in stops] == stops


def test_an_empty_box_is_one_button_and_a_word(bench: Bench) -> None:
    bench.panel.empty_button.click()
    assert bench.rows[0].note.hasFocus()
    bench.write("Only paper in it")
    bench.press(ENTER, control=True)
    bench.until(lambda: bench.kept().found.state == "inspected")
    newest = bench.kept().found.timeline[0]
    assert (newest.event, newest.text) == ("inspect_empty", "Only paper in it")


def test_foreign_goods_are_named_and_what_was_typed_stays(bench: Bench) -> None:
    bench.scan("4711")
    assert "number 4711" in bench.panel.foot.notice.sentence
    bench.panel.other_button.click()
    bench.press(ENTER, control=True)
    bench.until(bench.panel.sheet.others[0].refusal.isVisible)
    assert bench.panel.sheet.others[0].title.hasFocus()
    bench.write("A brick")
    bench.press(ENTER, control=True)
    bench.until(lambda: bench.kept().found.state == "inspected")
    assert [(item.title, item.quantity) for item in bench.kept().items] == [("A brick", 1)]


def test_what_somebody_else_counted_is_shown_or_told(bench: Bench) -> None:
    line = bench.kept().lines[0].id
    bench.others_keep(ReceivedDraft(1, line))
    bench.scan("KN-0412-M")
    bench.scan("KN-0412-M")
    bench.press(Qt.Key.Key_S, control=True)
    bench.until(bench.panel.foot.theirs_button.isVisible)
    assert "小李 changed this inspection meanwhile" in bench.panel.foot.notice.sentence
    assert bench.rows[0].units == 2
    bench.press(Qt.Key.Key_S, control=True)
    bench.until(lambda: [item.quantity for item in bench.kept().items] == [2])


def test_another_return_is_shown_only_after_what_was_typed_is_kept(bench: Bench) -> None:
    other = _arrived(bench.desk, "3398120572")
    bench.scan("KN-0412-M")
    bench.panel.show_case(other)
    bench.until(lambda: bench.panel.case_id == other)
    assert [item.quantity for item in bench.kept().items] == [1]
    assert bench.rows[0].units == 0


def test_a_second_parcel_is_counted_beside_the_first(bench: Bench) -> None:
    line = bench.kept().lines[0].id
    bench.others_keep(ReceivedDraft(2, line, "intact", "stock"))
    bench.desk.write("Inspected", lambda s: take_step(s, bench.case_id, "inspect"))
    second = ReceiptDraft("SF0000000000002", waybill="SF0000000000002")
    bench.desk.write("More", lambda s: take_step(s, bench.case_id, "receive_more", second))
    bench.panel.show_case(bench.case_id)
    assert bench.panel.foot.sums.text() == "2 of 3 here · 1 short · 2 intact"
    bench.press(ENTER, control=True)
    bench.until(lambda: bench.kept().found.state == "inspected")
    assert [item.quantity for item in bench.kept().items] == [2, 1]


def test_a_return_that_is_not_here_says_why_nothing_can_be_counted(bench: Bench) -> None:
    asked = make_return(bench.desk, make_order(bench.desk, "3398120573"))
    bench.panel.show_case(asked)
    finish = bench.panel.deeds["finish"]
    assert not finish.isEnabled()
    assert "“Asked”" in finish.toolTip()
    assert not bench.panel.count_code("KN-0412-M")
