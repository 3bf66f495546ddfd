"""Finding an order by whatever the buyer gives: its number, a name, a handle, a phone's end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.storage.grams import match_text, words
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class OrderHit:
    """An order that fits what was typed."""

    id: int
    number: str
    buyer: str
    handle: str
    phone: str
    shop_name: str
    ordered_at: datetime
    total_minor: int
    currency: str
    items: str


_hit = RowsOf(OrderHit)

_HITS = """
    SELECT orders.id, orders.number, coalesce(customer.name, orders.recipient),
        coalesce((SELECT handle FROM customer_handle WHERE customer_id = customer.id
                   ORDER BY platform = shop.platform DESC, id LIMIT 1), ''),
        orders.phone, shop.name, orders.ordered_at, orders.total_minor, orders.currency,
        coalesce((SELECT group_concat(title, ', ') FROM
            (SELECT title FROM order_line WHERE order_id = orders.id ORDER BY position)), '')
    FROM orders
    JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id IN (SELECT value FROM json_each(?))
"""


def find_order_ids(reader: Reader, typed: str, limit: int = 20) -> list[int]:
    """Return the newest orders whose text contains every word typed; an exact number first."""
    exact = [
        row[0]
        for row in reader.rows(
            "SELECT id FROM orders WHERE number IN (?, '#' || ?) ORDER BY ordered_at DESC LIMIT ?",
            (typed.strip(), typed.strip(), limit),
        )
    ]
    found = exact + [i for i in _matching(reader, typed, limit) if i not in exact]
    return found[:limit]


def _matching(reader: Reader, typed: str, limit: int) -> list[int]:
    expression = match_text(typed)
    if expression is None:
        return []
    sought = words(typed)
    contains = " AND ".join("instr(order_doc.doc, ?)" for _word in sought)
    found = reader.rows(
        "SELECT order_doc.id FROM order_fts JOIN order_doc ON order_doc.id = order_fts.rowid"
        f" WHERE order_fts MATCH ? AND {contains} ORDER BY order_fts.rowid DESC LIMIT ?",
        (expression, *sought, limit),
    )
    return [row[0] for row in found]


def load_order_hits(reader: Reader, ids: Sequence[int]) -> list[OrderHit]:
    """Return what a list of found orders shows, in the order of `ids`."""
    found = {row[0]: _hit(row) for row in reader.rows(_HITS, (id_list(ids),))}
    return in_order(ids, found)
