"""The goods that go out for a return: state, lines, recipient, parcel."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.return_detail import ParcelRow, load_case_parcels
from shopdesk.queries.settling import CaseSeen
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class OutLineRow:
    """Goods that go out; `price_minor` is for all units."""

    product_id: int | None
    title: str
    variant: str
    sku: str
    quantity: int
    price_minor: int


@dataclass(frozen=True, slots=True)
class ReshipmentRow:
    """A reshipment beside the return that opened it; `version` goes along with each step."""

    id: int
    version: int
    number: str
    state: str
    reason: str
    shop_id: int
    order_id: int | None
    currency: str
    due_at: datetime | None
    due_clock: str
    recipient: str
    phone: str
    address: str
    postcode: str
    country: str
    sent_at: datetime | None
    delivered_at: datetime | None
    lines: tuple[OutLineRow, ...]
    parcels: tuple[ParcelRow, ...]

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that this was read in."""
        return CaseSeen(self.id, self.version, self.number)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where goods go, as the order or the return says."""

    recipient: str
    phone: str
    address: str
    postcode: str
    country: str


_row = RowsOf(ReshipmentRow)
_line = RowsOf(OutLineRow)
_recipient = RowsOf(Recipient)

_ROWS = """
    SELECT cases.id, cases.version, cases.number, cases.state, reshipment.reason, cases.shop_id,
        cases.order_id, cases.currency, cases.due_at, cases.due_clock, reshipment.recipient,
        reshipment.phone, reshipment.address, reshipment.postcode, reshipment.country,
        reshipment.sent_at, reshipment.delivered_at
    FROM reshipment JOIN cases ON cases.id = reshipment.id
    WHERE cases.{column} = ? ORDER BY reshipment.id
"""
_LINES = """
    SELECT product_id, title, variant, sku, quantity, price_minor
    FROM reshipment_line WHERE case_id = ? ORDER BY position
"""
_RECIPIENT = """
    SELECT coalesce(orders.recipient, cases.buyer_name),
        coalesce(orders.phone, cases.buyer_phone), coalesce(orders.address, ''),
        coalesce(orders.postcode, ''), coalesce(orders.country, '')
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id = ?
"""


def load_goods_out(reader: Reader, origin_id: int) -> tuple[ReshipmentRow, ...]:
    """Return what goes out for a return, the oldest first."""
    return _load(reader, "origin_id", origin_id)


def load_reshipment(reader: Reader, case_id: int) -> ReshipmentRow | None:
    """Return one reshipment by its own id; None if it is gone."""
    return next(iter(_load(reader, "id", case_id)), None)


def load_recipient(reader: Reader, case_id: int) -> Recipient:
    """Return where the goods of a return would go out to."""
    return _recipient(reader.row(_RECIPIENT, (case_id,)) or [""] * 5)


def _load(reader: Reader, column: str, value: int) -> tuple[ReshipmentRow, ...]:
    return tuple(
        _row(
            row,
            lines=tuple(map(_line, reader.rows(_LINES, (row[0],)))),
            parcels=load_case_parcels(reader, row[0]),
        )
        for row in reader.rows(_ROWS.format(column=column), (value,))
    )
