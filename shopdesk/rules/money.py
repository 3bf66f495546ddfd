"""Money as whole minor units of one currency; no floats anywhere."""

from collections.abc import Sequence

MAX_MINOR = 10**13
"""Amounts beyond this are typing errors, and would leave SQLite's exact sums."""


def share_minor(total_minor: int, weights: Sequence[int]) -> list[int]:
    """Split an amount in proportion to `weights`, so that the parts add up to it exactly.

    Largest remainder: each part gets its floor, the units left over go to the largest
    remainders, the earlier part first. Weights are not negative; if all are zero, the parts
    are as equal as they can be. A negative total is the mirror of the positive one.
    """
    if not weights:
        return []
    if total_minor < 0:
        return [-part for part in share_minor(-total_minor, weights)]
    if not any(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [total_minor * weight // whole for weight in weights]
    left_over = total_minor - sum(parts)
    by_remainder = sorted(
        range(len(weights)), key=lambda i: (-(total_minor * weights[i] % whole), i)
    )
    for i in by_remainder[:left_over]:
        parts[i] += 1
    return parts


def refund_ceiling(paid_minor: int, refunded_minor: int) -> int:
    """Return what can still be refunded of an order: paid less what already went back."""
    return max(0, paid_minor - refunded_minor)


def value_of_units(value_minor: int, quantity: int, units: int) -> int:
    """Return what the first `units` of `quantity` are worth together, shared out to the unit.

    All units together are worth `value_minor` exactly; more units than there are, no more.
    Goods of which there are none, such as an empty box with a note about it, are worth nothing.
    """
    if not quantity:
        return 0
    each, left_over = divmod(value_minor, quantity)
    found = min(units, quantity)
    return each * found + min(found, left_over)
