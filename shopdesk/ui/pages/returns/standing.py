"""Where a return stands, as the steps of a stepper: the straight way, or the way it left it."""

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.states import STATES, STEPS, stepper_states
from shopdesk.ui.base.stepper import Step, StepState

SIDE_EXITS = ("declined", "cancelled")


def steps_of(found: ReturnDetail) -> list[Step]:
    """Return the dots of a return's stepper, from left to right."""
    straight = stepper_states(found.standing.remedy)
    walked = walked_states(found)
    if any(state in SIDE_EXITS for state in walked):
        return [_step(state, _state_left(state, found.state)) for state in _side_way(walked)]
    at = straight.index(found.state)
    return [_step(state, _state_straight(n, at, found.state)) for n, state in enumerate(straight)]


def walked_states(found: ReturnDetail) -> list[str]:
    """Return the states since the return was last asked for, as its timeline tells them."""
    walked: list[str] = []
    for entry in found.timeline:
        if entry.event in ("ask", "reopen"):
            break
        step = STEPS.get(entry.event.removesuffix("_overridden"))
        if step is not None and step.target is not None:
            walked.insert(0, step.target)
    if not walked or walked[-1] != found.state:
        walked.append(found.state)
    return walked if walked[0] == "asked" else ["asked", *walked]


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
