"""What the desk found in the parcels that came back."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from shopdesk.rules.inspecting import CONDITIONS, WRONG_GOODS
from shopdesk.sample.draws import one_of
from shopdesk.sample.notes import EMPTY_PARCELS, FOREIGN_GOODS
from shopdesk.sample.sales import Back

_SHORT, _SURPLUS, _FOREIGN = 0.015, 0.007, 0.008
_LOOKED_AT = 0.4

# How goods are found, weights by condition, for reasons that tell something of it.
_USUAL: Mapping[str, int] = {
    "intact": 80,
    "opened": 12,
    "used": 4,
    "damaged": 2,
    "parts_missing": 2,
}
_BY_REASON: Mapping[str, Mapping[str, int]] = {
    "damaged_in_transit": {"damaged": 85, "intact": 10, "parts_missing": 5},
    "defective": {"damaged": 60, "used": 15, "intact": 25},
    "wrong_item_sent": {"intact": 85, "opened": 15},
    "missing_parts": {"parts_missing": 80, "intact": 20},
    "refused_undeliverable": {"intact": 92, "damaged": 8},
}
_FAULTY_TO_SUPPLIER = 0.5


class Found(NamedTuple):
    """Units found in one condition; `line_id` is the place of their line among the return's."""

    line_id: int | None
    quantity: int
    condition: str = ""
    disposition: str = ""
    title: str = ""
    note: str = ""


def inspect(rng: Random, reason: str, lines: Sequence[Back], speech: str) -> tuple[Found, ...]:
    """Return what a finished inspection says: mostly all is there and intact."""
    found = [item for at, line in enumerate(lines) for item in _line(rng, reason, at, line)]
    if not found:
        return (Found(0, 0, note=EMPTY_PARCELS[speech][0]),)
    if rng.random() < _FOREIGN:
        title = rng.choice(FOREIGN_GOODS[speech])
        found.append(Found(None, 1, WRONG_GOODS, "to_buyer", title))
    return tuple(found)


def look_at_some(rng: Random, reason: str, lines: Sequence[Back]) -> tuple[Found, ...]:
    """Return what is kept of an inspection that somebody has begun, or nothing."""
    if rng.random() >= _LOOKED_AT:
        return ()
    first = next(_line(rng, reason, 0, lines[0]), None)
    return (first._replace(disposition=""),) if first else ()


def _line(rng: Random, reason: str, at: int, line: Back) -> Iterator[Found]:
    units = line.quantity + _miscounted(rng)
    odd = rng.randint(1, units) if units else 0
    condition = one_of(rng, _BY_REASON.get(reason, _USUAL))
    if odd:
        yield _in(rng, reason, at, odd, condition)
    if units > odd:
        yield _in(rng, reason, at, units - odd, "intact")


def _miscounted(rng: Random) -> int:
    drawn = rng.random()
    return -1 if drawn < _SHORT else int(drawn < _SHORT + _SURPLUS)


def _in(rng: Random, reason: str, at: int, units: int, condition: str) -> Found:
    disposition = CONDITIONS[condition].disposition
    if reason == "defective" and condition == "damaged" and rng.random() < _FAULTY_TO_SUPPLIER:
        disposition = "supplier"
    return Found(at, units, condition, disposition)
