"""What an order's status is called, and in which tone it stands."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class OrderStatus:
    """One status, whatever the platform's own word; `tone` is new, wait, good or neutral."""

    code: str
    name: str
    tone: str


ORDER_STATUSES = {
    status.code: status
    for status in (
        OrderStatus("unpaid", N_("Unpaid"), "wait"),
        OrderStatus("paid", N_("Paid"), "new"),
        OrderStatus("sent", N_("Sent"), "accent"),
        OrderStatus("done", N_("Done"), "good"),
        OrderStatus("refunded", N_("Refunded"), "neutral"),
        OrderStatus("cancelled", N_("Cancelled"), "neutral"),
        OrderStatus("unknown", N_("Unknown"), "neutral"),
    )
}


def order_status(code: str) -> OrderStatus:
    """Return a status by its code; one of a newer ShopDesk counts as unknown."""
    return ORDER_STATUSES.get(code, ORDER_STATUSES["unknown"])
