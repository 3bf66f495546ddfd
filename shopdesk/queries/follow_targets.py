"""About whom something is planned: a case, an order's buyer or a customer, and by which clock."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from shopdesk.queries.case_sql import BUYER_NAME
from shopdesk.queries.customers import find_customer_ids
from shopdesk.queries.finder import find_exact_ids
from shopdesk.queries.policies import load_work_calendar
from shopdesk.queries.shops import load_shop
from shopdesk.queries.values import RowsOf
from shopdesk.rules.follow_times import ShopTimes
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class FollowTarget:
    """A case or a buyer; `number` is the case's, or the order's that led to the buyer."""

    shop_id: int
    case_id: int | None
    customer_id: int | None
    number: str
    buyer: str


_target = RowsOf(FollowTarget)

_CASE = f"""
    SELECT cases.shop_id, cases.id, cases.customer_id, cases.number, {BUYER_NAME}
    FROM cases
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.{{column}} = ?
"""

_ORDER = """
    SELECT orders.shop_id, NULL, customer.id, orders.number, customer.name
    FROM orders JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id = ?
"""

_CUSTOMER = """
    SELECT coalesce((SELECT shop_id FROM orders WHERE customer_id = customer.id
            ORDER BY ordered_at DESC LIMIT 1), (SELECT min(id) FROM shop)),
        NULL, id, '', name
    FROM customer WHERE id = ?
"""


def load_case_target(reader: Reader, case_id: int) -> FollowTarget | None:
    """Return a case; None if it is gone."""
    return _one(reader, _CASE.format(column="id"), case_id)


def load_customer_target(reader: Reader, customer_id: int) -> FollowTarget | None:
    """Return a buyer, at the shop where they ordered last; None if they are gone."""
    return _one(reader, _CUSTOMER, customer_id)


def find_follow_target(reader: Reader, typed: str) -> FollowTarget | None:
    """Return whom a text means: a case by its number, a buyer by an order's, or by a name.

    What else a buyer is known by counts only where it leads to one alone.
    """
    case = _one(reader, _CASE.format(column="number"), typed.strip().upper())
    if case is not None or not typed.strip():
        return case
    for order_id in find_exact_ids(reader, typed, 1):
        found = _one(reader, _ORDER, order_id)
        if found is not None:
            return found
    ids = list(islice(find_customer_ids(reader, ("name", False), typed), 2))
    return load_customer_target(reader, ids[0]) if len(ids) == 1 else None


def load_shop_times(reader: Reader, shop_id: int) -> ShopTimes:
    """Return a shop's clock and its working days of these months."""
    shop = load_shop(reader, shop_id)
    zone = ZoneInfo(shop.timezone)
    year = datetime.now(UTC).astimezone(zone).year
    return ShopTimes(zone, load_work_calendar(reader, shop_id, shop.rules.calendar, year))


def _one(reader: Reader, sql: str, value: object) -> FollowTarget | None:
    row = reader.row(sql, (value,))
    return None if row is None else _target(row)
