"""Turning SQL's rows into frozen records, and ids into SQL."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, make_dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

CHUNK = 100
"""How many cases a set-based statement reads at once."""


def moment(seconds: int) -> datetime:
    """Return a stored time."""
    return datetime.fromtimestamp(seconds, UTC)


# How a column is stored, by the type of the field that it fills; other types are as they are.
CONVERTERS: dict[object, Callable[[Any], Any]] = {
    datetime: moment,
    date: date.fromisoformat,
    bool: bool,
    Mapping: json.loads,
    Sequence: json.loads,
}


class RowsOf(Generic[T]):
    """Makes records of one dataclass from rows whose columns stand in the order of its fields.

    NULL stays None. Fields behind the last column are given by name when it is called.
    A frozen record sets each field by a call, so it is filled while it is its unfrozen twin:
    a page of rows takes a fifth of the time.
    """

    def __init__(self, record: type[T]) -> None:
        self._record = record

    @cached_property  # made at the first row: the start of the program needs only a few of them
    def _twin(self) -> Callable[..., Any]:
        return _unfrozen(self._record)

    @cached_property
    def _converted(self) -> list[tuple[int, Callable[[Any], Any]]]:
        hints = get_type_hints(self._record)
        kinds = [_plain_type(hints[name]) for name in _names(self._record)]
        return [(i, CONVERTERS[k]) for i, k in enumerate(kinds) if k in CONVERTERS]

    def __call__(self, row: Sequence[Any], **more: Any) -> T:  # noqa: ANN401
        """Return the record of one row."""
        values = list(row)
        for i, converted in self._converted:
            if i < len(values) and values[i] is not None:
                values[i] = converted(values[i])
        made: T = self._twin(*values, **more)
        made.__class__ = self._record
        return made


def _unfrozen(record: Any) -> Callable[..., Any]:  # noqa: ANN401
    """Return a class of the same fields and layout, without defaults, that can be written to."""
    assert "__post_init__" not in vars(record)  # noqa: S101 - nothing would call it
    return make_dataclass(record.__name__, _names(record), slots=True)


def _names(record: Any) -> list[str]:  # noqa: ANN401
    return [field.name for field in fields(record)]


def _plain_type(hint: Any) -> object:  # noqa: ANN401
    """Return the type without `| None`, and a generic's own kind."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if NoneType in get_args(hint):
        hint = kinds[0]
    return get_origin(hint) or hint


def id_list(ids: Iterable[int]) -> str:
    """Return ids for `IN (SELECT value FROM json_each(?))`, however many there are."""
    return json.dumps(list(ids))


def id_chunks(ids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    """Yield ids in pieces, so that the rows of a piece are all that is held at once."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def in_order(ids: Sequence[int], found: Mapping[int, T]) -> list[T]:
    """Return rows in the order of their ids; what is gone meanwhile is left out."""
    return [found[i] for i in ids if i in found]
