"""An order as the forms for new cases see it: what can still come back, and the buyer's past."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.buyer_sql import HANDLE
from shopdesk.queries.guards import PastCase, load_past_cases
from shopdesk.queries.reshipments import Recipient
from shopdesk.queries.shops import ShopRow, load_shop
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ReturnableLine:
    """One line of an order; `left` is bought less what came back or was asked to.

    `paid_minor` was really paid for the line, `taken_minor` of it for the units that are not left.
    """

    id: int
    product_id: int
    title: str
    variant: str
    sku: str
    category: str
    bought: int
    left: int
    paid_minor: int
    taken_minor: int

    def value_minor(self, quantity: int) -> int:
        """Return what was really paid for so many of the units left.

        The last of them take what is left of the money, so that all returns of a line add up
        to what was paid for it.
        """
        if quantity >= self.left:
            return self.paid_minor - self.taken_minor
        return (self.paid_minor - self.taken_minor) * quantity // self.left


@dataclass(frozen=True, slots=True)
class ReturnableOrder:
    """All that the form shows and judges by."""

    id: int
    number: str
    customer_id: int | None
    buyer: str
    handle: str
    phone: str
    ordered_at: datetime
    paid_at: datetime | None
    delivered_at: datetime | None
    total_minor: int
    paid_minor: int
    freight_minor: int
    currency: str
    orders_of_buyer: int
    returns_of_buyer: int
    first_order_at: datetime | None
    shop: ShopRow
    to: Recipient
    lines: tuple[ReturnableLine, ...]
    past: tuple[PastCase, ...]


returnable_line = RowsOf(ReturnableLine)
_order = RowsOf(ReturnableOrder)
_recipient = RowsOf(Recipient)

_ORDER = f"""
    SELECT orders.shop_id, orders.id, orders.number, orders.customer_id,
        coalesce(customer.name, orders.recipient),
        {HANDLE},
        orders.phone, orders.ordered_at, orders.paid_at, orders.delivered_at,
        orders.total_minor, orders.paid_minor, orders.freight_minor, orders.currency,
        (SELECT count(*) FROM orders AS o WHERE o.customer_id = orders.customer_id),
        (SELECT count(*) FROM cases WHERE customer_id = orders.customer_id AND kind = 'return'),
        (SELECT min(ordered_at) FROM orders AS o WHERE o.customer_id = orders.customer_id)
    FROM orders
    JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id = ?
"""
_TO = "SELECT recipient, phone, address, postcode, country FROM orders WHERE id = ?"

_TAKEN = """
    coalesce((SELECT sum(return_line.{column})
        FROM return_line JOIN cases ON cases.id = return_line.case_id
        WHERE return_line.order_line_id = order_line.id
          AND NOT (cases.state IN ('cancelled', 'declined', 'closed')
                   AND cases.settled_at IS NULL)), 0)
"""

LEFT = f"order_line.quantity - {_TAKEN.format(column='quantity')}"
"""SQL for the units of an `order_line` that have not come back, or been asked to, yet.

A return that ended without a settlement leaves its units: cancelled, or declined and then closed.
"""

LINES_SQL = f"""
    SELECT order_line.id, product.id, order_line.title, order_line.variant, order_line.sku,
        product.category, order_line.quantity, {LEFT}, order_line.paid_minor,
        {_TAKEN.format(column="value_minor")}
    FROM order_line JOIN product ON product.id = order_line.product_id
    WHERE order_line.order_id = ? ORDER BY order_line.position
"""
"""The rows of `returnable_line`; a write that checks them asks within its own transaction."""


def load_returnable(reader: Reader, order_id: int) -> ReturnableOrder | None:
    """Return an order for the form, or None if it is gone."""
    found = reader.row(_ORDER, (order_id,))
    if found is None:
        return None
    shop_id, *row = found
    return _order(
        row,
        shop=load_shop(reader, shop_id),
        to=_recipient(reader.row(_TO, (order_id,)) or [""] * 5),
        lines=load_returnable_lines(reader, order_id),
        past=load_past_cases(reader, order_id, row[2]),
    )


def load_returnable_lines(reader: Reader, order_id: int) -> tuple[ReturnableLine, ...]:
    """Return an order's lines in their order, with what can still come back."""
    return tuple(map(returnable_line, reader.rows(LINES_SQL, (order_id,))))
