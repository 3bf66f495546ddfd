"""The platform's own deadline: set on an open return, said in its due sentence, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.formats import Formats
from shopdesk.rules.clocks import CLOCKS
from shopdesk.ui.dialogs.deadline import DeadlineDialog
from shopdesk.ui.pages.cases.due import SET_BY, due_sentence
from tests.ui.returns.conftest import Story

SOON = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=5)


def set_deadline(story: Story, moment: datetime) -> DeadlineDialog:
    story.page.case_actions.actions["deadline"].trigger()
    dialog = story.dialog(DeadlineDialog)
    story.until(dialog.isActiveWindow)
    dialog.moment.set_value(moment)
    QTest.keyClick(dialog.moment, Qt.Key.Key_Return)
    return dialog


def test_it_wins_and_is_taken_back(
    open_page: Callable[[], Story], returns_of: Callable[..., int]
) -> None:
    case_id = returns_of()
    story = open_page()
    before = story.record(case_id).due_at
    set_deadline(story, SOON)
    story.until(lambda: story.record(case_id).due_at == SOON)
    story.until(lambda: "by the platform's own deadline" in story.detail.top.due.sentence)
    assert story.record(case_id).timeline[0].event == "platform_deadline"
    story.window.activateWindow()
    story.until(story.window.isActiveWindow)
    QTest.keyClick(story.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    story.until(lambda: story.record(case_id).due_at == before)


def test_a_moment_that_passed_is_refused_at_its_field(
    open_page: Callable[[], Story], returns_of: Callable[..., int]
) -> None:
    case_id = returns_of()
    story = open_page()
    before = story.record(case_id)
    dialog = set_deadline(story, SOON - timedelta(days=1))
    assert dialog.form.sentence_at("due_at").startswith("This moment has passed.")
    assert story.record(case_id) == before


@pytest.mark.parametrize("source", ["policy", *SET_BY])
def test_every_clock_says_what_is_due_and_who_set_it(
    source: str, open_page: Callable[[], Story], returns_of: Callable[..., int]
) -> None:
    found = open_page().record(returns_of())
    for clock in CLOCKS:
        waiting = replace(found, due_clock=clock, due_source=source)
        said = due_sentence(waiting, datetime.now(UTC), Formats("en"))
        assert said.text
        assert "{" not in said.text
        assert ("platform's own" in said.text) is (source == "platform")
