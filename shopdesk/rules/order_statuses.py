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


@dataclass(frozen=True, slots=True)
class OrderChip:
    """A filter of the orders list; no statuses means all orders."""

    code: str
    name: str
    statuses: tuple[str, ...]


ORDER_CHIPS = (
    OrderChip("all", N_("All"), ()),
    OrderChip("unpaid", N_("Unpaid"), ("unpaid",)),
    OrderChip("paid", N_("Paid"), ("paid",)),
    OrderChip("sent", N_("Sent"), ("sent",)),
    OrderChip("done", N_("Done"), ("done",)),
    OrderChip("ended", N_("Refunded or cancelled"), ("refunded", "cancelled")),
)
