"""The table of states and steps has no way into a forbidden state and no dead end."""

import itertools
from collections.abc import Iterator

import pytest

from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.events import EVENTS
from shopdesk.rules.remedies import REMEDIES, Remedy
from shopdesk.rules.states import (
    RETURN_CHIPS,
    STATES,
    STEPS,
    Standing,
    Step,
    allows,
    next_step,
    stepper_states,
    steps_from,
    waiting,
)

ALL = [pytest.param(remedy, id=remedy.code) for remedy in REMEDIES.values()]
BACK = [pytest.param(remedy, id=remedy.code) for remedy in REMEDIES.values() if remedy.goods_back]
KEPT = [
    pytest.param(remedy, id=remedy.code) for remedy in REMEDIES.values() if not remedy.goods_back
]


@pytest.mark.parametrize("remedy", ALL)
def test_every_open_state_that_can_be_reached_leads_on_to_closed(remedy: Remedy) -> None:
    for standing in _reachable(Standing("asked", remedy)):
        assert "closed" in {after.state for after in _reachable(standing)}
        if STATES[standing.state].is_open:
            assert next_step(standing), standing


@pytest.mark.parametrize("remedy", KEPT)
def test_goods_that_are_kept_never_arrive(remedy: Remedy) -> None:
    reached = {standing.state for standing in _reachable(Standing("asked", remedy))}
    assert reached.isdisjoint({"on_its_way", "arrived", "inspected"})


@pytest.mark.parametrize("remedy", BACK)
def test_goods_that_come_back_are_inspected_before_anything_is_settled(remedy: Remedy) -> None:
    for standing in _reachable(Standing("asked", remedy)):
        for step in steps_from(standing):
            assert step.target != "settled" or standing.state == "inspected"
            assert step.target != "inspected" or standing.state == "arrived" or standing.settled


@pytest.mark.parametrize("remedy", ALL)
def test_what_was_settled_is_never_decided_or_declined_again(remedy: Remedy) -> None:
    settled = [found for found in _reachable(Standing("asked", remedy)) if found.settled]
    assert settled
    assert {found.state for found in settled}.isdisjoint({"asked", "declined", "cancelled"})


@pytest.mark.parametrize("remedy", ALL)
def test_the_stepper_is_a_way_that_main_steps_go(remedy: Remedy) -> None:
    for here, there in itertools.pairwise(stepper_states(remedy)):
        step = next_step(Standing(here, remedy, settled=here in {"settled", "closed"}))
        assert step
        assert step.target == there


@pytest.mark.parametrize("remedy", ALL)
def test_whoever_is_waited_for_has_a_clock(remedy: Remedy) -> None:
    for code, state in STATES.items():
        wait = waiting(code, remedy)
        assert bool(wait) == state.is_open
        assert wait is None or wait.clock in CLOCKS


@pytest.mark.parametrize("remedy", ALL)
def test_every_clock_is_met_by_the_step_that_moves_a_return_on(remedy: Remedy) -> None:
    for here in stepper_states(remedy)[:-1]:
        wait = waiting(here, remedy)
        step = next_step(Standing(here, remedy, settled=here == "settled"))
        assert wait
        assert step
        if wait.who != "courier":
            assert wait.clock in step.meets


@pytest.mark.parametrize("remedy", ALL)
def test_a_step_never_leads_where_it_came_from_but_by_name(remedy: Remedy) -> None:
    """A step that stays says so by having no target; only one more parcel comes to what it was."""
    for standing in _reachable(Standing("asked", remedy)):
        for step in steps_from(standing):
            assert step.target != standing.state or step.code == "receive_more"


def test_codes_of_the_tables_fit_together() -> None:
    for step in STEPS.values():
        assert step.sources <= STATES.keys()
        assert step.target is None or step.target in STATES
        assert set(step.meets) <= CLOCKS.keys()
    assert {chip.code for chip in RETURN_CHIPS} >= {"open", "all"}
    assert {code for chip in RETURN_CHIPS for code in chip.states} == set(STATES)
    everything, *parts = [chip for chip in RETURN_CHIPS if chip.counted]
    assert sorted(everything.states) == sorted(code for chip in parts for code in chip.states)
    steps_with_own_event = STEPS.keys() - {"settle_kept"}
    assert steps_with_own_event <= EVENTS.keys()


def _reachable(start: Standing) -> set[Standing]:
    seen, todo = {start}, [start]
    while todo:
        for after in _next(todo.pop()):
            if after not in seen:
                seen.add(after)
                todo.append(after)
    return seen


def _next(standing: Standing) -> Iterator[Standing]:
    for step in steps_from(standing):
        assert allows(standing, step)
        yield _after(standing, step)


def _after(standing: Standing, step: Step) -> Standing:
    state = step.target or standing.state
    settled = standing.settled or step.stamps == "settled_at"
    return Standing(state, standing.remedy, settled=settled)
