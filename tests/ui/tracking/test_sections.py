"""A parcel's way in a detail: pasted, added, taken back; what is claimed for it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.formats import Formats
from shopdesk.i18n import N_, current_language
from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.queries.return_detail import load_case_parcels
from shopdesk.ui.claims import ClaimSection
from shopdesk.ui.claims.claim_dialog import ClaimDialog
from shopdesk.ui.claims.step_dialog import ClaimStepDialog
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.shell import PageEntry
from shopdesk.ui.tracking import TrackingSection
from shopdesk.ui.tracking.event_dialog import TrackingEventDialog
from shopdesk.ui.tracking.file_dialog import TrackingFileDialog
from shopdesk.ui.tracking.paste_dialog import PasteTrackingDialog
from shopdesk.ui.workbench import Workbench
from tests.services.test_tracking import sent
from tests.stories.hands import press_button

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
PAGE = """2026-11-20 06:02:00 【北京市】 正在派件
2026-11-19 22:40:11 【杭州市】 快件离开【杭州转运中心】已发往【北京转运中心】
查看更多"""


class Sections(QWidget):
    """Both sections over one reshipment, read anew after each change, as a detail does."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.case_id = 0
        self.steps: list[str] = []
        self.tracking = TrackingSection(bench)
        self.claims = ClaimSection(bench)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tracking)
        layout.addWidget(self.claims)
        self.tracking.step_wanted.connect(self.steps.append)
        bench.operations.changed.connect(lambda _change: self.read())

    def open_record(self, case_id: int) -> None:
        self.case_id = case_id
        self.read()

    def read(self) -> None:
        if not self.case_id:
            return
        formats = Formats(current_language(), ZoneInfo("Asia/Shanghai"))
        self.tracking.show_parcels(self.case.number, self.parcels, formats)
        self.claims.show_case(self.case, formats)

    @property
    def case(self) -> CaseDetail:
        with self.bench.desk.reading() as reader:
            found = load_case_detail(reader, self.case_id)
        assert found is not None
        return found

    @property
    def parcels(self) -> Any:
        with self.bench.desk.reading() as reader:
            return load_case_parcels(reader, self.case_id)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def sections(desk: Desk, qtbot: QtBot) -> Iterator[Sections]:
    QGuiApplication.clipboard().clear()
    case_id, _parcel_id = sent(desk)
    window = MainWindow(desk, (PageEntry("reshipments", N_("Reshipments"), "truck", Sections),))
    qtbot.addWidget(window)
    window.show()
    window.go("reshipments", case_id)
    found = window.findChild(Sections)
    assert isinstance(found, Sections)
    yield found
    window.close()


def opened(qtbot: QtBot, kind: type[Any]) -> Any:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=5_000)
    return QApplication.activeModalWidget()


def until(qtbot: QtBot, seen: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)


def test_a_pasted_page_is_previewed_and_added_once(sections: Sections, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    press_button(sections.tracking, "Paste from the courier's page…")
    dialog = opened(qtbot, PasteTrackingDialog)
    assert [row.meaning for row in dialog.rows] == [
        "Out for delivery",
        "Moving on",
        "Not understood",
    ]
    assert dialog.summary.text() == "2 new events · 1 line not understood"
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    until(qtbot, lambda: sections.case.state == "on_its_way")
    until(qtbot, lambda: "北京市 · 正在派件" in sections.words())
    press_button(sections.tracking, "Paste from the courier's page…")
    again = opened(qtbot, PasteTrackingDialog)
    assert not again.text.value()  # nothing on the clipboard is new
    again.text.set_value(PAGE)
    QTest.keyClick(again.text, ENTER, CONTROL)
    assert again.form.sentence_at("text") == "There is no event in it that is new."
    again.text.set_value("")
    again.close()


def test_a_typed_refusal_proposes_its_step(sections: Sections, qtbot: QtBot) -> None:
    press_button(sections.tracking, "Add event…")
    dialog = opened(qtbot, TrackingEventDialog)
    QTest.keyClicks(dialog.text, "Refused by the recipient")
    QTest.keyClick(dialog.text, ENTER)
    until(qtbot, lambda: "The courier says “Refused”" in sections.words())
    press_button(sections.tracking, "Refused…")
    assert sections.steps == ["mark_refused"]
    press_button(sections.tracking, "Remove the latest event")
    until(qtbot, lambda: "Nothing is known of its way yet." in sections.words())


def test_a_claim_is_opened_made_and_paid(sections: Sections, qtbot: QtBot) -> None:
    press_button(sections.claims, "Claim from the courier…")
    dialog = opened(qtbot, ClaimDialog)
    assert dialog.goods.value() == 15900
    QTest.keyClick(dialog.goods, ENTER)
    until(qtbot, lambda: state_of_claim(sections) == "open")
    for button, state in (("Claimed…", "claimed"), ("Courier paid…", "paid")):
        qtbot.wait(1)  # what stood there before is gone
        press_button(sections.claims, button)
        step = opened(qtbot, ClaimStepDialog)
        assert step.amount.value() == 15900
        QTest.keyClick(step.amount, ENTER)
        until(qtbot, partial(is_in, sections, state))
        until(qtbot, lambda: QApplication.activeModalWidget() is None)


def is_in(sections: Sections, state: str) -> bool:
    return state_of_claim(sections) == state


def state_of_claim(sections: Sections) -> str:
    claims = sections.claims.basis.claims if sections.claims.basis else ()
    return claims[-1].state if claims else ""


def test_a_file_is_looked_at_before_it_is_written(
    sections: Sections, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "way.csv"
    rows = ("75312345678901,2026-11-20 08:14,已揽收", "1234,2026-11-20 08:14,已揽收")
    path.write_text("\n".join(("Waybill,Time,Event", *rows)), encoding="utf-8")
    TrackingFileDialog(sections.bench, sections.window()).open()
    dialog = opened(qtbot, TrackingFileDialog)
    dialog.read(path)
    until(qtbot, dialog.save_button.isEnabled)
    assert dialog.count.text() == "1 new event · 1 line is left out"
    dialog.save_button.click()
    until(qtbot, lambda: "已揽收" in sections.words())
