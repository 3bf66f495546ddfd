"""What search looks at: the places of a case, an order and a buyer where a word may stand.

One declaration per kind of thing. The index takes all places together as one text; whoever
shows what was found asks the places one by one, to say where it stands. Changing what a text
holds goes with a new revision of the file, whose upgrade writes every text anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from shopdesk.rules.events import TYPED_EVENTS


@dataclass(frozen=True, slots=True)
class Searched:
    """One kind of thing; `places` are SQL expressions over `source`, in the order of telling.

    `table` holds the things, `source` their row with what belongs to it.
    """

    name: str
    table: str
    source: str
    places: Mapping[str, str]
    condition: str = ""

    @property
    def text_sql(self) -> str:
        """Gives (id, text) of the ids in the JSON array `:ids`."""
        return self._select(f"concat_ws(' ', {', '.join(self.places.values())})")

    @property
    def places_sql(self) -> str:
        """Gives the id and each place, in their order, of the ids in the JSON array `:ids`."""
        return self._select(", ".join(self.places.values()))

    @property
    def kept_sql(self) -> str:
        """Gives (id, text, kept text) of every thing and of every text without a thing."""
        text = f"concat_ws(' ', {', '.join(self.places.values())})"
        doc, own = f"{self.name}_doc", f"{self.table}.id"
        return f"""
            SELECT {own}, {text}, {doc}.doc FROM {self.source}
            LEFT JOIN {doc} ON {doc}.id = {own} WHERE TRUE {self.condition}
            UNION ALL SELECT id, NULL, doc FROM {doc}
            WHERE id NOT IN (SELECT {own} FROM {self.table} WHERE TRUE {self.condition})
        """

    def _select(self, columns: str) -> str:
        return f"""
            SELECT {self.table}.id, {columns} FROM {self.source}
            WHERE {self.table}.id IN (SELECT value FROM json_each(:ids)) {self.condition}
        """


def plain_digits(column: str) -> str:
    """Return the SQL of a phone number without what people put between its digits."""
    sql = column
    for sign in (" ", "-", "(", ")", "."):
        sql = f"replace({sql}, '{sign}', '')"
    return sql


def _listed(column: str, table: str, where: str) -> str:
    return f"(SELECT group_concat({column}, ' ') FROM {table} WHERE {where})"


def _joined(*columns: str) -> str:
    return f"concat_ws(' ', {', '.join(columns)})"


_LINE = _joined("sku", "title", "variant")
_TYPED = ", ".join(f"'{event}'" for event in sorted(TYPED_EVENTS))

_BUYER = "customer_id = customer.id"
_HANDLES = _listed("handle", "customer_handle", _BUYER)
_CONTACT = f"iif(kind = 'phone', {plain_digits('value')}, value)"
_CONTACTS = _listed(_CONTACT, "customer_contact", _BUYER)


def _waybills(where: str) -> str:
    """Return waybills as typed and, where that differs, as a scanner gives them."""
    folded = "nullif(waybill_folded, upper(waybill))"
    return _listed(_joined("waybill", folded), "parcel", where)


ORDERS = Searched(
    "order",
    "orders",
    "orders LEFT JOIN customer ON customer.id = orders.customer_id",
    {
        "number": "orders.number",
        "name": _joined("orders.recipient", "customer.name"),
        "handle": _HANDLES,
        "contact": _joined(plain_digits("orders.phone"), _CONTACTS),
        "item": _listed(_LINE, "order_line", "order_id = orders.id"),
        "waybill": _waybills("order_id = orders.id"),
    },
)

CASES = Searched(
    "case",
    "cases",
    """cases
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN return_case ON return_case.id = cases.id
    LEFT JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN complaint ON complaint.id = cases.id""",
    {
        "number": "cases.number",
        "order": _joined("orders.number", "cases.order_number"),
        "name": _joined("customer.name", "cases.buyer_name", "reshipment.recipient"),
        "handle": _joined(_HANDLES, "cases.buyer_handle"),
        "contact": _joined(
            _CONTACTS, plain_digits("cases.buyer_phone"), plain_digits("reshipment.phone")
        ),
        "item": _joined(
            _listed(_LINE, "return_line", "case_id = cases.id"),
            _listed(_LINE, "reshipment_line", "case_id = cases.id"),
        ),
        "waybill": _waybills("case_id = cases.id"),
        "platform": "complaint.platform_number",
        "wanted": _joined("return_case.wanted", "complaint.wanted"),
        "address": _joined("reshipment.address", "reshipment.postcode"),
        "note": _joined(
            "cases.note",
            "reshipment.wait_note",
            _listed("text", "timeline_entry", f"case_id = cases.id AND event IN ({_TYPED})"),
        ),
    },
)

CUSTOMERS = Searched(
    "customer",
    "customer",
    "customer",
    {
        "name": "customer.name",
        "handle": _HANDLES,
        "contact": _CONTACTS,
        "address": _listed(_joined("recipient", "address", "postcode"), "customer_address", _BUYER),
        "note": "customer.note",
    },
    condition="AND customer.merged_into_id IS NULL",
)

SEARCHED = (ORDERS, CASES, CUSTOMERS)
