"""The customers list: buyers by their last order or name, found by whatever they gave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shopdesk.queries.buyer_sql import ANY_HANDLE
from shopdesk.queries.finder import find_order_ids
from shopdesk.queries.sought import matching_ids, sought
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.storage.reader import Reader

MOST_FOUND = 500


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A buyer as a list shows them; `refunded` is minor units by currency.

    `score` is the mean of what surveys gave, 1 to 5; `flags` are keys of
    rules.customers.FLAGS. `timezone` is that of the shop of the last order.
    """

    id: int
    name: str
    handle: str
    orders: int
    cases: int
    open_cases: int
    refunded: Mapping[str, int]
    score: float | None
    flags: Sequence[str]
    last_order_at: datetime | None
    timezone: str


_row = RowsOf(CustomerRow)

ORDERS = "(SELECT count(*) FROM orders WHERE customer_id = customer.id)"
CASES = "(SELECT count(*) FROM cases WHERE customer_id = customer.id)"
OPEN_CASES = "(SELECT count(*) FROM cases WHERE customer_id = customer.id AND closed_at IS NULL)"
REFUNDED = """coalesce((SELECT json_group_object(currency, refunded) FROM
    (SELECT currency, sum(refund_goods_minor + refund_freight_minor) AS refunded FROM cases
      WHERE customer_id = customer.id AND settled_at IS NOT NULL
      GROUP BY currency HAVING refunded > 0)), '{}')"""
SCORE = "(SELECT avg(score) FROM follow_up WHERE customer_id = customer.id AND score IS NOT NULL)"
_FLAGS = """(SELECT json_group_array(flag) FROM
    (SELECT flag FROM customer_flag WHERE customer_id = customer.id ORDER BY id))"""

_ROWS = f"""
    SELECT customer.id, customer.name, {ANY_HANDLE}, {ORDERS}, {CASES}, {OPEN_CASES}, {REFUNDED},
        {SCORE}, {_FLAGS}, last.ordered_at, coalesce(shop.timezone, 'UTC')
    FROM customer
    LEFT JOIN orders AS last ON last.id = (SELECT id FROM orders
        WHERE customer_id = customer.id ORDER BY ordered_at DESC, id DESC LIMIT 1)
    LEFT JOIN shop ON shop.id = last.shop_id
    WHERE customer.id IN (SELECT value FROM json_each(?))
"""

# Who was merged into another is nowhere listed; they are few, so names come along their index.
STANDING = "id NOT IN (SELECT id FROM customer WHERE merged_into_id IS NOT NULL)"


def find_customer_ids(
    reader: Reader, sort: tuple[str, bool] = ("last_order", True), text: str = ""
) -> Iterator[int]:
    """Yield the ids of all buyers, or of those that a text finds in what is known of them.

    `sort` is `name` or `last_order` and whether it is descending; those who never ordered come
    last. A search gives MOST_FOUND at most.
    """
    column, descending = sort
    found = _found(reader, text) if text.strip() else None
    if column == "name":
        return _ids_by_name(reader, found, descending=descending)
    return _ids_by_last_order(reader, found, descending=descending)


def load_customer_rows(reader: Reader, ids: Sequence[int]) -> list[CustomerRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)


def count_customers(reader: Reader) -> int:
    """Return how many buyers are known."""
    return int(reader.value(f"SELECT count(*) FROM customer WHERE {STANDING}"))


def _found(reader: Reader, text: str) -> str:
    """Return, as a JSON array, the buyers who fit, or one of whose orders does."""
    asked = sought(text)
    fitting = matching_ids(reader, "customer", asked, MOST_FOUND) if asked else []
    ordering = reader.rows(
        "SELECT DISTINCT customer_id FROM orders WHERE customer_id IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (id_list(find_order_ids(reader, text.strip(), MOST_FOUND)),),
    )
    return id_list(sorted({*fitting, *(row[0] for row in ordering)}))


def _ids_by_name(reader: Reader, found: str | None, *, descending: bool) -> Iterator[int]:
    direction = "DESC" if descending else "ASC"
    where = "" if found is None else "AND id IN (SELECT value FROM json_each(?))"
    for row in reader.stream(
        f"SELECT id FROM customer WHERE {STANDING} {where}"
        f" ORDER BY name {direction}, id {direction}",
        () if found is None else (found,),
    ):
        yield row[0]


def _ids_by_last_order(reader: Reader, found: str | None, *, descending: bool) -> Iterator[int]:
    """Yield buyers along the orders, each at the newest one; those without orders at the end."""
    where = "" if found is None else "AND customer_id IN (SELECT value FROM json_each(?))"
    params = () if found is None else (found,)
    newest = reader.stream(
        f"SELECT customer_id FROM orders WHERE customer_id IS NOT NULL {where}"
        " ORDER BY ordered_at DESC, id DESC",
        params,
    )
    seen: set[int] = set()
    if descending:
        yield from _first_times(newest, seen)
    else:  # only the last of a buyer's orders counts, so all are read before the first is known
        yield from reversed(list(_first_times(newest, seen)))
    where = "" if found is None else "AND id IN (SELECT value FROM json_each(?))"
    rest = f"SELECT id FROM customer WHERE {STANDING} {where} ORDER BY id DESC"
    for row in reader.stream(rest, params):
        if row[0] not in seen:
            yield row[0]


def _first_times(rows: Iterator[tuple[Any, ...]], seen: set[int]) -> Iterator[int]:
    """Yield each id where it first comes, and remember it."""
    for (customer_id,) in rows:
        if customer_id not in seen:
            seen.add(customer_id)
            yield customer_id
