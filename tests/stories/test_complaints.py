"""Complaints by keys alone: logged, answered, put right as the buyer chose, and told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.services.customers import set_flag
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.dialogs.complaints.option import OptionDialog
from shopdesk.ui.dialogs.complaints.small_steps import FewOptionsDialog
from tests.complaining import PAY, WAIT, add, complain, complain_of_order, record, step
from tests.making import make_order, make_return
from tests.settling import money
from tests.stories.complaint_hands import (
    act,
    begin,
    choose,
    focus,
    in_state,
    open_complaint,
    pay,
    tick_first,
)
from tests.stories.conftest import Sit
from tests.stories.hands import ENTER


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
    act(seat, tick_first)
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
    focus(sheet.options.next_button)
    act(seat, pay(1_250))
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


def test_offering_what_a_solution_proposes_says_what_is_wrong(desk: Desk, sit: Sit) -> None:
    make_order(desk, "A-771")
    seat = sit()
    sheet = begin(seat, "A-771")
    focus(sheet.story.note)
    sheet.story.note.set_value("物流显示已签收，可是没有收到")
    offer = sheet.helps.solutions.suggestions
    seat.until(lambda: offer.chosen is not None and offer.offer_button.isVisible())
    offer.offer_button.click()
    assert sheet.situation.situation.value() == offer.chosen.situation


def test_a_press_on_what_is_not_offered_says_why(desk: Desk, sit: Sit) -> None:
    case_id = complain(desk)
    add(desk, case_id, PAY, WAIT)
    seat = sit()
    line = open_complaint(seat, case_id).options.lines[0]
    told: list[str] = []
    line.refused.connect(told.append)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert told == ["Offer it first; only then the buyer can choose it."]
    assert record(desk, case_id).chosen is None


def test_a_mark_stands_beside_the_buyers_name(desk: Desk, sit: Sit) -> None:
    case_id = complain_of_order(desk)
    buyer = record(desk, case_id).case.customer_id
    assert buyer is not None
    desk.write("Marked", lambda session: set_flag(session, buyer, "careful", "Be careful"))
    seat = sit()
    sheet = open_complaint(seat, case_id)
    assert "Careful" in [badge.accessibleName() for badge in sheet.top.findChildren(Badge)]


def test_the_rail_leads_from_an_open_complaint_back_to_the_list(desk: Desk, sit: Sit) -> None:
    case_id = complain(desk, situation="price_drop")
    seat = sit()
    open_complaint(seat, case_id)
    seat.window.rail.wanted.emit("complaints")
    page = seat.page("complaints")
    assert page.currentWidget() is page.list
    seat.until(page.list.table.hasFocus)
