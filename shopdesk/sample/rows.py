"""Rows as they lie in the tables: tuples are what a bulk of a million is written from.

Times are whole seconds since 1970 in UTC, flags 1 or 0, records JSON text. A test holds the
fields against the models' columns.
"""

from typing import NamedTuple


class ProductRow(NamedTuple):
    """One row of `product`."""

    id: int
    shop_id: int
    key: str
    sku: str
    title: str
    category: str
    version: int = 1


class CustomerRow(NamedTuple):
    """One row of `customer`."""

    id: int
    name: str
    created_at: int
    note: str = ""
    merged_into_id: int | None = None
    version: int = 1


class HandleRow(NamedTuple):
    """One row of `customer_handle`; the table gives the id."""

    customer_id: int
    platform: str
    handle: str


class ContactRow(NamedTuple):
    """One row of `customer_contact`; the table gives the id."""

    customer_id: int
    kind: str
    value: str
    folded: str


class AddressRow(NamedTuple):
    """One row of `customer_address`; the table gives the id."""

    customer_id: int
    recipient: str
    address: str
    postcode: str
    country: str


class OrderRow(NamedTuple):
    """One row of `orders`."""

    id: int
    shop_id: int
    number: str
    platform_id: str
    customer_id: int
    status: str
    status_text: str
    ordered_at: int
    paid_at: int | None
    delivered_at: int | None
    cancelled_at: int | None
    currency: str
    goods_minor: int
    freight_minor: int
    discount_minor: int
    tax_minor: int
    total_minor: int
    paid_minor: int
    recipient: str
    phone: str
    address: str
    postcode: str
    country: str
    buyer_note: str = ""
    seller_note: str = ""
    refunded_minor: int = 0
    version: int = 1


class OrderLineRow(NamedTuple):
    """One row of `order_line`."""

    id: int
    order_id: int
    position: int
    product_id: int
    sku: str
    title: str
    variant: str
    quantity: int
    price_minor: int
    paid_minor: int
    platform_line_id: str = ""


class ParcelRow(NamedTuple):
    """One row of `parcel`; the table gives the id where it is None."""

    order_id: int | None
    case_id: int | None
    direction: str
    courier_id: int | None
    courier_name: str
    waybill: str
    waybill_folded: str
    sent_at: int | None
    delivered_at: int | None
    number: str = ""
    note: str = ""
    let_go_at: int | None = None
    moved_at: int | None = None
    status: str = ""
    version: int = 1
    id: int | None = None
