"""The solutions that ship with ShopDesk: one file for each category, read when first needed."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from shopdesk.paths import resource
from shopdesk.rules.solutions.categories import CATEGORIES
from shopdesk.rules.solutions.content import solution_of
from shopdesk.rules.solutions.solution import Solution


@lru_cache(maxsize=1)
def starter() -> Mapping[str, Solution]:
    """Return the shipped solutions by code, in the order of their files."""
    return {found.code: found for category in CATEGORIES for found in _of_category(category)}


def _of_category(category: str) -> Iterator[Solution]:
    with (resource("solutions") / f"{category}.toml").open("rb") as file:
        contents = tomllib.load(file)
    for code, content in contents.items():
        yield solution_of(code, {"category": category, **content})
