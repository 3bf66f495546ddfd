"""Complaints by keys alone: logged, answered, put right as the buyer chose, and told."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.desk import Desk
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.ui.dialogs.complaints.act import ActDialog
from shopdesk.ui.dialogs.complaints.choice import ChoiceDialog
from shopdesk.ui.dialogs.complaints.option import OptionDialog
from shopdesk.ui.dialogs.complaints.small_steps import FewOptionsDialog
from tests.complaining import PAY, WAIT, add, complain, complain_of_order, record, step
from tests.making import make_order, make_return
from tests.settling import money
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return


def open_complaint(seat: Seat, case_id: int) -> Any:
    """Show a complaint with the keys on its next step."""
    seat.no_dialog()
    seat.window.go("complaints", case_id)
    sheet = seat.page("complaints").sheet
    seat.until(lambda: sheet.doing.found is not None and sheet.doing.found.id == case_id)
    seat.until(sheet.options.next_button.hasFocus)
    return sheet


def in_state(seat: Seat, case_id: int, state: str) -> ComplaintDetail:
    """Wait until a complaint is in a state, in the file and on the screen."""
    seat.until(lambda: record(seat.desk, case_id).case.state == state)
    seat.no_dialog()
    found = record(seat.desk, case_id)
    doing = seat.page("complaints").sheet.doing
    seat.until(lambda: doing.found is not None and doing.found.version == found.case.version)
    seat.until(QApplication.focusWidget)
    return found


def choose(seat: Seat, nth: str) -> None:
    """Note by its number which option the buyer chose."""
    seat.press(ENTER)
    dialog = seat.dialog(ChoiceDialog)
    seat.write(nth)
    seat.until(dialog.option.value)
    seat.press(ENTER)
    seat.no_dialog()


def act(seat: Seat, fill: Callable[[ActDialog], None] = lambda _dialog: None) -> None:
    """Do what was chosen; `fill` types what its form still lacks."""
    seat.press(ENTER)
    dialog = seat.dialog(ActDialog)
    fill(dialog)
    dialog.note.setFocus()
    seat.press(ENTER, control=True)
    seat.no_dialog()


def focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def test_signed_but_not_received(desk: Desk, sit: Sit) -> None:
    make_order(desk, "3398101230", buyer="周倩")
    seat = sit()
    seat.window.go("complaints")
    seat.press(Qt.Key.Key_N, control=True)
    page = seat.page("new_complaint")
    seat.until(page.sheet.order_card.finder.box.hasFocus)
    seat.write("3398101230")
    seat.press(ENTER)
    seat.until(lambda: page.sheet.order is not None)
    seat.write("1")
    seat.until(page.sheet.situation.situation.hasFocus)
    page.sheet.situation.situation.set_value("signed_not_received")
    focus(page.sheet.story.note)
    seat.write("Shown as delivered, nothing came.")
    offer = page.sheet.helps.solutions.suggestions
    seat.until(lambda: offer.chosen is not None)
    offer.offer_button.click()
    seat.press(ENTER, control=True)
    seat.until(lambda: seat.count("complaint") == 1)
    case_id = int(seat.page("complaints").sheet.doing.found.id)
    sheet = open_complaint(seat, case_id)
    assert len(sheet.options.lines) >= 2
    sheet.cause.chips.setFocus()
    seat.press(Qt.Key.Key_1)
    seat.until(lambda: record(desk, case_id).cause == "signed_by_other")
    sheet.side.solutions.words.copy()
    assert QGuiApplication.clipboard().text()
    in_state(seat, case_id, "looking")
    focus(sheet.options.next_button)
    seat.press(ENTER)
    in_state(seat, case_id, "offered")
    choose(seat, "1")
    in_state(seat, case_id, "chosen")
    act(seat)
    in_state(seat, case_id, "done")
    assert seat.count("follow_up") == 1
    seat.press(ENTER)
    in_state(seat, case_id, "closed")
    seat.press(Qt.Key.Key_Escape)
    assert seat.page("complaints").currentWidget() is seat.page("complaints").list


def test_wrong_item_comes_back_and_undo_takes_it_all_back(desk: Desk, sit: Sit) -> None:
    case_id = complain_of_order(desk, situation="wrong_item")
    seat = sit()
    sheet = open_complaint(seat, case_id)
    seat.press(ENTER)
    in_state(seat, case_id, "looking")
    seat.press(ENTER)
    dialog = seat.dialog(OptionDialog)
    dialog.does.set_value("return_refund")
    dialog.party.set_value("warehouse")
    focus(dialog.title)
    seat.press(ENTER)
    seat.until(lambda: len(sheet.options.lines) == 1)
    seat.no_dialog()
    focus(sheet.options.next_button)
    seat.press(ENTER)
    why = seat.dialog(FewOptionsDialog)
    seat.press(ENTER)
    seat.until(lambda: why.form.sentence_at("few_reason"))
    seat.write("Nothing else is in stock.")
    seat.press(ENTER)
    in_state(seat, case_id, "offered")
    seat.no_dialog()
    choose(seat, "1")
    in_state(seat, case_id, "chosen")

    def tick(dialog: ActDialog) -> None:
        rows: Any = dialog.goods
        row = rows.field.lines.rows[0]
        if not row.is_ticked:
            row.take(1)

    act(seat, tick)
    found = in_state(seat, case_id, "done")
    assert found.chosen is not None
    assert (found.chosen.opened_kind, found.chosen.opened_state) == ("return", "agreed")
    seat.take_back()
    in_state(seat, case_id, "chosen")
    assert seat.count("return_case") == 0


def test_price_drop_is_compensated(desk: Desk, sit: Sit) -> None:
    case_id = complain(desk, situation="price_drop")
    step(desk, case_id, "reply")
    add(desk, case_id, PAY, WAIT)
    step(desk, case_id, "offer")
    seat = sit()
    sheet = open_complaint(seat, case_id)
    sheet.options.lines[0].radio.click()
    in_state(seat, case_id, "chosen")

    def less(dialog: ActDialog) -> None:
        assert dialog.amount is not None
        dialog.amount.set_value(1_250)

    focus(sheet.options.next_button)
    act(seat, less)
    in_state(seat, case_id, "done")
    assert money(desk, case_id).cost_minor == 1_250
    assert "12.50" in seat.words(sheet.side)


def test_allergy_is_urgent_and_stands_first_though_logged_from_a_return(
    desk: Desk, sit: Sit
) -> None:
    return_id = make_return(desk, make_order(desk))
    seat = sit()
    seat.open_return(return_id)
    seat.page("returns").case_actions.actions["complain"].trigger()
    page = seat.page("complaint_about")
    seat.until(lambda: page.sheet.order is not None)
    assert not page.is_touched
    page.sheet.situation.situation.set_value("allergy")
    assert page.sheet.situation.severity.value() == "urgent"
    focus(page.sheet.story.note)
    seat.write("Red skin after one hour.")
    seat.press(ENTER, control=True)
    seat.until(lambda: seat.count("complaint") == 1)
    found = record(desk, return_id + 1)
    assert (found.case.origin_id, found.severity) == (return_id, "urgent")
    seat.until(lambda: seat.page("complaints").sheet.doing.found is not None)
    assert "Red skin" in seat.words(seat.page("complaints").sheet)
