"""Ctrl+Z takes this session's changes back, one after the other; Ctrl+Shift+Z does them again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def step_on(seat: Seat, case_id: int, state: str) -> None:
    """Press Enter on a return, and wait for its next state."""
    seat.open_return(case_id)
    seat.press(Qt.Key.Key_Return)
    seat.until(lambda: seat.record(case_id).state == state)
    said(seat, seat.record(case_id).number)


def said(seat: Seat, words: str) -> None:
    seat.until(lambda: words in seat.window.shell.toast.sentence)


def redo(seat: Seat) -> None:
    seat.no_dialog()
    QTest.keyClick(seat.window, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_several_changes_go_back_and_forth_in_their_order(sit: Sit, desk: Desk) -> None:
    first = make_return(desk, make_order(desk, "A1"), remedy="refund_only")
    second = make_return(desk, make_order(desk, "A2"), remedy="refund_only")
    seat = sit()
    step_on(seat, first, "agreed")
    step_on(seat, second, "agreed")
    seat.take_back()
    seat.until(lambda: seat.record(second).state == "asked")
    assert seat.record(first).state == "agreed"
    said(seat, "Undone: ")
    seat.take_back()
    seat.until(lambda: seat.record(first).state == "asked")
    said(seat, seat.record(first).number)
    seat.take_back()
    said(seat, "Nothing is left to undo.")
    redo(seat)
    seat.until(lambda: seat.record(first).state == "agreed")
    said(seat, "Done again: ")
    redo(seat)
    seat.until(lambda: seat.record(second).state == "agreed")
    redo(seat)
    said(seat, "Nothing is left to do again.")
    seat.take_back()
    seat.until(lambda: seat.record(second).state == "asked")


def test_it_outlives_a_switch_of_language(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seat = sit()
    step_on(seat, case_id, "agreed")
    seat.window.use_language("zh_CN")
    seat.take_back()
    seat.until(lambda: seat.record(case_id).state == "asked")


def test_the_bar_takes_back_its_own_change_only(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    other = make_return(desk, make_order(desk, "A2"))
    seat = sit()
    step_on(seat, case_id, "agreed")
    toast = seat.window.shell.toast
    take_up = toast._step
    step_on(seat, other, "agreed")
    assert take_up is not None
    take_up()
    seat.until(lambda: seat.record(case_id).state == "asked")
    assert seat.record(other).state == "agreed"


def test_somebody_elses_later_change_is_named(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seat = sit()
    step_on(seat, case_id, "agreed")
    elsewhere = Desk(desk.folder)
    elsewhere.settings.change(person="王敏")
    cancel = ReasonDraft("x")
    elsewhere.write("Return cancelled.", lambda s: take_step(s, case_id, "cancel", cancel))
    elsewhere.close()
    seat.take_back()
    seat.until(lambda: seat.bar)
    number = seat.record(case_id).number
    assert seat.bar.startswith(f"王敏 changed {number} since (Return cancelled, ")


def test_in_a_text_field_the_keys_are_the_fields(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk, "A1"))
    seat = sit()
    step_on(seat, case_id, "agreed")
    seat.press(Qt.Key.Key_N, control=True)
    finder = seat.page("new_return").sheet.order_card.finder
    seat.until(lambda: finder.isAncestorOf(seat._focus()) or finder.hasFocus())
    seat.write("33")
    seat.press(Qt.Key.Key_Z, control=True)
    seat.press(Qt.Key.Key_Z, control=True)
    written: list[bool] = []
    seat.window.operations.after_writes(lambda: written.append(True))
    seat.until(lambda: written)
    assert seat.record(case_id).state == "agreed"
