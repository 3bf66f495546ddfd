"""A return at the bench: what is expected, what was found, what to look for."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.queries.values import RowsOf
from shopdesk.rules.categories import CATEGORIES
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """Goods that are to come back; `key` is how the shop's export names the product."""

    id: int
    title: str
    variant: str
    sku: str
    key: str
    category: str
    quantity: int
    photos: int


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """Units of one kind in one condition, as they were kept; who kept them last, and when."""

    id: int
    line_id: int | None
    parcel_id: int | None
    title: str
    quantity: int
    condition: str
    disposition: str
    note: str
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class FoundGoods:
    """What was found, with the goods named: a line's own, or what other goods were called."""

    title: str
    variant: str
    quantity: int
    condition: str
    disposition: str
    note: str


@dataclass(frozen=True, slots=True)
class ArrivedParcel:
    """A parcel of the return; `delivered_at` is None while it is on its way."""

    id: int
    waybill: str
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that an inspection shows, lines and items in their order, parcels as they came."""

    found: ReturnDetail
    lines: tuple[ExpectedLine, ...]
    items: tuple[ReceivedRow, ...]
    parcels: tuple[ArrivedParcel, ...]

    @property
    def parcel_id(self) -> int | None:
        """The parcel that is open now: the one that came last."""
        came = [parcel for parcel in self.parcels if parcel.delivered_at] or self.parcels
        return came[-1].id if came else None

    def condition_rule(self, line: ExpectedLine) -> str:
        """Return what the policy asks of a line's goods, marked for translation, or nothing."""
        if line.category not in self.found.rules.conditions:
            return ""
        return CATEGORIES[line.category].condition


_line = RowsOf(ExpectedLine)
_item = RowsOf(ReceivedRow)
_goods = RowsOf(FoundGoods)
_parcel = RowsOf(ArrivedParcel)

_LINES = """
    SELECT return_line.id, return_line.title, return_line.variant, return_line.sku,
        coalesce(product.key, ''), coalesce(product.category, 'general'), return_line.quantity,
        (SELECT count(*) FROM attachment
          WHERE attachment.case_id = return_line.case_id AND line_id = return_line.id)
    FROM return_line LEFT JOIN product ON product.id = return_line.product_id
    WHERE return_line.case_id = ? ORDER BY return_line.position
"""

_ITEMS = """
    SELECT id, line_id, parcel_id, title, quantity, condition, disposition, note, at, person
    FROM received_item WHERE case_id = ? ORDER BY id
"""

_FOUND = """
    SELECT coalesce(return_line.title, received_item.title), coalesce(return_line.variant, ''),
        received_item.quantity, condition, disposition, note
    FROM received_item LEFT JOIN return_line ON return_line.id = received_item.line_id
    WHERE received_item.case_id = ?
    ORDER BY return_line.position IS NULL, return_line.position, received_item.id
"""

_PARCELS = """
    SELECT id, waybill, delivered_at FROM parcel
    WHERE case_id = ? AND direction = 'back'
    ORDER BY delivered_at IS NULL, delivered_at, id
"""


def load_inspection(reader: Reader, case_id: int) -> Inspection | None:
    """Return a return as it is inspected; None if it is gone."""
    with reader.snapshot():
        found = load_return_detail(reader, case_id)
        if found is None:
            return None
        return Inspection(
            found,
            tuple(map(_line, reader.rows(_LINES, (case_id,)))),
            load_received(reader, case_id),
            tuple(map(_parcel, reader.rows(_PARCELS, (case_id,)))),
        )


def load_received(reader: Reader, case_id: int) -> tuple[ReceivedRow, ...]:
    """Return what was found of a return, in the order of counting."""
    return tuple(map(_item, reader.rows(_ITEMS, (case_id,))))


def load_found_goods(reader: Reader, case_id: int) -> tuple[FoundGoods, ...]:
    """Return what was found of a return, in the order of its lines, other goods last."""
    return tuple(map(_goods, reader.rows(_FOUND, (case_id,))))
