"""The clocks of a return, run through its story as the desk's steps would have run them."""

from collections.abc import Iterator
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.states import STEPS, waiting
from shopdesk.sample.policies import due_s, reminded_s
from shopdesk.sample.stories import Story, Taken


class Ran(NamedTuple):
    """A clock that ran, or runs still: then without `ended_s` and outcome."""

    code: str
    started_s: int
    due_s: int
    source: str = "policy"
    ended_s: int | None = None
    outcome: str = ""

    def ended(self, step: Taken) -> "Ran":
        """Return the clock as a step ends it."""
        reached = self.code in STEPS[step.code].meets
        outcome = "missed" if step.at > self.due_s else "met" if reached else "dropped"
        return self._replace(ended_s=step.at, outcome=outcome)


def run_clocks(story: Story, opened_s: int, timing: Timing) -> Iterator[Ran]:
    """Yield a return's clocks in the order of their start; an open one is the last."""
    running = _start("asked", story, opened_s, timing)
    for step in story.steps:
        if running:
            yield running.ended(step)
        running = _after(step, story, running, timing)
    if running:
        yield running


def _after(step: Taken, story: Story, running: Ran | None, timing: Timing) -> Ran | None:
    target = STEPS[step.code].target
    if target is not None:
        return _start(target, story, step.at, timing)
    if running is None:
        return None
    due = reminded_s(running.code, timing, step.at)
    return Ran(running.code, step.at, due, "reminder")


def _start(state: str, story: Story, at: int, timing: Timing) -> Ran | None:
    wait = waiting(state, REMEDIES[story.remedy])
    if wait is None:
        return None
    return Ran(wait.clock, at, due_s(wait.clock, timing, at))
