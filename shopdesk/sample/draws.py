"""Drawing from tables of weights."""

from collections.abc import Mapping
from random import Random


def one_of(rng: Random, weights: Mapping[str, int]) -> str:
    """Return one of the keys, each as often as its weight says."""
    return rng.choices(tuple(weights), tuple(weights.values()))[0]
