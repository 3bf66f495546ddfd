"""How a year of trade goes: weekdays, seasons, the peaks, and the hours of a buyer's day."""

from collections.abc import Mapping
from datetime import date

from shopdesk.sample.stores import Store

_WEEKDAYS: Mapping[str, tuple[float, ...]] = {
    "zh": (1.0, 0.95, 0.95, 1.0, 1.05, 1.15, 1.2),
    "en": (1.1, 1.0, 0.95, 0.95, 0.95, 1.0, 1.2),
}

# January to December.
_MONTHS: Mapping[str, tuple[float, ...]] = {
    "zh": (1.0, 0.85, 1.0, 0.95, 1.0, 1.1, 0.95, 0.95, 1.05, 1.1, 1.25, 1.1),
    "en": (0.8, 0.75, 0.8, 0.85, 0.95, 1.0, 1.0, 0.95, 0.9, 1.0, 1.35, 1.6),
}

# (month, first day, last day, factor): 618 and Double 11 in China; abroad Black Friday, which
# falls on the 23rd to 29th, with the Monday after it, and the weeks before Christmas.
_PEAKS: Mapping[str, tuple[tuple[int, int, int, float], ...]] = {
    "zh": (
        (6, 1, 17, 1.3),
        (6, 18, 18, 3.5),
        (11, 1, 10, 1.5),
        (11, 11, 11, 5.0),
        (12, 12, 12, 2.0),
    ),
    "en": ((11, 23, 30, 2.4), (12, 1, 16, 1.3), (12, 24, 26, 0.4)),
}

# Weight of each hour from midnight, where the buyer lives.
_HOURS = (3, 2, 1, 1, 1, 2, 4, 6, 8, 10, 12, 12, 11, 10, 10, 10, 10, 9, 10, 13, 16, 17, 13, 7)


def day_weight(store: Store, day: date) -> float:
    """Return how much a store sells on a day, against 1 for a plain one."""
    weight = _WEEKDAYS[store.speech][day.weekday()] * _MONTHS[store.speech][day.month - 1]
    for month, first, last, factor in _PEAKS[store.speech]:
        if day.month == month and first <= day.day <= last:
            weight *= factor
    return weight


def hour_weights(store: Store) -> tuple[int, ...]:
    """Return the weight of each hour of a UTC day for a store's buyers."""
    shift = store.utc_offset_hours % 24
    return _HOURS[shift:] + _HOURS[:shift]
