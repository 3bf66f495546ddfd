"""Keeping the search index in step: every write re-reads the texts that it touched.

The folded text of each case, order and buyer lies in a table, its pieces in a contentless FTS5
index beside it. No triggers: they would need SQL to call Python, which trusted_schema=OFF forbids.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection

from shopdesk.rules.folding import fold
from shopdesk.storage import searched
from shopdesk.storage.grams import pieces
from shopdesk.storage.recording import Images, RowKey
from shopdesk.storage.searched import Searched

CHUNK = 500

Rows = Mapping[int, Images]
"""Changed rows of one table by their ids."""


@dataclass(frozen=True, slots=True)
class Part:
    """How a table's rows are part of a searched text.

    `columns` are those whose change changes the text. `owner` is the column that says whose
    row it is; `owned_sql` gives, for owners in the JSON array `:ids`, the ids of the texts,
    and is empty where those are the owners' own.
    """

    columns: frozenset[str]
    owner: str = "id"
    owned_sql: str = ""

    def concerns(self, images: Images) -> bool:
        """Whether a change of a row changes the text; a row that says nothing does not."""
        return any(image and any(map(image.get, self.columns)) for image in images)


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """One kind of thing that is searched, and the rows that are part of its text, by table."""

    searched: Searched
    parts: Mapping[str, Part]

    @property
    def name(self) -> str:
        """What its tables begin with."""
        return self.searched.name

    def refresh_owned(self, connection: Connection, table: str, owners: Collection[int]) -> None:
        """Write anew the texts that rows of `table` with these owners are part of."""
        self.refresh(connection, self._owned(connection, self.parts[table], owners))

    def refresh_rows(self, connection: Connection, changed: Mapping[str, Rows]) -> None:
        """Write anew the texts that changed rows were or are part of; rows go by table."""
        ids: set[int] = set()
        for table in self.parts.keys() & changed.keys():
            part = self.parts[table]
            rows = {i: images for i, images in changed[table].items() if part.concerns(images)}
            ids.update(self._owned(connection, part, _owners(connection, table, part, rows)))
        self.refresh(connection, ids)

    @staticmethod
    def _owned(connection: Connection, part: Part, owners: Collection[int]) -> Collection[int]:
        if not part.owned_sql:
            return owners
        return _ids(connection, part.owned_sql, owners)

    def refresh(self, connection: Connection, ids: Collection[int]) -> None:
        """Write the text and pieces of `ids` anew, where the text changed; drop what is gone."""
        for chunk in chunks(sorted(ids)):
            listed = json.dumps(chunk)
            now = {i: fold(text) for i, text in _rows(connection, self.searched.text_sql, listed)}
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

    def refresh_all(self, connection: Connection) -> None:
        """Write anew every text that is not what it should be; a million take half a minute."""
        sql = f"SELECT id FROM {self.searched.table} UNION SELECT id FROM {self.name}_doc"
        self.refresh(connection, connection.exec_driver_sql(sql).scalars().all())

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


def _ids(connection: Connection, sql: str, ids: Collection[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(sorted(ids)):
        found.update(connection.exec_driver_sql(sql, {"ids": json.dumps(chunk)}).scalars())
    return found


def _owners(connection: Connection, table: str, part: Part, rows: Rows) -> set[int]:
    """Return whose rows were changed; where a change does not say, the row itself does."""
    if part.owner == "id":
        return set(rows)
    said = {
        row_id: [image[part.owner] for image in images if image and part.owner in image]
        for row_id, images in rows.items()
    }
    sql = f"SELECT {part.owner} FROM {table} WHERE id IN (SELECT value FROM json_each(:ids))"
    found = _ids(connection, sql, [row_id for row_id, owners in said.items() if not owners])
    return {owner for owner in (*found, *chain(*said.values())) if owner is not None}


_GOODS = frozenset({"sku", "title", "variant"})


def _owned_by(table: str, column: str) -> str:
    return f"SELECT id FROM {table} WHERE {column} IN (SELECT value FROM json_each(:ids))"


def _customer_parts(owned_sql: str) -> dict[str, Part]:
    return {
        "customer": Part(frozenset({"name"}), "id", owned_sql),
        "customer_handle": Part(frozenset({"handle", "customer_id"}), "customer_id", owned_sql),
        "customer_contact": Part(frozenset({"value", "customer_id"}), "customer_id", owned_sql),
    }


def _of_case(*columns: str) -> Part:
    return Part(frozenset(columns), "case_id")


def _of_itself(*columns: str) -> Part:
    return Part(frozenset(columns))


ORDERS = SearchIndex(
    searched.ORDERS,
    {
        "orders": _of_itself("number", "recipient", "phone", "customer_id"),
        "order_line": Part(_GOODS | {"order_id"}, "order_id"),
        "parcel": Part(frozenset({"waybill", "order_id"}), "order_id"),
        **_customer_parts(_owned_by("orders", "customer_id")),
    },
)

CASES = SearchIndex(
    searched.CASES,
    {
        "cases": _of_itself(
            *("number", "order_id", "customer_id", "note", "order_number"),
            *("buyer_name", "buyer_handle", "buyer_phone"),
        ),
        "return_case": _of_itself("wanted"),
        "reshipment": _of_itself("recipient", "phone", "address", "postcode", "wait_note"),
        "complaint": _of_itself("wanted", "platform_number"),
        "return_line": _of_case(*_GOODS, "case_id"),
        "reshipment_line": _of_case(*_GOODS, "case_id"),
        "parcel": _of_case("waybill", "case_id"),
        "timeline_entry": _of_case("text"),
        "orders": Part(frozenset({"number"}), "id", _owned_by("cases", "order_id")),
        **_customer_parts(_owned_by("cases", "customer_id")),
    },
)

CUSTOMERS = SearchIndex(
    searched.CUSTOMERS,
    {
        **_customer_parts(""),
        "customer": _of_itself("name", "note", "merged_into_id"),
        "customer_address": Part(
            frozenset({"recipient", "address", "postcode", "customer_id"}), "customer_id"
        ),
    },
)

INDEXES = (ORDERS, CASES, CUSTOMERS)


def index_rows(connection: Connection, rows: Mapping[RowKey, Images]) -> None:
    """Bring the texts in step that changed rows were or are part of."""
    changed: dict[str, dict[int, Images]] = defaultdict(dict)
    for (table, row_id), images in rows.items():
        changed[table][row_id] = images
    for index in INDEXES:
        index.refresh_rows(connection, changed)


def index_all(connection: Connection) -> None:
    """Bring every text of a file in step, such as after an upgrade that adds some."""
    for index in INDEXES:
        index.refresh_all(connection)
