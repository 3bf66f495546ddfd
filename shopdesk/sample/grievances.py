"""How complaints go: their steps with the clocks that run meanwhile, as the desk takes them."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.complaints import STATES, STEPS
from shopdesk.sample.clocks import Ran
from shopdesk.sample.plan import DAY_S
from shopdesk.sample.policies import due_s

_HOUR_S = 3600
_PLATFORM_DAYS = 3

WAYS: Mapping[str, tuple[str, ...]] = {
    "closed": ("reply", "offer", "choose", "act", "close"),
    "withdrawn": ("reply", "withdraw"),
    "unanswered": ("reply", "offer", "settle_unanswered"),
    "platform": ("reply", "escalate", "offer", "choose", "act", "verdict", "close"),
    "reopened": (
        *("reply", "offer", "choose", "act", "close", "reopen"),
        *("offer", "choose", "act", "close"),
    ),
    "merged": ("merge",),
}
"""The steps of those that are over, by how they ended."""

OPEN_WAYS: Mapping[str, tuple[str, ...]] = {
    "open": (),
    "looking": ("reply",),
    "offered": ("reply", "offer"),
    "chosen": ("reply", "offer", "choose"),
    "done": ("reply", "offer", "choose", "act"),
    "at_platform": ("reply", "escalate"),
}
"""The steps of those that somebody still works on."""

# Shortest, longest and usual hours until a step.
_HOURS: Mapping[str, tuple[float, float, float]] = {
    "reply": (0.2, 30, 1.5),
    "offer": (0.5, 40, 5),
    "choose": (1, 60, 12),
    "act": (0.3, 40, 5),
    "close": (1, 48, 10),
    "escalate": (3, 30, 12),
    "verdict": (12, 60, 30),
    "withdraw": (3, 60, 20),
    "settle_unanswered": (70, 120, 90),
    "reopen": (20, 90, 40),
    "merge": (0.3, 3, 1),
}


class Taken(NamedTuple):
    """A step of a complaint and when it was taken."""

    code: str
    at: int


def draw_steps(rng: Random, way: tuple[str, ...], opened_s: int, end_s: int) -> tuple[Taken, ...]:
    """Return the steps of a way with their times; none is taken at the end or after it."""
    at, found = opened_s, []
    for code in way:
        at += 1 + int(rng.triangular(*_HOURS[code]) * _HOUR_S)
        if at >= end_s:
            break
        found.append(Taken(code, at))
    return tuple(found)


def platform_due_s(escalated_s: int) -> int:
    """Return until when a platform wants an answer."""
    return escalated_s + _PLATFORM_DAYS * DAY_S


class Course:
    """What steps made of a complaint: its state and round, time columns and clocks."""

    def __init__(self, opened_s: int, timing: Timing) -> None:
        self._timing = timing
        self.state = "open"
        self.round = 1
        self.stamps: dict[str, int] = {}
        self.clocks = [self._start(opened_s)]
        self._platform: int | None = None

    @property
    def running(self) -> list[Ran]:
        """The clocks that run, the earliest due first."""
        found = [clock for clock in self.clocks if clock and clock.ended_s is None]
        return sorted(found, key=lambda clock: clock.due_s)

    def take(self, step: Taken) -> None:
        """Bring it to where a step leads."""
        rule = STEPS[step.code]
        for column in rule.clears:
            self.stamps.pop(column, None)
        if rule.stamps:
            self.stamps[rule.stamps] = step.at
        if step.code == "reopen":
            self.round += 1
        if step.code == "escalate":
            due = platform_due_s(step.at)
            self.clocks.append(Ran("platform", step.at, due, "platform"))
        self._end(step, rule.meets, only_platform=rule.target is None)
        if rule.target is not None:
            self.state = rule.target
            self.clocks.append(self._start(step.at))

    def _start(self, at: int) -> Ran | None:
        wait = STATES[self.state].wait
        return Ran(wait.clock, at, due_s(wait.clock, self._timing, at)) if wait else None

    def _end(self, step: Taken, meets: tuple[str, ...], *, only_platform: bool) -> None:
        for place, clock in enumerate(self.clocks):
            if clock is None or clock.ended_s is not None:
                continue
            if (clock.code == "platform") != only_platform or step.code == "escalate":
                continue
            reached = clock.code in meets
            outcome = "missed" if step.at > clock.due_s else "met" if reached else "dropped"
            self.clocks[place] = clock._replace(ended_s=step.at, outcome=outcome)
