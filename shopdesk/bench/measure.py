"""One figure: ours and the bare cost of the same work, taken in turn, and the goal for them."""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median
from typing import TypeVar

T = TypeVar("T")

Sample = Callable[[], float]
"""Does the work once and returns what it took, in the measure's unit."""

MS = "ms"
MIB = "MiB"
BYTES = "B"
ROUNDS = 15


def p95(figures: Sequence[float]) -> float:
    """Return the figure that 95 of 100 do not exceed."""
    return sorted(figures)[math.ceil(0.95 * len(figures)) - 1]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured how often, and what is aimed at.

    `most_ratio` bounds ours / bare, `most` bounds ours alone; None where there is no such goal.
    `bare` is None where nothing bare does the same work. `name` is translated already.
    """

    code: str
    name: str
    ours: Sample
    bare: Sample | None = None
    most_ratio: float | None = None
    most: float | None = None
    unit: str = MS
    rounds: int = ROUNDS
    statistic: Callable[[Sequence[float]], float] = median


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one measure, in its unit."""

    measure: Measure
    ours: float
    bare: float | None

    @property
    def ratio(self) -> float | None:
        """Ours over bare."""
        return self.ours / self.bare if self.bare else None

    @property
    def met(self) -> bool | None:
        """Whether every goal is met; None if there is none."""
        goals = ((self.measure.most_ratio, self.ratio), (self.measure.most, self.ours))
        reached = [got <= most for most, got in goals if most is not None and got is not None]
        return all(reached) if reached else None


def take(measure: Measure) -> Result:
    """Measure: once each to warm up, then ours and bare in turn, so that both meet the same noise.

    What the machine does besides hits both alike; the statistic over the rounds leaves it out.
    """
    samples = [sample for sample in (measure.ours, measure.bare) if sample]
    for sample in samples:
        sample()
    taken = [[sample() for sample in samples] for _round in range(measure.rounds)]
    figures = [measure.statistic(column) for column in zip(*taken, strict=True)]
    return Result(measure, figures[0], figures[1] if measure.bare else None)


def timed(work: Callable[[], object]) -> Sample:
    """Return a sample that gives how many milliseconds the work takes."""

    def sample() -> float:
        started = time.perf_counter()
        work()
        return (time.perf_counter() - started) * 1000

    return sample


def timed_over(inputs: Iterable[T], work: Callable[[T], object]) -> Sample:
    """Return a sample that takes the next input each time, from the first again after the last."""
    following: Iterator[T] = cycle(inputs)
    return timed(lambda: work(next(following)))
