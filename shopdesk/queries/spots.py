"""Where the words of a search stand in what was found, so that it can be told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.queries.sought import Sought
from shopdesk.queries.values import id_list
from shopdesk.rules.folding import fold
from shopdesk.rules.spotting import snippet
from shopdesk.storage.reader import Reader
from shopdesk.storage.searched import Searched

_PRIVATE = ("contact", "address")
"""Places that a shop may want masked on the screen."""
_GATHERED = ("order", "name", "handle", "contact")
"""Places that take the same from the case, its order and the buyer."""

Texts = Mapping[str, str]
"""The texts of a thing by place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where folded `words` stand: a place of storage.searched, and its text around them."""

    place: str
    text: str
    words: tuple[str, ...]


def load_spots(
    reader: Reader, kind: Searched, ids: Sequence[int], asked: Sought
) -> dict[int, tuple[Spot, ...]]:
    """Return, by id, the first place of each word that was sought.

    Where a shop masks contacts, of a phone or an address only the words themselves are told.
    """
    masked = bool(reader.value("SELECT max(masks_contacts) FROM shop"))
    places = list(kind.places)
    found = {}
    for row_id, *texts in reader.rows(kind.places_sql, {"ids": id_list(ids)}):
        told = zip(places, texts, strict=True)
        by_place = {place: _said_once(place, text) for place, text in told if text}
        found[row_id] = tuple(_spots(by_place, asked, masked=masked))
    return found


def _spots(texts: Texts, asked: Sought, *, masked: bool) -> Iterator[Spot]:
    folded = {place: fold(text) for place, text in texts.items()}
    words = _fitting_reading(" ".join(folded.values()), asked)
    by_word = ((word, next((p for p in folded if word in folded[p]), "")) for word in words)
    for place, standing in _grouped(by_word).items():
        hidden = masked and place in _PRIVATE
        shown = " ".join(standing) if hidden else snippet(texts[place], standing)
        yield Spot(place, shown, tuple(standing))


def _said_once(place: str, text: str) -> str:
    return " ".join(dict.fromkeys(text.split())) if place in _GATHERED else text


def _fitting_reading(whole: str, asked: Sought) -> tuple[str, ...]:
    fitting = (words for words in asked.readings if all(word in whole for word in words))
    return next(fitting, ())


def _grouped(by_word: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the words by the place in which they stand first; one that joins two has none."""
    found: dict[str, list[str]] = {}
    for word, place in by_word:
        if place:
            found.setdefault(place, []).append(word)
    return found
