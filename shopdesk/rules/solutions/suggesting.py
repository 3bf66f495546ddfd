"""Which solutions fit what is known: the situation, the reason, and the words being typed."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shopdesk.rules.folding import fold
from shopdesk.rules.solutions.solution import Solution
from shopdesk.rules.solutions.stats import Stats, together

_SITUATION_WEIGHT = 12.0
_REASON_WEIGHT = 6.0
_OFTEN_WEIGHT = 0.2
"""What was taken often stands first among equals; ten times as often adds this much."""
_CONTENT_WEIGHT = 0.1
_LEAST_SHARE = 0.25
"""What fits less than this share of the best only looks like a hit."""
_TITLE, _WORDS, _WHEN, _OPTION = 3, 3, 1, 1
"""How much a word counts by the text in which a solution has it."""
_STEM_LETTERS = 5
"""`broken` and `broke`, `delivered` and `delivery` are found by each other."""

_RUNS = re.compile(r"([a-z0-9]+)|([^\W\d_a-z]+)")
_COMMON_WORDS = (
    "a an and are as at be but buyer by can do does for from get goods got has have hello hi i in"
    " is it its item me my no not of on or order our parcel please product so that the there they"
    " this to us was we were what when with you your 我 的 了 是 在 你"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known so far; all of it may be empty."""

    words: str = ""
    """As typed: by the person who looks, or by the buyer in a chat."""
    situation: str = ""
    reason: str = ""


def suggested(solutions: Sequence[Solution], asked: Asked, stats: Stats) -> list[Solution]:
    """Return the solutions that fit, best first; all of them where nothing is asked."""
    typed = set(_pieces(asked.words))
    if not (typed or asked.situation or asked.reason):
        return list(solutions)
    rarity = _rarity(solutions)
    fits = {s.code: _fit(s, asked, typed, rarity) for s in solutions}
    least = max(fits.values(), default=0) * _LEAST_SHARE
    found = [s for s in solutions if fits[s.code] > 0 and fits[s.code] >= least]
    return sorted(found, key=lambda s: -(fits[s.code] + _experience(s, stats)))


def matching(solutions: Iterable[Solution], words: str) -> list[Solution]:
    """Return the solutions that have every word somewhere, in the order given."""
    wanted = fold(words).split()
    return [s for s in solutions if all(word in _haystack(s) for word in wanted)]


def _fit(
    solution: Solution, asked: Asked, typed: Iterable[str], rarity: Mapping[str, float]
) -> float:
    weights = _weights(solution)
    said = sum(weights[piece] * rarity[piece] for piece in typed if piece in weights)
    known = _SITUATION_WEIGHT * (bool(asked.situation) and solution.situation == asked.situation)
    return said + known + _REASON_WEIGHT * (asked.reason in solution.reasons)


def _experience(solution: Solution, stats: Stats) -> float:
    """Return what a shop's own past adds; it decides among equals only."""
    past = together(stats[key] for key in _keys(solution) if key in stats)
    return _OFTEN_WEIGHT * math.log10(1 + past.taken) + _CONTENT_WEIGHT * (past.score or 0)


def _keys(solution: Solution) -> Iterator[tuple[str, str]]:
    return ((solution.code, option.code) for option in solution.options)


def _rarity(solutions: Sequence[Solution]) -> Mapping[str, float]:
    """Return what each piece tells: the fewer solutions have it, the more."""
    having = Counter(piece for solution in solutions for piece in _weights(solution))
    return {piece: math.log(1 + len(solutions) / n) for piece, n in having.items()}


@lru_cache(maxsize=512)
def _weights_of(texts: tuple[tuple[int, str], ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for weight, text in texts:
        for piece in _pieces(text):
            found[piece] = max(weight, found.get(piece, 0))
    return found


def _weights(solution: Solution) -> Mapping[str, int]:
    return _weights_of(tuple(_texts(solution)))


def _texts(solution: Solution) -> Iterator[tuple[int, str]]:
    for text in solution.texts.values():
        yield from ((_TITLE, text.title), (_WORDS, text.words), (_WHEN, text.when))
    for option in solution.options:
        yield from ((_OPTION, title) for title in option.titles.values())


def _haystack(solution: Solution) -> str:
    return fold(" ".join(text for _weight, text in _texts(solution)))


def _pieces(text: str) -> Iterator[str]:
    """Yield what is compared: the stems of Latin words, and every two Chinese characters."""
    for latin, other in _RUNS.findall(fold(text)):
        if latin and latin not in _COMMON:
            yield latin[:_STEM_LETTERS]
        elif other:
            yield from (other[i : i + 2] for i in range(max(1, len(other) - 1)))
