"""When money may go back to the buyer of a return."""

REFUNDABLE = frozenset({"agreed", "on_its_way", "arrived", "inspected", "settled", "closed"})
"""The states of a return in which a refund may be booked beside its settlement."""


def may_refund(state: str, *, settled: bool) -> bool:
    """Tell whether money may go back now: from agreed on, and not where it ended unsettled."""
    return state in REFUNDABLE and (state != "closed" or settled)
