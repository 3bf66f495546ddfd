"""Orders told more than once: on rows apart, in a list and its details, in two exports."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from shopdesk.importing.drafts import ImportedBuyer, ImportedLine, ImportedOrder

_KEPT_APART = frozenset({"buyer", "lines", "parcels", "masked"})
_SUMS = {
    "goods_minor": "total_minor",
    "paid_minor": "paid_minor",
    "refunded_minor": "refunded_minor",
}


def completed(order: ImportedOrder, other: ImportedOrder) -> ImportedOrder:
    """Return `order` with what it does not say taken from `other`; lines stay its own."""
    return replace(
        order,
        **_gaps_filled(order, other),
        buyer=_completed_buyer(order.buyer, other.buyer),
        parcels=tuple(dict.fromkeys((*order.parcels, *other.parcels))),
    )


def is_repeated(order: ImportedOrder, more: ImportedOrder) -> bool:
    """Tell whether `more` says no more than `order`: both have the total and the same lines.

    Exports that overlap, put into one file, tell of an order twice.
    """
    both_whole = order.total_minor is not None and more.total_minor is not None
    return both_whole and Counter(more.lines) <= Counter(order.lines)


def distinct(lines: Iterable[ImportedLine]) -> tuple[ImportedLine, ...]:
    """Return the lines without those whose number at the platform came before."""
    found: dict[tuple[str, int], ImportedLine] = {}
    for place, line in enumerate(lines):
        found.setdefault((line.platform_line_id, 0 if line.platform_line_id else place), line)
    return tuple(found.values())


def sums_of(lines: Sequence[ImportedLine]) -> dict[str, int]:
    """Return the order's amounts that its lines tell, where each line tells it."""
    amounts = {
        of_order: [getattr(line, of_line) for line in lines] for of_order, of_line in _SUMS.items()
    }
    return {name: sum(found) for name, found in amounts.items() if found and None not in found}


def continued(order: ImportedOrder, more: ImportedOrder) -> ImportedOrder:
    """Return `order` with the lines of rows that stand further down in the same file.

    An amount that was the sum of its lines is the sum of all lines.
    """
    lines = distinct((*order.lines, *more.lines))
    before, after = sums_of(order.lines), sums_of(lines)
    summed: dict[str, Any] = {
        name: amount for name, amount in after.items() if getattr(order, name) == before.get(name)
    }
    return replace(completed(order, more), lines=lines, **summed)


def detailed(listed: ImportedOrder, details: ImportedOrder) -> ImportedOrder:
    """Return the order of a list with the lines that its details file tells."""
    return replace(completed(listed, details), lines=details.lines or listed.lines)


def _gaps_filled(order: ImportedOrder, other: ImportedOrder) -> dict[str, Any]:
    return {
        field.name: getattr(other, field.name)
        for field in fields(order)
        if field.name not in _KEPT_APART and getattr(order, field.name) in (None, "", "unknown")
    }


def _completed_buyer(buyer: ImportedBuyer, other: ImportedBuyer) -> ImportedBuyer:
    """Fill gaps and masked fields; what is still masked says so."""
    values = {
        name: getattr(other, name)
        for name in _names(buyer)
        if getattr(other, name)
        and (not getattr(buyer, name) or (name in buyer.masked and name not in other.masked))
    }
    masked = (buyer.masked - values.keys()) | (other.masked & values.keys())
    return replace(buyer, **values, masked=frozenset(masked))


def _names(buyer: ImportedBuyer) -> Iterable[str]:
    return (field.name for field in fields(buyer) if field.name not in _KEPT_APART)
