"""The table of states and steps has no way into a forbidden state and no dead end."""

import itertools

import pytest

from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.events import EVENTS
from shopdesk.rules.states import (
    RETURN_CHIPS,
    STATES,
    STEPS,
    next_step,
    stepper_states,
    steps_from,
    waiting,
)

BOTH = [True, False]


@pytest.mark.parametrize("goods_back", BOTH)
def test_every_open_state_that_can_be_reached_leads_on_to_closed(*, goods_back: bool) -> None:
    for start in _reachable("asked", goods_back=goods_back):
        assert "closed" in _reachable(start, goods_back=goods_back)
        if STATES[start].is_open:
            assert next_step(start, goods_back=goods_back), start


def test_goods_that_are_kept_never_arrive() -> None:
    reached = _reachable("asked", goods_back=False)
    assert reached.isdisjoint({"on_its_way", "arrived"})


def test_goods_that_come_back_are_never_settled_before_they_arrived() -> None:
    assert all(
        step.sources == {"arrived"}
        for step in STEPS.values()
        if step.target == "settled" and step.goods_back
    )


@pytest.mark.parametrize("goods_back", BOTH)
def test_the_stepper_is_a_way_that_main_steps_go(*, goods_back: bool) -> None:
    way = stepper_states(goods_back=goods_back)
    for here, there in itertools.pairwise(way):
        step = next_step(here, goods_back=goods_back)
        assert step
        assert step.target == there


@pytest.mark.parametrize("goods_back", BOTH)
def test_whoever_is_waited_for_has_a_clock(*, goods_back: bool) -> None:
    for code, state in STATES.items():
        wait = waiting(code, goods_back=goods_back)
        assert bool(wait) == state.is_open
        assert wait is None or wait.clock in CLOCKS


def test_codes_of_the_tables_fit_together() -> None:
    for step in STEPS.values():
        assert step.sources <= STATES.keys()
        assert step.target in STATES
    assert {chip.code for chip in RETURN_CHIPS} >= {"open", "all"}
    assert {code for chip in RETURN_CHIPS for code in chip.states} == set(STATES)
    steps_with_own_event = STEPS.keys() - {"settle_kept"}
    assert steps_with_own_event <= EVENTS.keys()


def _reachable(start: str, *, goods_back: bool) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        for step in steps_from(todo.pop(), goods_back=goods_back):
            if step.target not in seen:
                seen.add(step.target)
                todo.append(step.target)
    return seen
