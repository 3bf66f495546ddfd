"""Several cases or follow-ups change hands at once, and a complaint's steps are in its list."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.desk import Desk
from shopdesk.queries.follow_ups import load_follow_up_rows
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.services.shops import add_person
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.dialogs.hand_over import HandOverDialog
from tests.complaining import complain, complain_of_order, record
from tests.making import make_order, make_return
from tests.services.reshipping import of_order
from tests.stories.conftest import Seat, Sit

ENTER, MENU = Qt.Key.Key_Return, Qt.Key.Key_Menu


def owners(desk: Desk) -> list[str]:
    with desk.reading() as reader:
        rows = reader.rows(
            "SELECT coalesce(person.name, '') FROM cases LEFT JOIN person "
            "ON person.id = cases.owner_id ORDER BY cases.id"
        )
        return [name for (name,) in rows]


def plan(desk: Desk, case_id: int) -> None:
    due_at = datetime.now(UTC) - timedelta(hours=1)
    draft = FollowUpDraft(kind="survey", due_at=due_at, case_id=case_id)
    desk.write("Planned", lambda session: add_follow_up(session, draft))


def hand_all_over(seat: Seat, table: QWidget, panel: SelectedPanel, to: str) -> None:
    """Select all, go on to the one button with Tab, and choose to whom."""
    table.setFocus()
    seat.press(Qt.Key.Key_A, control=True)
    seat.until(panel.isVisible)
    panel.lead_on()
    seat.press(Qt.Key.Key_Space)
    dialog = seat.dialog(HandOverDialog)
    dialog.person.set_value(to)
    seat.press(ENTER)
    seat.no_dialog()


def test_all_reshipments_and_complaints_are_handed_over_and_come_back(sit: Sit, desk: Desk) -> None:
    person_id = desk.write("Person added", lambda s: add_person(s, "小陈")).value
    of_order(desk)
    of_order(desk)
    complain(desk)
    complain(desk)
    seat = sit()
    seat.window.go("reshipments")
    page = seat.page("reshipments")
    seat.until(lambda: len(page.model.ids) == 2)
    hand_all_over(seat, page.table, page.many, str(person_id))
    seat.until(lambda: owners(desk)[:2] == ["小陈", "小陈"])
    assert page.case_actions.found is None
    seat.window.go("complaints")
    complaints = seat.page("complaints").list
    seat.until(lambda: len(complaints.model.ids) == 2)
    hand_all_over(seat, complaints.table, complaints.many, str(person_id))
    seat.until(lambda: set(owners(desk)) == {"小陈"})
    seat.press(Qt.Key.Key_Escape)
    seat.until(lambda: not complaints.many.isVisible())
    seat.take_back()
    seat.until(lambda: "小陈" not in owners(desk)[2:])


def test_follow_ups_are_handed_over_without_their_cases(sit: Sit, desk: Desk) -> None:
    person_id = desk.write("Person added", lambda s: add_person(s, "小陈")).value
    case_id = make_return(desk, make_order(desk))
    plan(desk, case_id)
    plan(desk, case_id)
    seat = sit()
    seat.window.go("follow_ups")
    page = seat.page("follow_ups")
    seat.until(lambda: len(page.model.ids) == 2)
    hand_all_over(seat, page.table, page.many, str(person_id))

    def hands() -> set[str]:
        with desk.reading() as reader:
            return {row.owner for row in load_follow_up_rows(reader, list(page.model.ids))}

    seat.until(lambda: hands() == {"小陈"})
    assert owners(desk) != ["小陈"]


def test_the_menu_of_the_list_takes_the_next_step_of_a_complaint(sit: Sit, desk: Desk) -> None:
    case_id = complain_of_order(desk)
    seat = sit()
    seat.window.go("complaints")
    complaints = seat.page("complaints").list
    seat.until(lambda: complaints.table.chosen == case_id)
    menu: QMenu = complaints.menu_of_chosen()
    said = [action.text() for action in menu.actions() if action.text()]
    assert any("Send &goods" in text for text in said)
    menu.actions()[0].trigger()
    seat.until(lambda: record(desk, case_id).case.state == "looking")
    seat.until(lambda: complaints.doing.detail is None)
    assert not complaints.doing.actions["add_option"].isEnabled()
