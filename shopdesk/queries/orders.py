"""The orders list: ids by status, sort or search, rows for the ids in view, capped counts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.finder import find_order_ids
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.order_statuses import ORDER_CHIPS
from shopdesk.storage.reader import Reader

COUNTED_TO = 1_001
MOST_FOUND = 1_000


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order as a list shows it; `timezone` is its shop's."""

    id: int
    number: str
    buyer: str
    title: str
    other_lines: int
    shop_name: str
    timezone: str
    ordered_at: datetime
    status: str
    total_minor: int
    currency: str
    returns: int


_row = RowsOf(OrderRow)

_STATUSES = {chip.code: chip.statuses for chip in ORDER_CHIPS}

# How each column is sorted, ascending; `{d}` turns to DESC. Every order ends with the id, so
# that it is the same each time.
SORTS = {
    "ordered": "ordered_at {d}, id {d}",
    "number": "number {d}, id {d}",
    "total": "total_minor {d}, id {d}",
}
NEWEST_FIRST = ("ordered", True)

_ROWS = """
    SELECT orders.id, orders.number, coalesce(customer.name, orders.recipient),
        coalesce((SELECT title FROM order_line WHERE order_id = orders.id
                   ORDER BY position LIMIT 1), ''),
        max(0, (SELECT count(*) FROM order_line WHERE order_id = orders.id) - 1),
        shop.name, shop.timezone, orders.ordered_at, orders.status,
        orders.total_minor, orders.currency,
        (SELECT count(*) FROM cases WHERE order_id = orders.id AND kind = 'return')
    FROM orders
    JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class _Filter:
    """A condition on `orders` with its values."""

    sql: str
    params: tuple[object, ...]


def find_listed_order_ids(
    reader: Reader, chip: str, sort: tuple[str, bool] = NEWEST_FIRST, text: str = ""
) -> Iterator[int]:
    """Yield the ids of a chip's orders in order, or those of them that a text finds.

    `sort` is a key of SORTS, or `buyer`, and whether it is descending. A search gives the
    newest MOST_FOUND; sorted newest first, an order whose number was typed comes before.
    """
    found = find_order_ids(reader, text, MOST_FOUND) if text.strip() else None
    if found is not None and sort == NEWEST_FIRST and not _STATUSES[chip]:
        yield from found
        return
    where = _where(chip, found)
    column, descending = sort
    if column == "buyer":
        few = found is not None or _count(reader, where) < COUNTED_TO
        yield from _ids_by_buyer(reader, where, descending=descending, few=few)
        return
    order = SORTS[column].format(d="DESC" if descending else "ASC")
    for row in reader.stream(
        f"SELECT id FROM orders WHERE {where.sql} ORDER BY {order}", where.params
    ):
        yield row[0]


def count_order_chips(reader: Reader) -> dict[str, int]:
    """Return how many orders each chip holds; COUNTED_TO stands for that many or more."""
    return {chip.code: _count(reader, _where(chip.code, None)) for chip in ORDER_CHIPS}


def load_order_rows(reader: Reader, ids: Sequence[int]) -> list[OrderRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)


def _count(reader: Reader, where: _Filter) -> int:
    return int(
        reader.value(
            f"SELECT count(*) FROM (SELECT 1 FROM orders WHERE {where.sql} LIMIT {COUNTED_TO})",
            where.params,
        )
    )


def _where(chip: str, found: Sequence[int] | None) -> _Filter:
    """Return the filter of a chip, narrowed to the orders that were found if there was a search."""
    parts: list[str] = []
    params: list[object] = []
    if found is not None:
        parts.append("orders.id IN (SELECT value FROM json_each(?))")
        params.append(id_list(found))
    if _STATUSES[chip]:
        parts.append("orders.status IN (SELECT value FROM json_each(?))")
        params.append(json.dumps(_STATUSES[chip]))
    return _Filter(" AND ".join(parts) or "1", tuple(params))


def _ids_by_buyer(reader: Reader, where: _Filter, *, descending: bool, few: bool) -> Iterator[int]:
    """Yield ids along the index of names, which beats sorting a million rows; nobody's last."""
    direction = "DESC" if descending else "ASC"
    joined = (
        "orders JOIN customer ON customer.id = orders.customer_id"
        if few
        else "customer CROSS JOIN orders ON orders.customer_id = customer.id"
    )
    named = (
        f"SELECT orders.id FROM {joined} WHERE {where.sql}"
        f" ORDER BY customer.name {direction}, customer.id {direction}, orders.id {direction}"
    )
    unnamed = (
        f"SELECT id FROM orders WHERE {where.sql} AND customer_id IS NULL"
        " ORDER BY ordered_at DESC, id DESC"
    )
    for sql in (named, unnamed):
        for row in reader.stream(sql, where.params):
            yield row[0]
