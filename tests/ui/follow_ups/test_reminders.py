"""Reminders go out once: to the system, over restarts and two timers, several as one sentence."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.services.case_drafts import FollowRuleDraft, FollowUpDraft
from shopdesk.services.follow_rule_list import add_follow_rule
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.ui.operations import Operations
from shopdesk.ui.reminders import Reminder, Reminders
from tests.making import make_order, make_return

Open = Callable[[], "Told"]


class Told:
    """A window's reminders, and a screen that keeps what it was asked to show."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.shown: list[str] = []
        self.heard: list[Reminder] = []
        self.operations = Operations(desk)
        self.reminders = Reminders(desk, self.operations, self)
        self.reminders.due.connect(self.heard.append)
        self._qtbot = qtbot

    def notify(self, sentence: str) -> None:
        self.shown.append(sentence)

    def close(self) -> None:
        self.shown.append("closed")

    def settle(self) -> None:
        """Wait until all that was asked for is answered."""
        answered: list[bool] = []
        self.operations.after_writes(
            lambda: self.operations.query("last", lambda _reader: True, answered.append)
        )
        self._qtbot.waitUntil(lambda: bool(answered), timeout=5_000)


@pytest.fixture
def open_window(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    opened: list[Told] = []

    def window() -> Told:
        opened.append(Told(desk, qtbot))
        return opened[-1]

    yield window
    for told in opened:
        told.reminders.close()
        told.operations.close()


def plan(desk: Desk, hours: int = -1, kind: str = "survey") -> None:
    case_id = make_return(desk, make_order(desk, f"N{hours}{kind}"))
    due_at = datetime.now(UTC) + timedelta(hours=hours)
    draft = FollowUpDraft(kind, due_at, case_id=case_id)
    desk.write("Planned", lambda session: add_follow_up(session, draft))


def test_two_are_named_and_more_are_counted(desk: Desk, open_window: Open) -> None:
    plan(desk)
    told = open_window()
    told.reminders.look()
    told.settle()
    plan(desk, -2)
    plan(desk, -3)
    plan(desk, 1)
    told.reminders.look()
    told.settle()
    one, several = told.shown
    assert one.startswith("Due now: Ask how content they are (林小雨 · R-")
    assert several.startswith("Due now: Ask how content they are (林小雨 · R-")
    assert several.count("Ask how content") == 2
    for hours in (-4, -5, -6):
        plan(desk, hours)
    told.reminders.look()
    told.settle()
    assert told.shown[2].endswith("; 1 more")
    assert [len(reminder.rows) for reminder in told.heard] == [1, 2, 3]


def test_two_windows_and_a_restart_tell_it_once(desk: Desk, open_window: Open) -> None:
    plan(desk)
    first, second = open_window(), open_window()
    for _turn in range(3):
        first.reminders.look()
        second.reminders.look()
    first.settle()
    second.settle()
    third = open_window()
    third.reminders.begin()
    third.settle()
    assert len(first.shown + second.shown + third.shown) == 1


def test_who_does_not_want_to_be_told_is_not(desk: Desk, open_window: Open) -> None:
    plan(desk)
    desk.settings.change(reminders="off")
    told = open_window()
    told.reminders.look()
    told.settle()
    assert told.shown == []
    desk.settings.change(reminders="on")
    told.reminders.look()
    told.settle()
    assert len(told.shown) == 1


def test_rules_run_beside_the_window_and_are_nothing_to_undo(desk: Desk, open_window: Open) -> None:
    draft = FollowRuleDraft(event="deadline", clock="decide", kind="call_back")
    past = datetime.now(UTC) - timedelta(days=30)
    with desk.database.write("Rule added", by="小李", at=past) as unit:
        add_follow_rule(unit.session, draft)
    case_id = make_return(desk, make_order(desk))
    with desk.database.write("Time passes", by="小李") as unit:
        unit.session.connection().exec_driver_sql(
            "UPDATE clock SET due_at = due_at - 864000 WHERE case_id = ?", (case_id,)
        )
        unit.open_change()
        unit.session.commit()
    told = open_window()
    told.reminders.run_rules()
    told.reminders.run_rules()
    told.settle()
    with desk.reading() as reader:
        made = reader.rows("SELECT case_id, kind FROM follow_up")
    assert made == [(case_id, "call_back")]
    assert told.operations.history.last_done is None
