"""The options that are put to those who complain: from the library that ships with ShopDesk."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

from shopdesk.rules.options import DEEDS
from shopdesk.rules.solutions import Solution, SolutionOption, starter
from shopdesk.rules.solutions.amounts import amount_minor

LANGUAGE = {"zh": "zh_CN", "en": "en"}
_MOST = 3
_TYPED_PERCENT = (5, 10, 15, 20)
_ROUND_MINOR = 100
_LEAST_MINOR = 500


@lru_cache(maxsize=1)
def of_situation() -> Mapping[str, Sequence[Solution]]:
    """Return the shipped solutions of each situation."""
    found: dict[str, list[Solution]] = {}
    for solution in starter().values():
        if solution.situation:
            found.setdefault(solution.situation, []).append(solution)
    return found


def offers(rng: Random, situation: str, wanted: str = "") -> list[SolutionOption]:
    """Return what is offered in a situation, first what will be chosen.

    With a `wanted` remedy that is an option that opens such a return, else one that opens
    none. Empty where the library knows no such option.
    """
    solution = rng.choice(of_situation()[situation])
    fitting = [option for option in solution.options if _fits(option, wanted)]
    if not fitting:
        return []
    chosen = rng.choice(fitting)
    others = [option for option in solution.options if option is not chosen]
    return [chosen, *others[: _MOST - 1]]


def amount_of(rng: Random, option: SolutionOption, paid_minor: int) -> int:
    """Return how much an option is about."""
    if not DEEDS[option.does].has_amount:
        return 0
    if option.amount == "typed":
        typed = paid_minor * rng.choice(_TYPED_PERCENT) // 100
        return max(typed // _ROUND_MINOR * _ROUND_MINOR, _LEAST_MINOR)
    return amount_minor(option, paid_minor)


def _fits(option: SolutionOption, wanted: str) -> bool:
    deed = DEEDS[option.does]
    return deed.remedy == wanted if wanted else deed.opens != "return"
