"""Where a return stands, as the steps of a stepper: the straight way, or the way it left it."""

from collections.abc import Iterator

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.states import STATES, STEPS, stepper_states
from shopdesk.ui.base.stepper import Step, StepState

SIDE_EXITS = ("declined", "cancelled")
BEGINNINGS = ("ask", "reopen")
"""Events from which a return's way begins anew."""


def steps_of(found: ReturnDetail) -> list[Step]:
    """Return the dots of a return's stepper, from left to right."""
    straight = stepper_states(found.standing.remedy)
    walked = walked_states(found)
    if _left_the_way(walked):
        return [_step(state, _state_left(state, found.state)) for state in _side_way(walked)]
    at = straight.index(found.state)
    return [_step(state, _state_straight(n, at, found.state)) for n, state in enumerate(straight)]


def walked_states(found: ReturnDetail) -> list[str]:
    """Return the states since the return was last asked for, each once, as its timeline tells.

    What was gone back from is not among them: a return reopened after it was settled stands
    where it was opened again.
    """
    walked: list[str] = []
    for state in reversed(list(_told_states(found))):
        if state in walked:
            del walked[walked.index(state) :]
        walked.append(state)
    if not walked or walked[-1] != found.state:
        walked.append(found.state)
    return walked if walked[0] == "asked" else ["asked", *walked]


def _told_states(found: ReturnDetail) -> Iterator[str]:
    """Yield the states that the timeline tells, the newest first.

    An event is called after its step, some with a word of how it went: `settle_over`.
    """
    for entry in found.timeline:
        if entry.event in BEGINNINGS:
            return
        step = STEPS.get(entry.event) or STEPS.get(entry.event.partition("_")[0])
        if step is not None and step.target is not None:
            yield step.target


def _left_the_way(walked: list[str]) -> bool:
    """Tell whether it ended beside the straight way; a parcel that came all the same did not."""
    on_the_way = [state for state in walked if state != "closed"]
    return on_the_way[-1] in SIDE_EXITS


def _side_way(walked: list[str]) -> list[str]:
    """Return the way with what still follows: a declined return is told and closed."""
    return [*walked, "closed"] if walked[-1] == "declined" else walked


def _state_left(state: str, now: str) -> StepState:
    if state in SIDE_EXITS:
        return "left"
    return "later" if state == "closed" and now != "closed" else "done"


def _state_straight(n: int, at: int, now: str) -> StepState:
    if n > at:
        return "later"
    return "now" if n == at and STATES[now].is_open else "done"


def _step(state: str, standing: StepState) -> Step:
    return Step(_(STATES[state].name), standing)
