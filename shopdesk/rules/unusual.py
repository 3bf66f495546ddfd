"""What is unusual this week: an honest test of a count against the weeks before.

What happened n weeks long at a mean of m a week would, at the same rate, happen k times in the
next week with the chance of a negative binomial: Poisson counts whose rate is known only from
those weeks (Gamma-Poisson, Jeffreys' prior). Where the weeks vary more than Poisson counts do,
the thing's own or those of all things together, the spread is widened by as much. The chances
are corrected for how many things were looked at (Holm), so that of twenty weeks in which
nothing changed about one shows anything at all.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum, lgamma, log
from statistics import fmean, variance

WEEKS_BEFORE = 8
LEAST_WEEKS = 4
LEAST_NOW = 5
FALSE_ALARM = 0.05
"""How likely any finding at all may be in a week in which nothing changed."""
MOST_SHARED = 0.5
_PRIOR = 0.5


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that is looked at: what it is, and how often it was in each week.

    `before` is the weeks before, newest first, as many as there is history; `cases` are those
    of this week, by kind and id.
    """

    what: tuple[str, ...]
    now: int
    before: tuple[int, ...]
    cases: tuple[tuple[str, int], ...] = ()

    @property
    def usual(self) -> float:
        """The mean of the weeks before."""
        return sum(self.before) / len(self.before) if self.before else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What is unusual, and how likely it was without anything having changed."""

    counted: Counted
    chance: float


def find_unusual(looked_at: Iterable[Counted]) -> list[Finding]:
    """Return what is unusual, the least likely first; of those with the same cases only one.

    Things with less than LEAST_NOW in all weeks together can never be found and do not count as
    looked at: the sum says nothing about how it is spread over the weeks.
    """
    known = [
        counted
        for counted in looked_at
        if len(counted.before) >= LEAST_WEEKS and counted.now + sum(counted.before) >= LEAST_NOW
    ]
    unrest = shared_unrest(counted.before for counted in known)
    tested = sorted(
        (Finding(counted, chance_of(counted.now, counted.before, unrest)) for counted in known),
        key=lambda finding: (finding.chance, -finding.counted.now, finding.counted.what),
    )
    return _distinct(list(_holding(tested)))


def chance_of(now: int, before: Sequence[int], unrest: float = 0.0) -> float:
    """Return how likely `now` or more is, if all weeks are alike.

    `unrest` is how much the weeks of all things vary more than Poisson counts do, as the part
    of the squared mean that is added to the variance.
    """
    weeks = len(before)
    mean = (sum(before) + _PRIOR) / weeks
    spread = max(mean * _dispersion(before), mean + unrest * mean * mean) * (1 + 1 / weeks)
    size = mean * mean / (spread - mean)
    stays = size / (size + mean)
    below = fsum(exp(_log_mass(k, size, stays)) for k in range(now))
    return max(0.0, 1.0 - below)


def shared_unrest(histories: Iterable[Sequence[int]]) -> float:
    """Return the unrest of several things taken together, 0 or more: one thing has few weeks."""
    spread = squares = 0.0
    for before in histories:
        mean, found = fmean(before), variance(before)
        spread += found - mean
        squares += mean * mean - found / len(before)
    return max(0.0, spread / squares) if squares > 0 else 0.0


def _dispersion(before: Sequence[int]) -> float:
    """Return how much more the weeks vary than Poisson counts do; at least 1."""
    mean = fmean(before)
    return max(1.0, variance(before) / mean) if mean else 1.0


def _log_mass(k: int, size: float, stays: float) -> float:
    chosen = lgamma(k + size) - lgamma(size) - lgamma(k + 1)
    return chosen + size * log(stays) + k * log(1 - stays)


def _holding(tested: Sequence[Finding]) -> Iterable[Finding]:
    """Yield what holds after the correction for all that was looked at, up to the first failing."""
    for nth, finding in enumerate(tested):
        if finding.chance * (len(tested) - nth) > FALSE_ALARM:
            return
        if finding.counted.now >= LEAST_NOW:
            yield finding


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what is the same news again: most of its cases were told before."""
    told: set[tuple[str, int]] = set()
    kept = []
    for finding in findings:
        cases = finding.counted.cases
        if not cases or len(told & set(cases)) <= MOST_SHARED * len(cases):
            kept.append(finding)
            told |= set(cases)
    return kept


def weeks_of_history(since_first_s: int, week_s: int) -> int:
    """Return how many whole weeks before this one there is history of, at most WEEKS_BEFORE."""
    return max(0, min(WEEKS_BEFORE, since_first_s // week_s - 1))


def counted_of(
    what: tuple[str, ...], weeks: Collection[int], history: int, cases: tuple[tuple[str, int], ...]
) -> Counted:
    """Return a thing from the weeks of its events: 0 is this week, 1 the one before, and so on."""
    found = Counter(weeks)
    before = tuple(found[nth] for nth in range(1, history + 1))
    return Counted(what, found[0], before, cases)
