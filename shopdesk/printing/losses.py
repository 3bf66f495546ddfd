"""What a paper cannot show as it was written, found in its frozen data."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from shopdesk.printing.cleaning import unprintable
from shopdesk.printing.drawing import Replaced


def replaced_in(number: str, data: object) -> Iterator[Replaced]:
    """Yield the characters of a case's data that its paper replaces, if there are any."""
    characters = unprintable("".join(texts_in(data)))
    if characters:
        yield Replaced(number, characters)


def texts_in(data: object) -> Iterator[str]:
    """Yield every text of frozen data, however deep it lies."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, tuple | list):
        for each in data:
            yield from texts_in(each)
    elif is_dataclass(data):
        for field in fields(data):
            yield from texts_in(getattr(data, field.name))
