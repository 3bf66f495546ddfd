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
    taken_in: Mapping[str, int] | None = None
    """How often in each currency."""
    cost_minor: Mapping[str, int] | None = None
    """What those complaints cost in all, with what they opened, by currency."""
    scored: int = 0
    score_sum: int = 0

    @property
    def score(self) -> float | None:
        """The mean of the scores 1 to 5, if anybody gave one."""
        return self.score_sum / self.scored if self.scored else None

    @property
    def mean_costs(self) -> dict[str, int]:
        """What one time cost on average, in minor units by currency; the most frequent first."""
        taken, costs = self.taken_in or {}, self.cost_minor or {}
        often = sorted(taken, key=lambda currency: -taken[currency])
        return {currency: round(costs.get(currency, 0) / taken[currency]) for currency in often}


Stats = Mapping[OptionKey, OptionStats]


def together(stats: Iterable[OptionStats]) -> OptionStats:
    """Return the stats of several options as those of one."""
    found = list(stats)
    return OptionStats(
        taken=sum(each.taken for each in found),
        taken_in=_added(each.taken_in for each in found),
        cost_minor=_added(each.cost_minor for each in found),
        scored=sum(each.scored for each in found),
        score_sum=sum(each.score_sum for each in found),
    )


def _added(counts: Iterable[Mapping[str, int] | None]) -> Mapping[str, int]:
    summed: Counter[str] = Counter()
    for count in counts:
        summed.update(count or {})
    return summed
