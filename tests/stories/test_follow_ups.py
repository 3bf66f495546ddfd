"""Following up by keys alone: a call is planned, logged with score and the next one, put off."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton

from shopdesk.desk import Desk
from shopdesk.queries.follow_ups import FollowUpRow, load_follow_up_rows
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.storage.connection import connect
from shopdesk.ui.dialogs.follow_up import FollowUpDialog
from shopdesk.ui.dialogs.log_call import LogCallDialog
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit

ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down


def follow_ups(desk: Desk) -> list[FollowUpRow]:
    with desk.reading() as reader:
        ids = [row[0] for row in reader.rows("SELECT id FROM follow_up ORDER BY id")]
        return load_follow_up_rows(reader, ids)


def planned(desk: Desk, hours: int = -2, **changes: object) -> int:
    """Plan a survey of a new return; returns the case's id."""
    case_id = make_return(desk, make_order(desk))
    due_at = datetime.now(UTC) + timedelta(hours=hours)
    fields = {"kind": "survey", "due_at": due_at, "case_id": case_id, **changes}
    draft = FollowUpDraft(**fields)  # type: ignore[arg-type]
    desk.write("Planned", lambda session: add_follow_up(session, draft))
    return case_id


def on_page(seat: Seat) -> None:
    seat.window.go("follow_ups")
    page = seat.page("follow_ups")
    seat.until(lambda: page.follow_actions.row is not None)
    seat.until(page.table.hasFocus)


def test_a_call_is_logged_with_score_and_the_next_one(desk: Desk, sit: Sit) -> None:
    case_id = planned(desk)
    seat = sit()
    on_page(seat)
    seat.press(ENTER)
    dialog = seat.dialog(LogCallDialog)
    seat.until(dialog.isActiveWindow)
    seat.write("1")  # answered
    seat.press(TAB)
    seat.write("5")
    seat.press(TAB)
    seat.write("Quick")
    seat.press(TAB)
    seat.write("Likes it")
    seat.press(TAB, TAB)
    seat.until(dialog.next_kind.hasFocus)
    dialog.next_kind.set_value("ask_review")
    seat.press(TAB)
    seat.write("2")  # in three days
    seat.press(ENTER)
    seat.no_dialog()
    seat.until(lambda: len(follow_ups(desk)) == 2)
    done, following = follow_ups(desk)
    assert (done.outcome, done.score, done.score_note) == ("answered", 5, "Quick")
    assert (done.outcome_note, done.done_by) == ("Likes it", "小李")
    assert (following.kind, following.case_id) == ("ask_review", case_id)
    local = following.due_at.astimezone(following.zone)
    assert local.hour == 10
    assert local.date() >= datetime.now(following.zone).date() + timedelta(days=3)
    seat.take_back()
    seat.until(lambda: [row.done_at for row in follow_ups(desk)] == [None])


@pytest.mark.parametrize("masks", [0, 1])
def test_the_form_has_whom_to_call(desk: Desk, sit: Sit, masks: int) -> None:
    planned(desk, note="Ask about the colour")
    writer = connect(desk.folder.database)
    writer.execute("UPDATE shop SET masks_contacts = ?", (masks,))
    writer.close()
    seat = sit()
    on_page(seat)
    row = follow_ups(desk)[0]
    seat.press(ENTER)
    dialog = seat.dialog(LogCallDialog)
    said = " ".join(
        [label.text() for label in dialog.buyer.findChildren(QLabel)]
        + [button.accessibleName() for button in dialog.buyer.findChildren(QAbstractButton)]
    )
    assert row.buyer_name in said
    assert row.note in said
    assert row.buyer_phone
    assert (row.buyer_phone in said) is not bool(masks)


def test_no_answer_proposes_the_same_for_tomorrow(desk: Desk, sit: Sit) -> None:
    planned(desk)
    seat = sit()
    on_page(seat)
    seat.press(ENTER)
    dialog = seat.dialog(LogCallDialog)
    seat.until(dialog.isActiveWindow)
    assert not dialog.score.isVisibleTo(dialog)
    seat.write("2")  # no answer
    seat.press(ENTER)
    seat.no_dialog()
    seat.until(lambda: len(follow_ups(desk)) == 2)
    done, again = follow_ups(desk)
    assert (done.outcome, again.kind) == ("no_answer", "survey")


def test_an_outcome_is_asked_for_at_its_place(desk: Desk, sit: Sit) -> None:
    planned(desk)
    seat = sit()
    on_page(seat)
    seat.press(ENTER)
    dialog = seat.dialog(LogCallDialog)
    seat.until(dialog.isActiveWindow)
    seat.press(ENTER)
    seat.until(lambda: dialog.form.sentence_at("outcome"))
    assert dialog.save_button.isEnabled()
    seat.press(Qt.Key.Key_Escape)
    seat.no_dialog()


def test_a_call_is_planned_for_an_orders_buyer(desk: Desk, sit: Sit) -> None:
    make_order(desk)
    seat = sit()
    seat.window.go("follow_ups")
    seat.press(Qt.Key.Key_N, control=True)
    dialog = seat.dialog(FollowUpDialog)
    seat.until(dialog.isActiveWindow)
    assert dialog.about is not None
    seat.until(dialog.about.line.hasFocus)
    seat.write("nobody at all")
    seat.press(ENTER)
    seat.until(lambda: dialog.form.sentence_at("about"))
    dialog.about.line.clear()
    seat.write("3398120571")
    about = dialog.about
    seat.until(lambda: "林小雨" in about.said.text())
    seat.press(ENTER)
    seat.no_dialog()
    seat.until(lambda: follow_ups(desk))
    [made] = follow_ups(desk)
    assert (made.customer_id, made.case_id, made.owner) == (1, None, "小李")
    page = seat.page("follow_ups")
    seat.until(lambda: page.follow_actions.row is not None)
    names = [button.text() for button in page.detail.facts.findChildren(QPushButton)]
    assert "林小雨" in names


def test_a_reminder_is_put_off_from_the_bar(desk: Desk, sit: Sit) -> None:
    planned(desk)
    seat = sit()
    seat.window.reminders.look()
    seat.until(lambda: seat.bar)
    assert seat.bar.startswith("Due now: Ask how content they are (林小雨 · R-")
    steps = seat.window.shell.bar.steps
    assert [button.text() for button in steps] == ["Log call…", "Snooze an hour", "Open it"]
    steps[1].click()
    seat.until(lambda: follow_ups(desk)[0].snoozed_until is not None)
    seat.window.reminders.look()
    seat.window.operations.after_writes(seat.window.reminders.close)
    assert not seat.bar


def test_a_snooze_is_chosen_from_the_menu(desk: Desk, sit: Sit) -> None:
    planned(desk)
    seat = sit()
    on_page(seat)
    page = seat.page("follow_ups")
    page.follow_actions.snooze.trigger()
    seat.until(lambda: page.findChildren(QMenu))
    menu = page.findChildren(QMenu)[-1]
    menu.actions()[0].trigger()
    seat.until(lambda: follow_ups(desk)[0].snoozed_until is not None)
    menu.close()
    seat.until(lambda: "reminded again" in page.detail.due.sentence)


def test_the_rail_counts_what_is_due_and_a_case_shows_its_own(desk: Desk, sit: Sit) -> None:
    case_id = planned(desk)
    seat = sit()
    entry = seat.window.rail._entries["follow_ups"]
    seat.until(lambda: entry.accessibleName() == "Follow-ups, 1")
    seat.open_return(case_id)
    section = seat.page("returns").detail.follow_ups
    assert "Ask how content they are" in seat.words(section)
    section.plan_button.click()
    dialog = seat.dialog(FollowUpDialog)
    seat.until(dialog.isActiveWindow)
    seat.press(ENTER)
    seat.no_dialog()
    seat.until(lambda: len(follow_ups(desk)) == 2)
    assert follow_ups(desk)[1].case_id == case_id
