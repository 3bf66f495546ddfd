"""What is to be packed and sent now, by the courier that will likely take it."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.couriers import load_carriers
from shopdesk.queries.values import RowsOf
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.scanning import own_number
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PackLine:
    """Goods to lay into the parcel."""

    title: str
    variant: str
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class PackRow:
    """A reshipment as the packer needs it.

    `courier` is a code, or empty where none is likely; `courier_name` the shop's own name for it.
    """

    id: int
    number: str
    state: str
    recipient: str
    place: str
    order_number: str
    wait_note: str
    due_at: datetime | None
    due_clock: str
    courier: str
    courier_name: str
    lines: tuple[PackLine, ...]

    @property
    def is_packed(self) -> bool:
        """Whether it waits for its waybill only."""
        return self.state == "packed"

    def answers_to(self, scanned: str) -> bool:
        """Tell whether a scan or typed text names it: its own number, or that of its order."""
        own = own_number(scanned)
        if own:
            return own == self.number
        typed = folded_waybill(scanned)
        return bool(typed) and typed == folded_waybill(self.order_number)


_line = RowsOf(PackLine)
_row = RowsOf(PackRow)

_ROWS = """
    SELECT cases.shop_id, cases.order_id, cases.id, cases.number, cases.state,
        coalesce(nullif(reshipment.recipient, ''), cases.buyer_name), reshipment.address,
        coalesce(orders.number, cases.order_number), reshipment.wait_note, cases.due_at,
        cases.due_clock
    FROM cases
    JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.kind = 'reshipment' AND cases.state IN ('to_pack', 'packed')
    ORDER BY cases.due_at IS NULL, cases.due_at, cases.id
"""
_LINES = """
    SELECT title, variant, sku, quantity FROM reshipment_line
    WHERE case_id = ? ORDER BY position
"""


def load_packing(reader: Reader) -> list[PackRow]:
    """Return what is not sent yet: by courier, each courier's earliest due first.

    What cannot be packed yet comes last.
    """
    rows = [_read(reader, row) for row in reader.rows(_ROWS)]
    return sorted(rows, key=lambda row: (bool(row.wait_note), row.courier == "", row.courier))


def _read(reader: Reader, found: tuple[object, ...]) -> PackRow:
    shop_id, order_id, *row = found
    carriers = load_carriers(reader, shop_id, order_id)  # type: ignore[arg-type]
    likely = carriers.likely
    lines = tuple(map(_line, reader.rows(_LINES, (row[0],))))
    return _row(row, courier=likely, courier_name=carriers.own_name(likely), lines=lines)
