"""Every exit of every state of a complaint, through the window and back, at the platform or not."""

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.rules.complaints import OPEN_STATES, STATES, Grievance, steps_from
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import EscalationDraft, MergeDraft
from shopdesk.services.drafts import ReasonDraft
from shopdesk.ui.dialogs.complaints.act import ActDialog
from shopdesk.ui.dialogs.complaints.choice import ChoiceDialog
from shopdesk.ui.dialogs.complaints.close import CloseDialog
from shopdesk.ui.dialogs.complaints.merge import MergeDialog
from shopdesk.ui.dialogs.complaints.small_steps import EscalationDialog, VerdictDialog, WhyDialog
from tests.complaining import (
    PAY,
    WAIT,
    act_on,
    add,
    chosen,
    complain,
    complain_of_order,
    in_hours,
    offered,
    step,
)
from tests.stories.complaint_hands import open_complaint
from tests.stories.conftest import Seat, Sit
from tests.stories.exits import Choose, each_and_back, in_short_and_whole
from tests.stories.hands import CONTROL, ENTER


def _thought_of(desk: Desk, case_id: int) -> None:
    add(desk, case_id, PAY, WAIT)


def _looked_into(desk: Desk, case_id: int) -> None:
    step(desk, case_id, "reply")
    _thought_of(desk, case_id)


def _done(desk: Desk, case_id: int) -> None:
    chosen(desk, case_id)
    step(desk, case_id, "act", act_on(desk, case_id))


def _closed(desk: Desk, case_id: int) -> None:
    _done(desk, case_id)
    step(desk, case_id, "close")


def _merged(desk: Desk, case_id: int) -> None:
    step(desk, case_id, "merge", MergeDraft(complain(desk)))


def _withdrawn(desk: Desk, case_id: int) -> None:
    step(desk, case_id, "withdraw", ReasonDraft("It came after all."))


WAY_TO: dict[str, Callable[[Desk, int], object]] = {
    "open": _thought_of,
    "looking": _looked_into,
    "offered": offered,
    "chosen": chosen,
    "done": _done,
    "closed": _closed,
    "merged": _merged,
    "withdrawn": _withdrawn,
}


def _act(seat: Seat) -> None:
    dialog = seat.dialog(ActDialog)
    QTest.keyClick(dialog.note, ENTER, CONTROL)


def _choose_other(seat: Seat) -> None:
    dialog = seat.dialog(ChoiceDialog)
    seat.until(dialog.isActiveWindow)
    seat.write("2")
    seat.press(ENTER)


def _escalate(seat: Seat) -> None:
    dialog = seat.dialog(EscalationDialog)
    dialog.due_at.set_value(in_hours(20))
    QTest.keyClicks(dialog.number, "TB-88231")
    QTest.keyClick(dialog.number, ENTER)


def _decide(seat: Seat) -> None:
    dialog = seat.dialog(VerdictDialog)
    seat.until(dialog.isActiveWindow)
    dialog.amount.set_value(500)
    seat.write("3")
    QTest.keyClick(dialog.note, ENTER, CONTROL)


def _say_why(seat: Seat) -> None:
    dialog = seat.dialog(WhyDialog)
    QTest.keyClicks(dialog.text, "It is so.")
    QTest.keyClick(dialog.text, ENTER, CONTROL)


def _merge(seat: Seat) -> None:
    dialog = seat.dialog(MergeDialog)
    seat.until(dialog.isActiveWindow)
    QTest.keyClick(dialog.into, ENTER)


def _close(seat: Seat) -> None:
    dialog = seat.dialog(CloseDialog)
    seat.until(dialog.isActiveWindow)
    seat.write("1")
    seat.press(ENTER, control=True)


FILLED: dict[str | None, Callable[[Seat], None]] = {
    None: lambda _seat: None,
    "offer": lambda _seat: None,
    "close": _close,
    "act": _act,
    "choice": _choose_other,
    "escalation": _escalate,
    "verdict": _decide,
    "note": _say_why,
    "merge": _merge,
}
"""How the form of a step is filled, by what it asks for; two options need no form to offer."""


@in_short_and_whole
def test_each_exit_of_each_state(
    sit: Sit, desk: Desk, subtests: pytest.Subtests, choose: Choose
) -> None:
    """Each step once, from the first state that it leads out of; the soak takes it from each."""
    cases = {Grievance(state): brought_to(desk, state) for state in STATES}
    leave_each_way(sit(), cases, choose, subtests)


@in_short_and_whole
def test_each_exit_while_the_platform_has_it(
    sit: Sit, desk: Desk, subtests: pytest.Subtests, choose: Choose
) -> None:
    """Each step once here as well; the soak takes it from each open state."""
    cases = {}
    for state in OPEN_STATES:
        case_id = brought_to(desk, state)
        step(desk, case_id, "escalate", EscalationDraft(in_hours(20)))
        cases[Grievance(state, at_platform=True)] = case_id
    leave_each_way(sit(), cases, choose, subtests)


def brought_to(desk: Desk, state: str) -> int:
    """Return a complaint in a state, beside another that it could be merged into."""
    complain(desk)
    case_id = complain_of_order(desk)
    WAY_TO[state](desk, case_id)
    return case_id


def leave_each_way(
    seat: Seat, cases: Mapping[Grievance, int], choose: Choose, subtests: pytest.Subtests
) -> None:
    exits = choose({grievance: steps_from(grievance) for grievance in cases})
    for grievance, case_id in cases.items():
        with subtests.test(grievance.state):
            each_and_back(seat, case_id, exits[grievance], partial(take, seat, case_id))


def take(seat: Seat, case_id: int, wanted: Step) -> None:
    """Take a step from the menu, and fill its form."""
    sheet = open_complaint(seat, case_id)
    sheet.doing.actions[wanted.code].trigger()
    FILLED[wanted.asks](seat)
    seat.no_dialog()
