"""Orders told more than once: on rows apart, in a list and its details, in two exports."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from shopdesk.importing.drafts import ImportedBuyer, ImportedOrder

_KEPT_APART = frozenset({"buyer", "lines", "parcels", "masked"})


def completed(order: ImportedOrder, other: ImportedOrder) -> ImportedOrder:
    """Return `order` with what it does not say taken from `other`; lines stay its own."""
    return replace(
        order,
        **_gaps_filled(order, other),
        buyer=_completed_buyer(order.buyer, other.buyer),
        parcels=tuple(dict.fromkeys((*order.parcels, *other.parcels))),
    )


def continued(order: ImportedOrder, more: ImportedOrder) -> ImportedOrder:
    """Return `order` with the lines of rows that stand further down in the same file."""
    return replace(completed(order, more), lines=(*order.lines, *more.lines))


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
