"""Earlier cases of the same order and buyer, for whoever logs a new one to look at first."""

import json
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.sought import matching_ids, sought
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader

PAST_SHOWN = 6
MOST_LOOKED_AT = 50
FEWEST_LETTERS = 4
"""Shorter words of a buyer fit too many others."""


@dataclass(frozen=True, slots=True)
class PastCase:
    """An earlier case; `of_order` tells that it is about the very order, a round before.

    `reason` is a code of the kind's own: rules.reasons, rules.reshipments, rules.situations.
    """

    id: int
    kind: str
    number: str
    reason: str
    reason_text: str
    state: str
    opened_at: datetime
    timezone: str
    is_open: bool
    of_order: bool


@dataclass(frozen=True, slots=True)
class BuyerWords:
    """What is typed about a buyer without an order; any of it may be empty."""

    order_number: str = ""
    phone: str = ""
    handle: str = ""

    @property
    def sought(self) -> tuple[str, ...]:
        """What is long enough to know a buyer by, a phone without its gaps."""
        phone = "".join(c for c in self.phone if c.isdigit())
        typed = (self.order_number.strip(), phone, self.handle.strip())
        return tuple(word for word in typed if len(word) >= FEWEST_LETTERS)


_past = RowsOf(PastCase)

_PAST = """
    SELECT cases.id, cases.kind, cases.number,
        coalesce(reshipment.reason, complaint.situation, reason.code, ''),
        coalesce(reason.name, ''), cases.state, cases.opened_at, shop.timezone,
        cases.closed_at IS NULL AS is_open, {of_order} AS of_order
    FROM cases
    LEFT JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN complaint ON complaint.id = cases.id
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id IN ({ids})
    ORDER BY of_order DESC, is_open DESC, cases.opened_at DESC, cases.id DESC LIMIT :most
"""

_OF_ORDER = _PAST.format(
    of_order="coalesce(cases.order_id = :order_id, 0)",
    ids="""SELECT id FROM cases WHERE order_id = :order_id
        UNION SELECT id FROM cases WHERE customer_id = :customer_id""",
)

_OF_WORDS = _PAST.format(
    of_order=""":order_number <> ''
        AND coalesce(orders.number, cases.order_number) = :order_number""",
    ids="SELECT value FROM json_each(:ids)",
)


def load_past_cases(
    reader: Reader, order_id: int, customer_id: int | None, limit: int = PAST_SHOWN
) -> tuple[PastCase, ...]:
    """Return the cases of an order and of its buyer: this order's first, open ones before."""
    asked = {"order_id": order_id, "customer_id": customer_id, "most": limit}
    return tuple(map(_past, reader.rows(_OF_ORDER, asked)))


def find_past_cases(
    reader: Reader, buyer: BuyerWords, limit: int = PAST_SHOWN
) -> tuple[PastCase, ...]:
    """Return the cases in which any of a buyer's words stands, in the same order."""
    ids = {case_id for word in buyer.sought for case_id in _containing(reader, word)}
    if not ids:
        return ()
    asked = {
        "ids": json.dumps(sorted(ids)),
        "order_number": buyer.order_number.strip(),
        "most": limit,
    }
    return tuple(map(_past, reader.rows(_OF_WORDS, asked)))


def _containing(reader: Reader, word: str) -> list[int]:
    asked = sought(word)
    return matching_ids(reader, "case", asked, MOST_LOOKED_AT) if asked else []
