"""Scans on the desk page: answered in their order, none lost, none in the wrong place."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from shopdesk.desk import Desk
from shopdesk.formats import Formats
from shopdesk.services.drafts import ReasonDraft, WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.dialogs.parcel_matching import MatchDialog
from shopdesk.ui.pages.desk import box as box_module
from shopdesk.ui.pages.desk.page import DeskPage
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return
AtDesk = Callable[[], tuple[Seat, DeskPage]]


@pytest.fixture
def at_desk(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> AtDesk:
    """Open the window at the desk by F4; Enter twice in a row is meant."""
    monkeypatch.setattr(box_module, "ECHO_MS", -1)

    def opened() -> tuple[Seat, DeskPage]:
        seat = sit()
        QTest.keyClick(seat.window, Qt.Key.Key_F4)
        page = seat.page("desk")
        seat.until(page.box.hasFocus)
        page.head.opens.setChecked(False)
        return seat, page

    return opened


def on_its_way(desk: Desk, number: str, waybill: str) -> int:
    case_id = make_return(desk, make_order(desk, number), agree=True)
    draft = WaybillDraft("sf", waybill)
    desk.write("Sent", lambda session: take_step(session, case_id, "send", draft))
    return case_id


def scan(seat: Seat, code: str) -> None:
    seat.write(code)
    seat.press(ENTER)


def heads(page: DeskPage) -> list[str]:
    rows = page.history.rows
    return [rows.heard(n).answer.headline for n in range(rows.rowCount())]


def answered(seat: Seat, page: DeskPage, count: int) -> None:
    seat.until(lambda: page.history.rows.rowCount() == count)


def test_a_scan_receives_and_the_second_says_so(at_desk: AtDesk, desk: Desk) -> None:
    case_id = on_its_way(desk, "3398120571", "SF1234567890123")
    seat, page = at_desk()
    scan(seat, "sf1234567890123")
    answered(seat, page, 1)
    assert (page.band.answer.tone, page.band.answer.sound) == ("good", "ok")
    assert seat.record(case_id).state == "arrived"
    assert (page.box.text(), page.box.hasFocus()) == ("", True)
    scan(seat, "SF1234567890123")
    answered(seat, page, 2)
    assert (page.band.answer.tone, page.band.answer.sound) == ("wait", "again")
    assert "came" in page.band.answer.sentence
    assert page.history.received_count == 1
    seat.take_back()
    seat.until(lambda: seat.record(case_id).state == "on_its_way")
    seat.until(lambda: page.history.received_count == 0)
    assert [page.history.rows.heard(n).answer.tone for n in range(2)] == ["wait", "muted"]
    seat.press(Qt.Key.Key_Y, control=True)
    seat.until(lambda: page.history.received_count == 1)
    assert page.history.rows.heard(1).answer.tone == "good"


@pytest.mark.parametrize(("declined", "says"), [(True, "was declined on"), (False, "Nobody")])
def test_what_was_not_to_come_is_received_in_amber(
    at_desk: AtDesk, desk: Desk, says: str, *, declined: bool
) -> None:
    case_id = make_return(desk, make_order(desk))
    if declined:
        why = ReasonDraft("too late")
        desk.write("Declined", lambda session: take_step(session, case_id, "decline", why))
    seat, page = at_desk()
    scan(seat, seat.record(case_id).number)
    answered(seat, page, 1)
    assert seat.record(case_id).state == "arrived"
    assert (page.band.answer.tone, page.band.answer.received) == ("wait", (case_id,))
    assert says in page.band.answer.sentence


def test_one_clock_for_the_whole_screen(at_desk: AtDesk, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    far = "Pacific/Kiritimati"
    seat, page = at_desk()
    with sqlite3.connect(desk.folder.database) as connection:
        connection.execute("UPDATE shop SET timezone = ?", (far,))
    for n in (1, 2):
        scan(seat, seat.record(case_id).number)
        answered(seat, page, n)
    here = Formats("en", ZoneInfo(far)).time(datetime.now(UTC))
    assert f"it came today at {here}" in page.band.answer.sentence
    assert page.history.rows.heard(0).time == here


def test_type_ahead_is_answered_in_its_order(at_desk: AtDesk, desk: Desk) -> None:
    codes = [f"SF{n:013}" for n in range(12)]
    for n, code in enumerate(codes):
        on_its_way(desk, f"33981205{n:02}", code)
    seat, page = at_desk()
    for code in codes:
        scan(seat, code)
    scan(seat, "nothing")
    answered(seat, page, 13)
    with desk.reading() as reader:
        numbers = [row[0] for row in reader.rows("SELECT number FROM cases ORDER BY id")]
    assert [head.split(" ")[0] for head in reversed(heads(page))] == [*numbers, "nothing"]
    assert page.history.received_count == 12


def test_what_fits_nothing_is_kept_by_enter(at_desk: AtDesk, desk: Desk) -> None:
    seat, page = at_desk()
    scan(seat, "ZT000011112222")
    answered(seat, page, 1)
    assert page.band.answer.choices == ("keep",)
    seat.press(ENTER)
    answered(seat, page, 2)
    assert page.band.answer.headline.startswith("U-")
    assert seat.count("parcel") == 1
    seat.take_back()
    seat.until(lambda: seat.count("parcel") == 0)


def test_a_kept_parcel_that_is_matched_is_answered_with_its_return(
    at_desk: AtDesk, desk: Desk
) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat, page = at_desk()
    page.head.opens.setChecked(True)
    scan(seat, "ZT000011112222")
    answered(seat, page, 1)
    seat.press(ENTER)
    answered(seat, page, 2)
    page.band.chosen.emit("match")
    dialog = seat.dialog(MatchDialog)
    QTest.keyClicks(dialog.code, "7720")
    QTest.keyClick(dialog.code, ENTER)
    answered(seat, page, 3)
    assert page.band.answer.received == (case_id,)
    assert page.work.panel is not None
    assert page.work.panel.case_id == case_id
    seat.take_back()
    seat.until(lambda: page.history.received_count == 0)


def test_returns_in_one_box_are_received_together(at_desk: AtDesk, desk: Desk) -> None:
    both = [on_its_way(desk, f"339812057{n}", "SF1234567890123") for n in range(2)]
    seat, page = at_desk()
    scan(seat, "SF1234567890123")
    answered(seat, page, 1)
    assert page.band.answer.choices[0] == "receive_all"
    seat.press(ENTER)
    answered(seat, page, 2)
    assert [seat.record(i).state for i in both] == ["arrived", "arrived"]


def test_arrows_choose_one_of_several(at_desk: AtDesk, desk: Desk) -> None:
    both = [on_its_way(desk, f"339812057{n}", f"SF{n:013}") for n in range(2)]
    seat, page = at_desk()
    scan(seat, "7720")
    answered(seat, page, 1)
    seat.press(Qt.Key.Key_Down, ENTER)
    answered(seat, page, 2)
    assert [seat.record(i).state for i in both] == ["on_its_way", "arrived"]


def test_a_scan_never_lands_in_another_field(at_desk: AtDesk, desk: Desk) -> None:
    case_id = on_its_way(desk, "3398120571", "SF1234567890123")
    seat, page = at_desk()
    note = QLineEdit(page)
    note.show()
    note.setFocus()
    seat.until(note.hasFocus)
    scan(seat, "SF1234567890123")
    answered(seat, page, 1)
    assert (note.text(), seat.record(case_id).state) == ("", "arrived")
    QTest.keyClicks(note, "box torn")
    seat.until(lambda: note.text() == "box torn")
    assert page.history.rows.rowCount() == 1


def test_a_refused_write_is_said_and_the_next_scan_goes_on(at_desk: AtDesk, desk: Desk) -> None:
    case_id = on_its_way(desk, "3398120571", "SF1234567890123")
    seat, page = at_desk()
    seat.window.watch.close()
    scan(seat, "7720")
    scan(seat, "SF1234567890123")
    scan(seat, "again")
    answered(seat, page, 3)
    assert seat.record(case_id).state == "arrived"
    assert page.scans.is_idle
