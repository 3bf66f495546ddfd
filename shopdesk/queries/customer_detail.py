"""One buyer with all that is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.customers import CASES, OPEN_CASES, ORDERS, REFUNDED, SCORE
from shopdesk.queries.linked import (
    CaseLink,
    OrderLink,
    load_customer_cases,
    load_customer_orders,
)
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Identity:
    """What one platform calls the buyer."""

    platform: str
    handle: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number or an e-mail address; `kind` is phone or email."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the buyer got a parcel."""

    recipient: str
    address: str
    postcode: str
    country: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A mark on a buyer: a key of rules.customers.FLAGS, why, and who set it when."""

    flag: str
    reason: str
    set_at: datetime
    set_by: str


@dataclass(frozen=True, slots=True)
class CustomerDetail:
    """A buyer as their page shows them; `version` goes along when the note is changed.

    `score` is the mean of `scores` answers, 1 to 5; `last_score` the newest of them.
    """

    id: int
    version: int
    name: str
    note: str
    orders: int
    cases: int
    open_cases: int
    refunded: Mapping[str, int]
    score: float | None
    scores: int
    last_score: int | None
    masks: bool
    """Whether a shop that the buyer bought at wants phones and addresses hidden."""
    identities: tuple[Identity, ...]
    contacts: tuple[Contact, ...]
    places: tuple[Place, ...]
    flags: tuple[FlagRow, ...]
    newest_orders: tuple[OrderLink, ...]
    newest_cases: tuple[CaseLink, ...]


_detail = RowsOf(CustomerDetail)
_identity = RowsOf(Identity)
_contact = RowsOf(Contact)
_place = RowsOf(Place)
_flag = RowsOf(FlagRow)

_ANSWERED = "FROM follow_up WHERE customer_id = customer.id AND score IS NOT NULL"

_DETAIL = f"""
    SELECT customer.id, customer.version, customer.name, customer.note,
        {ORDERS}, {CASES}, {OPEN_CASES}, {REFUNDED}, {SCORE},
        (SELECT count(*) {_ANSWERED}),
        (SELECT score {_ANSWERED} ORDER BY done_at DESC, id DESC LIMIT 1),
        EXISTS (SELECT 1 FROM shop WHERE masks_contacts AND (
            id IN (SELECT shop_id FROM orders WHERE customer_id = customer.id)
            OR id IN (SELECT shop_id FROM cases WHERE customer_id = customer.id)))
    FROM customer WHERE customer.id = ?
"""


def load_customer_detail(reader: Reader, customer_id: int) -> CustomerDetail | None:
    """Return a buyer with identities, contacts, addresses, orders and cases; None if gone."""
    row = reader.row(_DETAIL, (customer_id,))
    if row is None:
        return None
    return _detail(
        row,
        identities=tuple(map(_identity, _own(reader, "platform, handle", "handle", customer_id))),
        contacts=tuple(map(_contact, _own(reader, "kind, value", "contact", customer_id))),
        places=tuple(
            map(
                _place,
                _own(reader, "recipient, address, postcode, country", "address", customer_id),
            )
        ),
        flags=load_flags(reader, customer_id),
        newest_orders=load_customer_orders(reader, customer_id),
        newest_cases=load_customer_cases(reader, customer_id),
    )


def load_flags(reader: Reader, customer_id: int) -> tuple[FlagRow, ...]:
    """Return the marks on a buyer, the first set first."""
    columns = "flag, reason, set_at, set_by"
    return tuple(map(_flag, _own(reader, columns, "flag", customer_id)))


def standing_id(reader: Reader, customer_id: int) -> int:
    """Return the buyer whom one was merged into, else their own id."""
    found = reader.value("SELECT merged_into_id FROM customer WHERE id = ?", (customer_id,))
    return int(found or customer_id)


def _own(reader: Reader, columns: str, table: str, customer_id: int) -> list[tuple[object, ...]]:
    return reader.rows(
        f"SELECT {columns} FROM customer_{table} WHERE customer_id = ? ORDER BY id", (customer_id,)
    )
