"""Every way out of a state, taken through the window and taken back, one after the other."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import pytest

from shopdesk.rules.states import Step
from tests.services.snapshots import everything
from tests.stories.conftest import Seat

Take = Callable[[Step], None]
"""Takes a step of the case at hand as hands do, with what its form asks for."""

StateT = TypeVar("StateT", bound=Hashable)
Choose = Callable[[Mapping[Any, Sequence[Step]]], Mapping[Any, Sequence[Step]]]
"""Says which of the steps out of each state are taken."""


def once(exits: Mapping[StateT, Sequence[Step]]) -> Mapping[StateT, Sequence[Step]]:
    """Return each step at the first state only that it leads out of."""
    first = {step.code: state for state, steps in reversed(list(exits.items())) for step in steps}
    return {
        state: [step for step in steps if first[step.code] == state]
        for state, steps in exits.items()
    }


in_short_and_whole = pytest.mark.parametrize(
    "choose",
    [
        pytest.param(once, id="each step once"),
        pytest.param(dict, id="from each state", marks=pytest.mark.soak),
    ],
)


def each_and_back(seat: Seat, case_id: int, steps: Iterable[Step], take: Take) -> None:
    """Take each step, see where it leads, and take it back with Ctrl+Z to the last row."""
    before = everything(seat.desk)
    came_from = state_of(seat, case_id)
    for step in steps:
        changes = seat.count("change")
        take(step)
        seat.until(partial(_has_more, seat, changes))
        assert state_of(seat, case_id) == (step.target or came_from), step.code
        assert everything(seat.desk) != before, step.code
        seat.take_back()
        seat.until(lambda: everything(seat.desk) == before)


def _has_more(seat: Seat, changes: int) -> bool:
    return seat.count("change") > changes


def state_of(seat: Seat, case_id: int) -> str:
    """Return the state of a case in the file."""
    with seat.desk.reading() as reader:
        return str(reader.value("SELECT state FROM cases WHERE id = ?", (case_id,)))
