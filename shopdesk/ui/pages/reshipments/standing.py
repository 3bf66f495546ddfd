"""Where a reshipment stands, as the steps of a stepper: the straight way, or where it left it."""

from collections.abc import Iterator, Sequence

from shopdesk.i18n import _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.queries.return_detail import TimelineRow
from shopdesk.rules.reshipments import FAILED, STATES, STRAIGHT
from shopdesk.ui.base.stepper import Step, StepState


def steps_of(row: ReshipmentRow, timeline: Sequence[TimelineRow]) -> list[Step]:
    """Return the dots of a reshipment's stepper, from left to right."""
    if row.state in STRAIGHT:
        at = STRAIGHT.index(row.state)
        return [_step(state, _straight(n, at, row.state)) for n, state in enumerate(STRAIGHT)]
    return [_step(state, standing) for state, standing in _side_way(row, timeline)]


def failure_of(row: ReshipmentRow, timeline: Sequence[TimelineRow]) -> str:
    """Return what went wrong with it last, as its timeline tells; empty if nothing did."""
    if row.state in FAILED:
        return row.state
    told = (entry.event.removeprefix("reship_").removesuffix("_said") for entry in timeline)
    return next((state for state in told if state in FAILED), "")


def _side_way(
    row: ReshipmentRow, timeline: Sequence[TimelineRow]
) -> Iterator[tuple[str, StepState]]:
    yield "to_pack", "done"
    if row.packed_at is not None:
        yield "packed", "done"
    if row.state == "cancelled":
        yield "cancelled", "left"
        return
    yield "sent", "done"
    failure = failure_of(row, timeline)
    if failure:
        yield failure, "left"
    yield "dealt_with", "done" if row.state == "dealt_with" else "later"


def _straight(n: int, at: int, state: str) -> StepState:
    if n > at:
        return "later"
    return "now" if n == at and STATES[state].is_open else "done"


def _step(state: str, standing: StepState) -> Step:
    return Step(_(STATES[state].name), standing)
