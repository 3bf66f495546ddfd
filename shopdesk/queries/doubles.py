"""Buyers who are likely the same person as one, with what they share."""

import json
from dataclasses import dataclass
from itertools import islice

from shopdesk.queries.buyer_sql import ANY_HANDLE
from shopdesk.queries.customers import find_customer_ids
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.customers import TWIN_SIGNS, phone_forms
from shopdesk.storage.reader import Reader

MOST_DOUBLES = 10
MOST_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Double:
    """Another buyer: `signs` are keys of rules.customers.TWIN_SIGNS with what is shared."""

    id: int
    version: int
    name: str
    handle: str
    orders: int
    cases: int
    signs: tuple[tuple[str, str], ...]


_double = RowsOf(Double)

_CONTACTS = "SELECT kind, folded FROM customer_contact WHERE customer_id = ? ORDER BY id"
_SAME_CONTACT = """
    SELECT customer_id, kind, value FROM customer_contact
    WHERE folded IN (SELECT value FROM json_each(:folded)) AND kind = :kind
      AND customer_id <> :customer_id
    ORDER BY id
"""
_NAMESAKES = """
    SELECT other.id FROM customer JOIN customer AS other ON other.name = customer.name
    WHERE customer.id = :customer_id AND other.id <> customer.id AND customer.name <> ''
      AND other.merged_into_id IS NULL
"""
_SAME_HANDLE = f"""
    SELECT theirs.customer_id, 'handle', theirs.handle
    FROM customer_handle AS theirs JOIN customer_handle AS mine ON mine.handle = theirs.handle
    WHERE mine.customer_id = :customer_id AND theirs.customer_id IN ({_NAMESAKES})
    ORDER BY theirs.id
"""
_SAME_ADDRESS = f"""
    SELECT theirs.customer_id, 'address', theirs.address
    FROM customer_address AS theirs JOIN customer_address AS mine ON mine.address = theirs.address
    WHERE mine.customer_id = :customer_id AND theirs.customer_id IN ({_NAMESAKES})
    ORDER BY theirs.id
"""
_ROWS = f"""
    SELECT customer.id, customer.version, customer.name, {ANY_HANDLE},
        (SELECT count(*) FROM orders WHERE customer_id = customer.id),
        (SELECT count(*) FROM cases WHERE customer_id = customer.id)
    FROM customer
    WHERE customer.id IN (SELECT value FROM json_each(?)) AND customer.merged_into_id IS NULL
"""


def find_doubles(reader: Reader, customer_id: int) -> tuple[Double, ...]:
    """Return at most MOST_DOUBLES others, those with the surest sign first."""
    shared: dict[int, dict[str, str]] = {}
    for other_id, sign, value in _signs(reader, customer_id):
        shared.setdefault(other_id, {}).setdefault(sign, value)
    order = list(TWIN_SIGNS)
    rows = {row[0]: row for row in reader.rows(_ROWS, (id_list(shared),))}
    found = [
        _double(rows[other_id], signs=tuple(sorted(signs.items(), key=lambda s: order.index(s[0]))))
        for other_id, signs in shared.items()
        if other_id in rows
    ]
    found.sort(key=lambda other: (order.index(other.signs[0][0]), -len(other.signs), other.id))
    return tuple(found[:MOST_DOUBLES])


def find_others(reader: Reader, customer_id: int, text: str) -> tuple[Double, ...]:
    """Return at most MOST_OTHERS other buyers that a text finds, whether or not they are alike."""
    found = find_customer_ids(reader, text=text) if text.strip() else iter(())
    ids = tuple(islice((other for other in found if other != customer_id), MOST_OTHERS))
    rows = {row[0]: _double(row, signs=()) for row in reader.rows(_ROWS, (id_list(ids),))}
    return tuple(in_order(ids, rows))


def _signs(reader: Reader, customer_id: int) -> list[tuple[int, str, str]]:
    """Return whom a buyer shares what with, as (other, sign, value)."""
    contacts = reader.rows(_CONTACTS, (customer_id,))
    folded = {
        "phone": [
            form for kind, value in contacts if kind == "phone" for form in phone_forms(value)
        ],
        "email": [value for kind, value in contacts if kind == "email"],
    }
    asked = {"customer_id": customer_id}
    found: list[tuple[int, str, str]] = []
    for kind, values in folded.items():
        wanted = {**asked, "kind": kind, "folded": json.dumps(values)}
        found += [(row[0], row[1], row[2]) for row in reader.rows(_SAME_CONTACT, wanted)]
    for sql in (_SAME_HANDLE, _SAME_ADDRESS):
        found += [(row[0], row[1], row[2]) for row in reader.rows(sql, asked)]
    return found
