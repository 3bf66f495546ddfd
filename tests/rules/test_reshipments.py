"""The table of a reshipment's states and steps: no dead ends, and a next step for each."""

import pytest

from shopdesk.rules.reasons import REASONS as RETURN_REASONS
from shopdesk.rules.reshipments import (
    ADVICE,
    FAILED,
    LIABLE,
    MOVING,
    REASONS,
    REFUND_REASON,
    RESHIPMENT_CHIPS,
    STATES,
    STEPS,
    Moving,
    next_step,
    shown_state,
    steps_from,
)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("to_pack", "send"),
        ("packed", "send"),
        ("sent", "deliver"),
        ("on_its_way", "deliver"),
        ("delivered", "confirm"),
        *((state, "reship") for state in sorted(FAILED)),
    ],
)
def test_the_next_step_of_each_state(state: str, step: str) -> None:
    assert next_step(Moving(state)) == STEPS[step]


def test_only_a_moving_one_is_stalled_and_asked_about_first() -> None:
    stalled = {
        state for state in STATES if shown_state(Moving(state, is_late=True)).code == "stalled"
    }
    assert stalled == MOVING
    assert {next_step(Moving(state, is_late=True)) for state in MOVING} == {STEPS["chase"]}


def test_every_state_is_left_again_and_every_open_one_is_in_one_chip() -> None:
    ends = {state for state in STATES if not steps_from(state)}
    assert ends == {"dealt_with", "cancelled"}
    own = [chip for chip in RESHIPMENT_CHIPS if chip.code not in ("open", "all", "stalled")]
    held = [state for chip in own for state in chip.states]
    assert sorted(held) == sorted(STATES)


def test_what_went_wrong_has_its_advice_and_reasons_their_names() -> None:
    assert set(ADVICE) == set(REFUND_REASON) == set(FAILED)
    assert set(REFUND_REASON.values()) <= set(RETURN_REASONS)
    assert set(LIABLE) <= set(REASONS)
