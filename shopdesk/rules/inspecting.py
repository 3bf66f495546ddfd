"""What a parcel's goods can be found as, where they can go, and what that adds up to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from shopdesk.i18n import N_
from shopdesk.rules.money import share_minor


@dataclass(frozen=True, slots=True)
class Condition:
    """How goods were found; `disposition` is where they usually go then."""

    code: str
    name: str
    tone: str
    disposition: str
    counted: str
    """How many units are so, with `{n}`; marked for translation like the name."""


WRONG_GOODS = "wrong_goods"

CONDITIONS = {
    condition.code: condition
    for condition in (
        Condition("intact", N_("Intact"), "good", "stock", N_("{n} intact")),
        Condition("opened", N_("Opened"), "neutral", "stock", N_("{n} opened")),
        Condition("used", N_("Traces of use"), "wait", "refurbish", N_("{n} with traces of use")),
        Condition("damaged", N_("Damaged"), "late", "write_off", N_("{n} damaged")),
        Condition(
            "parts_missing", N_("Parts missing"), "wait", "refurbish", N_("{n} with parts missing")
        ),
        Condition(WRONG_GOODS, N_("Not our goods"), "late", "to_buyer", N_("{n} not our goods")),
    )
}

DISPOSITIONS = {
    "stock": N_("Back to stock"),
    "refurbish": N_("Refurbish"),
    "supplier": N_("To the supplier"),
    "write_off": N_("Write off"),
    "to_buyer": N_("Back to the buyer"),
}


class Received(Protocol):
    """Units of one kind in one condition, as typed or as kept."""

    @property
    def line_id(self) -> int | None:
        """The return's line; None for goods that nobody expected."""
        ...

    @property
    def quantity(self) -> int:
        """How many came."""
        ...

    @property
    def condition(self) -> str:
        """A key of CONDITIONS, or empty while nobody has looked."""
        ...

    @property
    def disposition(self) -> str:
        """A key of DISPOSITIONS, or empty while nobody has decided."""
        ...


@dataclass(frozen=True, slots=True)
class Counted:
    """How many units of a line were asked for, and how many came."""

    expected: int
    received: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.expected - self.received)

    @property
    def surplus(self) -> int:
        """How many came that nobody asked for."""
        return max(0, self.received - self.expected)


@dataclass(frozen=True, slots=True)
class Found:
    """What a return's parcels held, in units.

    `here` are expected units that came. `foreign` are goods that are none of the return's:
    unexpected ones, and what lay in the place of a line's. `conditions` are those of the rest.
    """

    expected: int
    here: int
    short: int
    surplus: int
    foreign: int
    conditions: Mapping[str, int]


def counted_by_line(expected: Mapping[int, int], items: Iterable[Received]) -> dict[int, Counted]:
    """Return what came of each line, by its id; other goods in its place are not it."""
    received: Counter[int] = Counter()
    for item in items:
        if is_expected(item) and item.line_id is not None:
            received[item.line_id] += item.quantity
    return {line_id: Counted(units, received[line_id]) for line_id, units in expected.items()}


def found_in(expected: Mapping[int, int], items: Sequence[Received]) -> Found:
    """Add up what came; `expected` are the units of each line by its id."""
    lines = counted_by_line(expected, items).values()
    conditions: Counter[str] = Counter()
    for item in items:
        if is_expected(item) and item.quantity:
            conditions[item.condition] += item.quantity
    return Found(
        expected=sum(line.expected for line in lines),
        here=sum(line.expected - line.short for line in lines),
        short=sum(line.short for line in lines),
        surplus=sum(line.surplus for line in lines),
        foreign=sum(item.quantity for item in items if not is_expected(item)),
        conditions={code: conditions[code] for code in CONDITIONS if conditions[code]},
    )


def is_expected(item: Received) -> bool:
    """Tell whether units are a line's own goods."""
    return item.line_id is not None and item.condition != WRONG_GOODS


@dataclass(frozen=True, slots=True)
class Paid:
    """What was really paid for the units of a line, in minor units."""

    quantity: int
    value_minor: int


def written_off_minor(lines: Mapping[int, Paid], items: Sequence[Received]) -> list[int]:
    """Return what each item's writing off costs; 0 for what is kept and for goods not ours.

    A line's value is shared over its units, and its items take them one after the other, so
    that a line written off whole costs its whole value. Surplus units were not paid for.
    """
    units = {
        line_id: iter(share_minor(line.value_minor, [1] * line.quantity))
        for line_id, line in lines.items()
    }
    return [_cost(units, item) for item in items]


def _cost(units: Mapping[int, Iterator[int]], item: Received) -> int:
    if item.line_id is None or not is_expected(item):
        return 0
    paid = sum(islice(units[item.line_id], item.quantity))
    return paid if item.disposition == "write_off" else 0
