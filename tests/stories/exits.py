"""Every way out of a state, taken through the window and taken back, one after the other."""

from collections.abc import Callable, Iterable
from functools import partial

from shopdesk.rules.states import Step
from tests.services.snapshots import everything
from tests.stories.conftest import Seat

Take = Callable[[Step], None]
"""Takes a step of the case at hand as hands do, with what its form asks for."""


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
