"""What the page shows, and where it leads."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from shopdesk.desk import Desk
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.dialogs.arrival import ArrivalDialog
from shopdesk.ui.dialogs.note import NoteDialog
from shopdesk.ui.pages.returns.standing import steps_of
from tests.making import make_order, make_return
from tests.ui.returns.conftest import Story


def test_counts_foot_and_facts_are_shown(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of("A1")
    returns_of("A2", agree=True, remedy="refund_only")
    story = open_page()
    assert story.page.frame._foot.text() == "2 open · 0 overdue · CN¥159.00 waiting to be refunded"
    handles = [label.accessibleName() for label in story.detail.findChildren(CopyLabel)]
    assert "Copy tb_A2" in handles


def test_names_in_the_detail_lead_to_their_pages(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of()
    story = open_page()
    story.detail.top.head._to("orders", 1)()
    assert story.window.page == "orders"


def test_markup_of_buyers_stays_text(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of(note="<b>bold</b> & {amount} %s")
    story = open_page()
    assert story.detail.note.text() == "“<b>bold</b> & {amount} %s”"


def test_the_way_out_is_a_side_step(
    desk: Desk, returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    draft = ReasonDraft("The buyer keeps it {so}.")
    desk.write("Cancelled", lambda session: take_step(session, case_id, "cancel", draft))
    story = open_page_on(open_page, case_id)
    found = story.record(case_id)
    assert [(step.title, step.state) for step in steps_of(found)] == [
        ("Asked", "done"),
        ("Agreed", "done"),
        ("Cancelled", "left"),
    ]
    assert story.page.case_actions._why_no_next().startswith("This return is finished.")
    desk.write("Reopened", lambda session: take_step(session, case_id, "reopen"))
    assert steps_of(story.record(case_id))[0].state == "now"


def open_page_on(open_page: Callable[[], Story], case_id: int) -> Story:
    """Open the page at a return that its first chip does not hold."""
    story = open_page()
    story.page.open_record(case_id)
    story.until(lambda: story.page.table.chosen == case_id)
    return story


def test_a_note_and_copies(returns_of: Callable[..., int], open_page: Callable[[], Story]) -> None:
    case_id = returns_of()
    story = open_page()
    actions = story.page.case_actions.actions
    actions["copy_address"].trigger()
    assert "文一西路 969 号" in QGuiApplication.clipboard().text()
    actions["add_note"].trigger()
    dialog = story.dialog(NoteDialog)
    dialog.text.setPlainText("她周五再打来 {x}")
    dialog.form.submitted_primary.emit()
    story.until(lambda: story.record(case_id).timeline[0].event == "note")


def test_the_day_of_arrival_is_noted_and_the_return_judged_by_it(
    desk: Desk, open_page: Callable[[], Story]
) -> None:
    case_id = make_return(desk, make_order(desk, delivered_days_ago=None))
    story = open_page()
    action = story.page.case_actions.actions["arrival"]
    assert action.isEnabled()
    action.trigger()
    story.dialog(ArrivalDialog).save_button.click()
    story.until(lambda: story.record(case_id).timeline[0].event == "arrival")
    story.until(lambda: not action.isEnabled())
