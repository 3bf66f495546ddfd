"""A pasted text read with what the shop knows: its orders, its currency, its day."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from shopdesk.queries.finder import numbers_in
from shopdesk.queries.shops import load_shops
from shopdesk.rules.pasting import LONGEST, Finding, Known, picked_out
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text, what was picked out of it, and which of its order numbers the shop has."""

    text: str
    findings: tuple[Finding, ...]
    orders: frozenset[str]

    @property
    def names_an_order(self) -> bool:
        """Whether an order of the shop is meant."""
        return any(f.kind == "order_number" and f.value in self.orders for f in self.findings)


def read_pasted(reader: Reader, text: str) -> Pasted:
    """Return what a text holds."""
    shops = load_shops(reader)
    orders = _known_orders(reader, text[:LONGEST])
    zone = ZoneInfo(shops[0].timezone) if shops else UTC
    currency = shops[0].currency if shops else ""
    known = Known(datetime.now(UTC).astimezone(zone).date(), currency, orders)
    return Pasted(text, picked_out(text, known), orders)


def _known_orders(reader: Reader, text: str) -> frozenset[str]:
    """Return the numbers in a text that are orders', each also without its #."""
    found = reader.rows(
        "SELECT number FROM orders WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers_in(text)),),
    )
    return frozenset(form for (number,) in found for form in (number, number.removeprefix("#")))
