"""Finding an order by whatever the buyer gives: its number, a name, a handle, a phone's end."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from shopdesk.queries.buyer_sql import HANDLE
from shopdesk.queries.sought import matching_ids, sought
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class OrderHit:
    """An order that fits what was typed; `timezone` is its shop's."""

    id: int
    number: str
    buyer: str
    handle: str
    phone: str
    shop_name: str
    timezone: str
    ordered_at: datetime
    total_minor: int
    currency: str
    items: str


@dataclass(frozen=True, slots=True)
class FoundOrders:
    """The orders that fit `typed`; the number of the first `exact` of them was typed in full."""

    typed: str
    hits: tuple[OrderHit, ...]
    exact: int


_hit = RowsOf(OrderHit)

_HITS = f"""
    SELECT orders.id, orders.number, coalesce(customer.name, orders.recipient),
        {HANDLE},
        orders.phone, shop.name, shop.timezone, orders.ordered_at, orders.total_minor,
        orders.currency,
        coalesce((SELECT group_concat(title, ', ') FROM
            (SELECT title FROM order_line WHERE order_id = orders.id ORDER BY position)), '')
    FROM orders
    JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id IN (SELECT value FROM json_each(?))
"""

# Naming the shops lets the unique index on (shop_id, number) answer instead of a scan.
_EXACT = """
    SELECT id FROM orders
    WHERE shop_id IN (SELECT id FROM shop) AND number IN (SELECT value FROM json_each(?))
    ORDER BY ordered_at DESC LIMIT ?
"""

_LIKE_A_NUMBER = re.compile(r"[0-9A-Za-z-]{4,}", re.ASCII)
_DIGIT = re.compile(r"[0-9]", re.ASCII)
_MOST_NUMBERS = 50
_MOST_SOUGHT = 100
"""A longer text is no search; it is a chat, of which only the numbers are looked up."""


def find_orders(reader: Reader, typed: str, limit: int = 20) -> FoundOrders:
    """Return the newest orders that fit what was typed or pasted, exact numbers first."""
    exact = find_exact_ids(reader, typed, limit)
    hits = load_order_hits(reader, _with_similar(reader, typed, exact, limit))
    return FoundOrders(typed, tuple(hits), len(exact))


def find_order_ids(reader: Reader, typed: str, limit: int = 20) -> list[int]:
    """Return the newest orders whose text contains every word typed; an exact number first."""
    return _with_similar(reader, typed, find_exact_ids(reader, typed, limit), limit)


def load_order_hits(reader: Reader, ids: Sequence[int]) -> list[OrderHit]:
    """Return what a list of found orders shows, in the order of `ids`."""
    found = {row[0]: _hit(row) for row in reader.rows(_HITS, (id_list(ids),))}
    return in_order(ids, found)


def numbers_in(typed: str) -> list[str]:
    """Return what may be order numbers in a text, such as one pasted from a chat."""
    whole = typed.strip().removeprefix("#") if len(typed) <= _MOST_SOUGHT else ""
    like = (word for word in _LIKE_A_NUMBER.findall(typed) if _DIGIT.search(word))
    plain = [whole, *islice(like, _MOST_NUMBERS)]
    return [number for text in dict.fromkeys(plain) if text for number in (text, f"#{text}")]


def find_exact_ids(reader: Reader, typed: str, limit: int = 20) -> list[int]:
    """Return the newest orders of which a number stands in what was typed."""
    return [row[0] for row in reader.rows(_EXACT, (json.dumps(numbers_in(typed)), limit))]


def _with_similar(reader: Reader, typed: str, exact: list[int], limit: int) -> list[int]:
    similar = _matching(reader, typed, limit) if len(typed) <= _MOST_SOUGHT else []
    return [*exact, *(i for i in similar if i not in exact)][:limit]


def _matching(reader: Reader, typed: str, limit: int) -> list[int]:
    asked = sought(typed)
    return matching_ids(reader, "order", asked, limit) if asked else []
