"""The time zones that a shop can choose from, the same list on every system."""

from functools import lru_cache
from importlib.resources import files

UTC = "UTC"


@lru_cache(maxsize=1)
def time_zones() -> tuple[str, ...]:
    """Return UTC and the zones named after a continent or ocean and a place, in their order."""
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return (UTC, *sorted(name for name in names if _is_place(name)))


def _is_place(name: str) -> bool:
    area, _slash, place = name.partition("/")
    return bool(place) and area not in _NO_AREAS


_NO_AREAS = frozenset({"Etc", "US", "Brazil", "Canada", "Chile", "Mexico", "SystemV"})
