"""The orders and cases that another record's page leads to, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader

MOST_LINKED = 50


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case in a word; `reason_text` is a custom reason's own words.

    `reason` is a code of the kind's own: rules.reasons, rules.reshipments, rules.situations.
    """

    id: int
    kind: str
    number: str
    reason: str
    reason_text: str
    state: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class OrderLink:
    """An order in a word; `timezone` is its shop's."""

    id: int
    number: str
    status: str
    ordered_at: datetime
    timezone: str
    total_minor: int
    currency: str


_case = RowsOf(CaseLink)
_order = RowsOf(OrderLink)

_LINK = """
    SELECT cases.id, cases.kind, cases.number,
        coalesce(reshipment.reason, complaint.situation, reason.code, ''),
        coalesce(reason.name, ''), cases.state, cases.opened_at
    FROM cases
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN complaint ON complaint.id = cases.id
"""
_CASES = f"""{_LINK}
    WHERE {{whose}}
    ORDER BY cases.opened_at DESC, cases.id DESC LIMIT ?
"""
_RELATED = f"""{_LINK}
    WHERE cases.id = (SELECT origin_id FROM cases WHERE id = :case_id)
        OR cases.origin_id = :case_id
    ORDER BY cases.id LIMIT :most
"""

_ORDERS = """
    SELECT orders.id, orders.number, orders.status, orders.ordered_at, shop.timezone,
        orders.total_minor, orders.currency
    FROM orders JOIN shop ON shop.id = orders.shop_id
    WHERE orders.customer_id = ? ORDER BY orders.ordered_at DESC, orders.id DESC LIMIT ?
"""


def load_order_cases(reader: Reader, order_id: int) -> tuple[CaseLink, ...]:
    """Return the returns of an order; what goes out again stands with the return that opened it."""
    return _cases(reader, "cases.order_id = ? AND cases.kind = 'return'", order_id)


def load_customer_cases(reader: Reader, customer_id: int) -> tuple[CaseLink, ...]:
    """Return the newest MOST_LINKED cases of a buyer, of every kind."""
    return _cases(reader, "cases.customer_id = ?", customer_id)


def load_related_cases(reader: Reader, case_id: int) -> tuple[CaseLink, ...]:
    """Return the case that one was opened for, and the cases that were opened for it."""
    asked = {"case_id": case_id, "most": MOST_LINKED}
    return tuple(map(_case, reader.rows(_RELATED, asked)))


def load_customer_orders(reader: Reader, customer_id: int) -> tuple[OrderLink, ...]:
    """Return the newest MOST_LINKED orders of a buyer."""
    return tuple(map(_order, reader.rows(_ORDERS, (customer_id, MOST_LINKED))))


def _cases(reader: Reader, whose: str, row_id: int) -> tuple[CaseLink, ...]:
    found = reader.rows(_CASES.format(whose=whose), (row_id, MOST_LINKED))
    return tuple(map(_case, found))
