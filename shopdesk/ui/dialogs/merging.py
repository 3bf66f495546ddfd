"""What somebody else wrote while a form was open, put under what was typed into it."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def merged(
    seen: Mapping[Key, Value], now: Mapping[Key, Value], typed: Mapping[Key, Value]
) -> dict[Key, Value]:
    """Return what a form shows next: what was typed over it, else what stands there now.

    `seen` is what the form began with. A part that the person took away stays away, unless it
    was changed meanwhile; what they never saw is never lost.
    """
    picked = {
        key: _picked(seen.get(key), now.get(key), typed.get(key))
        for key in dict.fromkeys((*now, *typed))
    }
    return {key: value for key, value in picked.items() if value is not None}


def _picked(seen: Value | None, now: Value | None, typed: Value | None) -> Value | None:
    is_touched = typed != seen
    is_lost = typed is None and now != seen
    return typed if is_touched and not is_lost else now


def differing(seen: Mapping[Key, Value], now: Mapping[Key, Value]) -> list[Key]:
    """Return the parts that somebody else added, changed or took away."""
    return [key for key in dict.fromkeys((*seen, *now)) if seen.get(key) != now.get(key)]
