"""Every exit of every state of a reshipment and of a claim, through the window and back."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopdesk.desk import Desk
from shopdesk.queries.claims import ClaimRow
from shopdesk.rules.claims import STATES as CLAIM_STATES
from shopdesk.rules.claims import steps_from as claim_steps_from
from shopdesk.rules.reshipments import STATES, steps_from
from shopdesk.rules.states import Step
from shopdesk.ui.claims.step_dialog import ClaimStepDialog
from shopdesk.ui.dialogs.chase import ChaseDialog
from shopdesk.ui.dialogs.reshipment_words import ReshipmentWordsDialog
from shopdesk.ui.dialogs.send_again import SendAgainDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from tests.services.reshipping import WAY_TO, brought, of_order
from tests.services.snapshots import everything
from tests.services.test_claims import case_of, claim, now
from tests.services.test_claims import take as take_claim_step
from tests.stories.conftest import Seat, Sit
from tests.stories.exits import Choose, each_and_back, in_short_and_whole
from tests.stories.hands import CONTROL, ENTER, press_button, sees_button
from tests.stories.reshipment_hands import WAYBILL, open_reshipment

WORDS = "The neighbour has it."


def _say(seat: Seat, kind: type[Any]) -> None:
    dialog = seat.dialog(kind)
    seat.until(dialog.isActiveWindow)
    QTest.keyClicks(dialog.text, WORDS)
    QTest.keyClick(dialog.text, ENTER, CONTROL)


def _send(seat: Seat) -> None:
    dialog = seat.dialog(SendGoodsDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.courier.value())
    QTest.keyClicks(dialog.waybill, WAYBILL)
    QTest.keyClick(dialog.waybill, ENTER)


def _send_again(seat: Seat) -> None:
    dialog = seat.dialog(SendAgainDialog)
    seat.until(dialog.isActiveWindow)
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)


_words = partial(_say, kind=ReshipmentWordsDialog)
FILLED: dict[str | None, Callable[[Seat], None]] = {
    None: lambda _seat: None,
    "dispatch": _send,
    "chase": partial(_say, kind=ChaseDialog),
    "goods_out": _send_again,
    "failure": _words,
    "refund_instead": _words,
    "note": _words,
    "cancel": _words,
}
"""How the form of a step is filled, by what it asks for."""


@in_short_and_whole
def test_each_exit_of_each_state(
    sit: Sit, desk: Desk, subtests: pytest.Subtests, choose: Choose
) -> None:
    """Each step once, from the first state that it leads out of; the soak takes it from each."""
    cases = {state: of_order(desk) for state in STATES}
    for state, case_id in cases.items():
        brought(desk, case_id, *WAY_TO[state])
    exits = choose({state: steps_from(state) for state in STATES})
    seat = sit()
    for state, case_id in cases.items():
        with subtests.test(state):
            each_and_back(seat, case_id, exits[state], partial(take, seat, case_id))
            open_reshipment(seat, case_id)
            is_next = seat.page("reshipments").case_actions.next.isEnabled()
            assert is_next == any(step.main for step in steps_from(state))


def take(seat: Seat, case_id: int, step: Step) -> None:
    """Take a step from the menu, and fill its form."""
    open_reshipment(seat, case_id)
    seat.page("reshipments").case_actions.actions[step.code].trigger()
    FILLED[step.asks](seat)
    seat.no_dialog()


CLAIM_WAYS = {
    "open": (),
    "claimed": ("claim",),
    "paid": ("claim", "pay"),
    "refused": ("claim", "refuse"),
    "dropped": ("drop",),
}


def test_each_exit_of_each_claim(sit: Sit, desk: Desk, subtests: pytest.Subtests) -> None:
    claims = {state: brought_to(desk, state) for state in CLAIM_STATES}
    seat = sit()
    for state, found in claims.items():
        with subtests.test(state):
            leave_each_way(seat, found)


def brought_to(desk: Desk, state: str) -> ClaimRow:
    """Return a claim of its own reshipment in a state."""
    found = claim(desk)
    for code in CLAIM_WAYS[state]:
        found = take_claim_step(desk, found, code)
    return found


def leave_each_way(seat: Seat, found: ClaimRow) -> None:
    before = everything(seat.desk)
    case_id = case_of(seat.desk, found)
    open_reshipment(seat, case_id)
    for step in claim_steps_from(found.state):
        seen = seen_claim(seat, case_id)
        section = seat.page("reshipments").detail.claims
        seat.until(partial(sees_button, section, step.name))
        press_button(section, step.name)
        fill_claim(seat)
        seat.until(partial(is_changed, seat, case_id, seen))
        after = now(seat.desk, case_id)
        # what was never claimed is still to be claimed when it is taken up again
        expected = step.target if after.claimed_at or step.code != "reopen" else "open"
        assert after.state == expected, step.code
        seat.take_back()
        seat.until(lambda: everything(seat.desk) == before)


def seen_claim(seat: Seat, case_id: int) -> ClaimRow:
    """Wait until the screen shows the claim as it is, and return it."""
    section = seat.page("reshipments").detail.claims
    seat.until(lambda: section.basis.claims == (now(seat.desk, case_id),))
    return now(seat.desk, case_id)


def is_changed(seat: Seat, case_id: int, seen: ClaimRow) -> bool:
    """Tell whether a claim was written since it was seen."""
    return now(seat.desk, case_id).version > seen.version


def fill_claim(seat: Seat) -> None:
    """Save a step of a claim as it is proposed, with a word to it."""
    dialog = seat.dialog(ClaimStepDialog)
    seat.until(dialog.isActiveWindow)
    field: QWidget = dialog.note
    QTest.keyClicks(field, WORDS)
    QTest.keyClick(field, ENTER, CONTROL)
    seat.no_dialog()
