"""The goods that go out, for a case or by themselves: state, lines, recipient, parcel."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.return_detail import ParcelRow, load_case_parcels
from shopdesk.queries.settling import CaseSeen
from shopdesk.queries.values import RowsOf
from shopdesk.rules.reshipments import Moving
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
    """A reshipment and what it sends; `version` goes along with each step.

    `zone` is a key of rules.zones.ZONES, `wait_note` says why it cannot be packed yet.
    """

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
    zone: str
    wait_note: str
    packed_at: datetime | None
    sent_at: datetime | None
    delivered_at: datetime | None
    confirmed_at: datetime | None
    slip_printed_at: datetime | None
    lines: tuple[OutLineRow, ...]
    parcels: tuple[ParcelRow, ...]

    def moving(self, now: datetime) -> Moving:
        """Return what decides what is next."""
        return Moving(self.state, is_late=self.due_at is not None and self.due_at < now)

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
        reshipment.zone, reshipment.wait_note, reshipment.packed_at, reshipment.sent_at,
        reshipment.delivered_at, reshipment.confirmed_at, reshipment.slip_printed_at
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
    FROM cases LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id = ?
"""


def load_goods_out(reader: Reader, origin_id: int) -> tuple[ReshipmentRow, ...]:
    """Return what goes out for a return, the oldest first."""
    return _load(reader, "origin_id", origin_id)


def load_reshipment(reader: Reader, case_id: int) -> ReshipmentRow | None:
    """Return one reshipment by its own id; None if it is gone."""
    return next(iter(_load(reader, "id", case_id)), None)


def newest_following(reader: Reader, case_id: int) -> str:
    """Return the number of what was opened last to follow a case; empty if nothing was."""
    sql = "SELECT number FROM cases WHERE origin_id = ? ORDER BY id DESC LIMIT 1"
    return reader.value(sql, (case_id,)) or ""


def load_recipient(reader: Reader, case_id: int) -> Recipient:
    """Return where goods would go out to for a return or a complaint."""
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
