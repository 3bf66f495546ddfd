"""Keeping the search index in step: every write re-reads the texts that it touched.

The folded text of each case and order lies in a table, its pieces in a contentless FTS5 index
beside it. No triggers: they would need SQL to call Python, which trusted_schema=OFF forbids.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from shopdesk.storage.grams import fold, pieces
from shopdesk.storage.recording import RowKey

CHUNK = 500

_DIGITS = "replace(replace({0}, ' ', ''), '-', '')"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """One kind of thing that is searched: where its text comes from, and what touches it.

    `text_sql` gives (id, text) for the ids in the JSON array `:ids`; `touched_by` gives, for a
    table whose rows changed, the ids whose text they are part of.
    """

    name: str
    text_sql: str
    touched_by: Mapping[str, str]

    def refresh(self, connection: Connection, ids: Collection[int]) -> None:
        """Write the text and pieces of `ids` anew, where the text changed; drop what is gone."""
        for chunk in chunks(sorted(ids)):
            listed = json.dumps(chunk)
            now = {i: fold(text) for i, text in _rows(connection, self.text_sql, listed)}
            kept = dict(
                _rows(
                    connection,
                    f"SELECT id, doc FROM {self.name}_doc"
                    " WHERE id IN (SELECT value FROM json_each(:ids))",
                    listed,
                )
            )
            self._remove(connection, [i for i in kept if now.get(i) != kept[i]])
            self._add(connection, {i: doc for i, doc in now.items() if kept.get(i) != doc})

    def _remove(self, connection: Connection, ids: Sequence[int]) -> None:
        gone = [(i,) for i in ids]
        if gone:
            connection.exec_driver_sql(f"DELETE FROM {self.name}_fts WHERE rowid = ?", gone)
            connection.exec_driver_sql(f"DELETE FROM {self.name}_doc WHERE id = ?", gone)

    def _add(self, connection: Connection, docs: Mapping[int, str]) -> None:
        if not docs:
            return
        connection.exec_driver_sql(
            f"INSERT INTO {self.name}_doc(id, doc) VALUES (?, ?)", list(docs.items())
        )
        connection.exec_driver_sql(
            f"INSERT INTO {self.name}_fts(rowid, g) VALUES (?, ?)",
            [(i, " ".join(pieces(doc))) for i, doc in docs.items()],
        )


def _rows(connection: Connection, sql: str, ids: str) -> Sequence[tuple[int, str]]:
    found = connection.exec_driver_sql(sql, {"ids": ids})
    return [(row[0], row[1]) for row in found]


def chunks(ids: Sequence[int], size: int = CHUNK) -> Iterator[list[int]]:
    """Yield `ids` in pieces that one statement takes."""
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])


_CUSTOMER_WORDS = f"""
    customer.name,
    (SELECT group_concat(handle, ' ') FROM customer_handle WHERE customer_id = customer.id),
    (SELECT group_concat({_DIGITS.format("value")}, ' ')
       FROM customer_contact WHERE customer_id = customer.id)
"""

ORDERS = SearchIndex(
    "order",
    f"""
    SELECT orders.id, concat_ws(' ', orders.number, orders.recipient,
        {_DIGITS.format("orders.phone")},
        {_CUSTOMER_WORDS},
        (SELECT group_concat(concat_ws(' ', sku, title, variant), ' ')
           FROM order_line WHERE order_id = orders.id),
        (SELECT group_concat(waybill, ' ') FROM parcel WHERE order_id = orders.id))
    FROM orders LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id IN (SELECT value FROM json_each(:ids))
    """,
    {
        "orders": "SELECT value FROM json_each(:ids)",
        "order_line": "SELECT order_id FROM order_line"
        " WHERE id IN (SELECT value FROM json_each(:ids))",
        "parcel": "SELECT order_id FROM parcel WHERE order_id IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(:ids))",
        "customer": "SELECT id FROM orders"
        " WHERE customer_id IN (SELECT value FROM json_each(:ids))",
        "customer_handle": "SELECT id FROM orders WHERE customer_id IN (SELECT customer_id"
        " FROM customer_handle WHERE id IN (SELECT value FROM json_each(:ids)))",
        "customer_contact": "SELECT id FROM orders WHERE customer_id IN (SELECT customer_id"
        " FROM customer_contact WHERE id IN (SELECT value FROM json_each(:ids)))",
    },
)

CASES = SearchIndex(
    "case",
    f"""
    SELECT cases.id, concat_ws(' ', cases.number, orders.number, return_case.order_number,
        {_CUSTOMER_WORDS},
        return_case.buyer_name, return_case.buyer_handle,
        {_DIGITS.format("return_case.buyer_phone")},
        (SELECT group_concat(concat_ws(' ', sku, title, variant), ' ')
           FROM return_line WHERE case_id = cases.id),
        (SELECT group_concat(waybill, ' ') FROM parcel WHERE case_id = cases.id),
        cases.note)
    FROM cases
    LEFT JOIN return_case ON return_case.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.id IN (SELECT value FROM json_each(:ids))
    """,
    {
        "cases": "SELECT value FROM json_each(:ids)",
        "return_case": "SELECT value FROM json_each(:ids)",
        "return_line": "SELECT case_id FROM return_line"
        " WHERE id IN (SELECT value FROM json_each(:ids))",
        "parcel": "SELECT case_id FROM parcel WHERE case_id IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(:ids))",
        "orders": "SELECT id FROM cases WHERE order_id IN (SELECT value FROM json_each(:ids))",
        "customer": "SELECT id FROM cases WHERE customer_id IN (SELECT value FROM json_each(:ids))",
        "customer_handle": "SELECT id FROM cases WHERE customer_id IN (SELECT customer_id"
        " FROM customer_handle WHERE id IN (SELECT value FROM json_each(:ids)))",
        "customer_contact": "SELECT id FROM cases WHERE customer_id IN (SELECT customer_id"
        " FROM customer_contact WHERE id IN (SELECT value FROM json_each(:ids)))",
    },
)

INDEXES = (ORDERS, CASES)


def index_touched(connection: Connection, touched: Collection[RowKey]) -> None:
    """Bring the texts in step that the changed rows are part of."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row_id in touched:
        by_table[table].append(row_id)
    for index in INDEXES:
        ids: set[int] = set()
        for table in by_table.keys() & index.touched_by.keys():
            for chunk in chunks(by_table[table]):
                found = connection.exec_driver_sql(
                    index.touched_by[table], {"ids": json.dumps(chunk)}
                )
                ids.update(found.scalars())
        index.refresh(connection, ids)
