"""What a draft says, as columns of the order's row and its lines' rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shopdesk.importing.drafts import ImportedBuyer, ImportedLine, ImportedOrder
from shopdesk.rules.money import share_minor

Columns = Mapping[str, Any]

# Order columns that are the draft's field of the same name.
SAME_NAME = (
    "platform_id",
    "status",
    "status_text",
    "ordered_at",
    "paid_at",
    "delivered_at",
    "cancelled_at",
    "currency",
    "goods_minor",
    "freight_minor",
    "discount_minor",
    "tax_minor",
    "total_minor",
    "paid_minor",
    "refunded_minor",
    "buyer_note",
    "seller_note",
)

# Order columns that come from the buyer's part of the draft.
OF_BUYER = {
    "recipient": "name",
    "phone": "phone",
    "postcode": "postcode",
    "country": "country",
}
ADDRESS_PARTS = ("address", "city", "region")

# What a new order has where the file is silent.
DEFAULTS: Columns = {
    "platform_id": "",
    "status": "unknown",
    "status_text": "",
    "paid_at": None,
    "delivered_at": None,
    "cancelled_at": None,
    "goods_minor": 0,
    "freight_minor": 0,
    "discount_minor": 0,
    "tax_minor": 0,
    "total_minor": 0,
    "paid_minor": 0,
    "refunded_minor": 0,
    "recipient": "",
    "phone": "",
    "address": "",
    "postcode": "",
    "country": "",
    "buyer_note": "",
    "seller_note": "",
}


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """An order's columns as stored: `said` by the file, `masked` with letters hidden in it."""

    said: Columns
    masked: frozenset[str]


def order_columns(order: ImportedOrder, shop_currency: str) -> OrderColumns:
    """Return what a draft says; what it leaves out is not among them."""
    found: dict[str, Any] = {}
    for name in SAME_NAME:
        value = getattr(order, name)
        if value not in (None, "", "unknown"):
            found[name] = int(value.timestamp()) if isinstance(value, datetime) else value
    for name, part in OF_BUYER.items():
        if getattr(order.buyer, part):
            found[name] = getattr(order.buyer, part)
    if address_of(order.buyer):
        found["address"] = address_of(order.buyer)
    found.setdefault("currency", shop_currency)
    if "paid_minor" in found:
        found.setdefault("total_minor", found["paid_minor"])
    return OrderColumns(found, _masked(order))


def address_of(buyer: ImportedBuyer) -> str:
    """Return street, city and region in one line."""
    return " ".join(filter(None, (getattr(buyer, part) for part in ADDRESS_PARTS)))


def _masked(order: ImportedOrder) -> frozenset[str]:
    hidden = {name for name, part in OF_BUYER.items() if part in order.buyer.masked}
    if order.buyer.masked.intersection(ADDRESS_PARTS):
        hidden.add("address")
    return frozenset(hidden)


def differing(columns: OrderColumns, existing: Columns) -> dict[str, Any]:
    """Return the columns that the file tells anew; a masked value never replaces one."""
    return {
        name: value
        for name, value in columns.said.items()
        if existing[name] != value and not (name in columns.masked and existing[name])
    }


def line_columns(order: ImportedOrder, paid_goods_minor: int) -> list[dict[str, Any]]:
    """Return the rows of an order's lines; what was paid for goods is shared over them.

    A line of no pieces was taken out of the order by the shop, so it is none.
    """
    lines = [line for line in order.lines if line.quantity]
    shares = share_minor(paid_goods_minor, [_worth(line) for line in lines])
    return [
        {
            "position": position,
            "platform_line_id": line.platform_line_id,
            "sku": line.sku,
            "title": line.title or line.sku,
            "variant": line.variant,
            "quantity": line.quantity,
            "price_minor": _price(line),
            "paid_minor": share if line.paid_minor is None else line.paid_minor,
        }
        for position, (line, share) in enumerate(zip(lines, shares, strict=True))
    ]


def _worth(line: ImportedLine) -> int:
    """Return the weight of a line when a discount or a payment is shared."""
    if line.total_minor is not None:
        return max(0, line.total_minor - line.discount_minor)
    return max(0, (line.price_minor or 0) * line.quantity - line.discount_minor)


def _price(line: ImportedLine) -> int:
    if line.price_minor is not None:
        return line.price_minor
    return (line.total_minor or 0) // line.quantity


def paid_goods_minor(columns: Columns) -> int:
    """Return what was paid for the goods alone: all that was paid, less the freight."""
    paid: int = columns["paid_minor"] - columns["freight_minor"]
    return max(0, paid)
