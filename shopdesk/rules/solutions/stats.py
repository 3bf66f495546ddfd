"""What options came to: how often each was taken, what it cost, how content people were."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

OptionKey = tuple[str, str]
"""The code of a solution and that of its option."""


@dataclass(frozen=True, slots=True)
class OptionStats:
    """Sums over the complaints in which an option was chosen; currencies are never added."""

    taken: int = 0
    done_in: Mapping[str, int] | None = None
    """How often it was done to the end, by currency; what is only begun has no cost yet."""
    cost_minor: Mapping[str, int] | None = None
    """What those that are done cost in all, with what they opened, by currency."""
    scored: int = 0
    score_sum: int = 0

    @property
    def score(self) -> float | None:
        """The mean of the scores 1 to 5, if anybody gave one."""
        return self.score_sum / self.scored if self.scored else None

    @property
    def mean_costs(self) -> dict[str, int]:
        """What one time cost on average, in minor units by currency; the most frequent first."""
        done, costs = self.done_in or {}, self.cost_minor or {}
        often = sorted(filter(done.get, done), key=lambda currency: -done[currency])
        return {currency: round(costs.get(currency, 0) / done[currency]) for currency in often}


Stats = Mapping[OptionKey, OptionStats]


def together(stats: Iterable[OptionStats]) -> OptionStats:
    """Return the stats of several options as those of one."""
    found = list(stats)
    return OptionStats(
        taken=sum(each.taken for each in found),
        done_in=_added(each.done_in for each in found),
        cost_minor=_added(each.cost_minor for each in found),
        scored=sum(each.scored for each in found),
        score_sum=sum(each.score_sum for each in found),
    )


def _added(counts: Iterable[Mapping[str, int] | None]) -> Mapping[str, int]:
    summed: Counter[str] = Counter()
    for count in counts:
        summed.update(count or {})
    return summed
