"""Turning SQL's rows into frozen records, and ids into SQL."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def moment(seconds: int) -> datetime:
    """Return a stored time."""
    return datetime.fromtimestamp(seconds, UTC)


# How a column is stored, by the type of the field that it fills; other types are as they are.
CONVERTERS: dict[object, Callable[[Any], Any]] = {
    datetime: moment,
    date: date.fromisoformat,
    bool: bool,
    Mapping: json.loads,
}


class RowsOf(Generic[T]):
    """Makes records of one dataclass from rows whose columns stand in the order of its fields.

    NULL stays None. Fields behind the last column are given by name when it is called.
    """

    def __init__(self, record: type[T]) -> None:
        assert is_dataclass(record)  # noqa: S101 - our own declaration
        self._record: Callable[..., T] = record
        hints = get_type_hints(record)
        kinds = [_plain_type(hints[field.name]) for field in fields(record)]
        self._converted = [(i, CONVERTERS[k]) for i, k in enumerate(kinds) if k in CONVERTERS]

    def __call__(self, row: Sequence[Any], **more: Any) -> T:  # noqa: ANN401
        """Return the record of one row."""
        values = list(row)
        for i, converted in self._converted:
            if i < len(values) and values[i] is not None:
                values[i] = converted(values[i])
        return self._record(*values, **more)


def _plain_type(hint: Any) -> object:  # noqa: ANN401
    """Return the type without `| None`, and a generic's own kind."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if NoneType in get_args(hint):
        hint = kinds[0]
    return get_origin(hint) or hint


def id_list(ids: Iterable[int]) -> str:
    """Return ids for `IN (SELECT value FROM json_each(?))`, however many there are."""
    return json.dumps(list(ids))


def in_order(ids: Sequence[int], found: Mapping[int, T]) -> list[T]:
    """Return rows in the order of their ids; what is gone meanwhile is left out."""
    return [found[i] for i in ids if i in found]
