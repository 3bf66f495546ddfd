"""Scans and keys that do not begin in the box of the desk: they get there, and do nothing else."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from shopdesk.desk import Desk
from shopdesk.services.drafts import OwnerlessDraft
from shopdesk.services.ownerless import keep_parcel
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.rail import RailEntry
from shopdesk.ui.pages.inspection.counter import Figure
from shopdesk.ui.scanner_keys import GAP_MS
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return


def scan(seat: Seat, code: str) -> None:
    """Scan wherever the keyboard is; what comes of it is answered at the desk."""
    for sign in code:
        if sign.isupper():
            seat.press(Qt.Key.Key_Shift)
        seat.write(sign)
    seat.press(ENTER)
    seat.until(lambda: seat.window.page == "desk")
    page = seat.page("desk")
    seat.until(lambda: page.history.rows.rowCount() and page.scans.is_idle)


def test_a_scan_at_the_list_of_returns_agrees_to_none(sit: Sit, desk: Desk) -> None:
    asked = make_return(desk, make_order(desk))
    seat = sit()
    seat.open_return(asked)
    scan(seat, "ZT000011112222AB")
    assert seat.record(asked).state == "asked"
    assert seat.page("desk").band.answer.headline == "ZT000011112222AB"


def test_a_scan_into_a_text_field_of_another_page_stays_there(sit: Sit, desk: Desk) -> None:
    make_return(desk, make_order(desk))
    seat = sit()
    seat.window.go("shelf")
    finder = seat.page("shelf").finder
    finder.setFocus()
    seat.until(finder.hasFocus)
    seat.write("ZT000011112222")
    assert isinstance(finder, QLineEdit)
    assert (finder.text(), seat.window.page) == ("ZT000011112222", "shelf")


def test_enter_never_leaves_the_desk_for_a_return_that_takes_no_parcel(
    sit: Sit, desk: Desk
) -> None:
    kept = make_return(desk, make_order(desk), remedy="refund_only", agree=True)
    seat = sit()
    seat.window.receive_parcel()
    scan(seat, seat.record(kept).number)
    assert seat.page("desk").band.answer.choices[0] == "open_case"
    QTest.qWait(300)
    seat.press(ENTER)
    assert seat.window.page == "desk"


def test_keys_typed_by_hand_begin_in_the_box_wherever_the_keyboard_is(sit: Sit, desk: Desk) -> None:
    desk.write("Kept", partial(keep_parcel, draft=OwnerlessDraft("ZT000011112222")))
    seat = sit()
    seat.window.receive_parcel()
    scan(seat, "ZT000011112222")
    page = seat.page("desk")
    label = page.work.findChild(CopyLabel)
    assert label is not None
    seat.window.rail.findChildren(RailEntry)[0].setFocus()
    for away in (label, seat.window.rail.findChildren(RailEntry)[1], page.history):
        away.setFocus()
        seat.until(away.hasFocus)
        for sign in "77":
            seat.write(sign)
            QTest.qWait(GAP_MS * 2)
        seat.until(lambda: page.box.text() == "77" and page.box.hasFocus())
        page.box.clear()


def test_a_figure_is_typed_where_the_keyboard_was_before_it_went_on(sit: Sit) -> None:
    seat = sit()
    seat.window.receive_parcel()
    page = seat.page("desk")
    figure = Figure()
    figure.setParent(page)
    figure.set_value(1)
    figure.show()
    figure.setFocus()
    seat.until(figure.hasFocus)
    QTest.keyClick(figure, Qt.Key.Key_3)
    page.box.setFocus()
    assert (figure.text(), page.box.text()) == ("3", "")
