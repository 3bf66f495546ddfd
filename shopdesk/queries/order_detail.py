"""One order with all that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.buyer_sql import HANDLE
from shopdesk.queries.linked import CaseLink, load_order_cases
from shopdesk.queries.return_detail import ParcelRow, load_order_parcels
from shopdesk.queries.returnable import ReturnableLine, load_returnable_lines
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """An order as its page shows it; `version` goes along when its note is changed.

    `sent_at` is when the first parcel left. Notes stand as they were typed.
    """

    id: int
    version: int
    number: str
    shop_id: int
    shop_name: str
    platform: str
    timezone: str
    customer_id: int | None
    buyer: str
    handle: str
    status: str
    status_text: str
    ordered_at: datetime
    paid_at: datetime | None
    sent_at: datetime | None
    delivered_at: datetime | None
    cancelled_at: datetime | None
    currency: str
    goods_minor: int
    freight_minor: int
    discount_minor: int
    tax_minor: int
    total_minor: int
    paid_minor: int
    refunded_minor: int
    recipient: str
    phone: str
    address: str
    postcode: str
    country: str
    buyer_note: str
    seller_note: str
    lines: tuple[ReturnableLine, ...]
    parcels: tuple[ParcelRow, ...]
    cases: tuple[CaseLink, ...]


_detail = RowsOf(OrderDetail)

_DETAIL = f"""
    SELECT orders.id, orders.version, orders.number, shop.id, shop.name, shop.platform,
        shop.timezone,
        orders.customer_id, coalesce(nullif(customer.name, ''), orders.recipient), {HANDLE},
        orders.status, orders.status_text,
        orders.ordered_at, orders.paid_at,
        (SELECT min(sent_at) FROM parcel WHERE order_id = orders.id),
        orders.delivered_at, orders.cancelled_at, orders.currency,
        orders.goods_minor, orders.freight_minor, orders.discount_minor, orders.tax_minor,
        orders.total_minor, orders.paid_minor, orders.refunded_minor,
        orders.recipient, orders.phone, orders.address, orders.postcode, orders.country,
        orders.buyer_note, orders.seller_note
    FROM orders
    JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id = ?
"""


def load_order_detail(reader: Reader, order_id: int) -> OrderDetail | None:
    """Return an order with its lines, parcels and cases; None if it is gone."""
    row = reader.row(_DETAIL, (order_id,))
    if row is None:
        return None
    return _detail(
        row,
        lines=load_returnable_lines(reader, order_id),
        parcels=load_order_parcels(reader, order_id),
        cases=load_order_cases(reader, order_id),
    )
