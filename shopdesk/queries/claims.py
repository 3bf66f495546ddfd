"""What is claimed from couriers for a case, and what a claim is worth by what is known."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.return_detail import ParcelRow, load_case_parcels, load_order_parcels
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, in minor units of its case's currency; `version` goes along with each step."""

    id: int
    version: int
    parcel_id: int | None
    courier: str
    courier_name: str
    waybill: str
    reason: str
    state: str
    goods_minor: int
    freight_minor: int
    claimed_minor: int
    paid_minor: int
    reference: str
    note: str
    opened_at: datetime
    due_at: datetime | None
    claimed_at: datetime | None
    ended_at: datetime | None

    @property
    def worth_minor(self) -> int:
        """What there is to claim: goods and freight."""
        return self.goods_minor + self.freight_minor


@dataclass(frozen=True, slots=True)
class ClaimBasis:
    """What a claim about a case can be for: its parcels, what was in them and what it cost.

    `is_offered` is whether a claim is near at hand: a return's own parcels, not each one's order.
    """

    case_id: int
    number: str
    kind: str
    state: str
    currency: str
    timezone: str
    goods_minor: int
    freight_minor: int
    is_offered: bool
    parcels: tuple[ParcelRow, ...]
    claims: tuple[ClaimRow, ...]


_claim = RowsOf(ClaimRow)
_basis = RowsOf(ClaimBasis)

_CLAIMS = """
    SELECT courier_claim.id, courier_claim.version, courier_claim.parcel_id,
        coalesce(courier.code, ''), coalesce(parcel.courier_name, courier.name, ''),
        coalesce(parcel.waybill, ''), courier_claim.reason, courier_claim.state,
        goods_minor, freight_minor, claimed_minor, paid_minor, reference, courier_claim.note,
        opened_at, due_at, claimed_at, ended_at
    FROM courier_claim
    LEFT JOIN parcel ON parcel.id = courier_claim.parcel_id
    LEFT JOIN courier ON courier.id = courier_claim.courier_id
    WHERE courier_claim.case_id = ? ORDER BY courier_claim.id
"""

_BASIS = """
    SELECT cases.id, cases.number, cases.kind, cases.state, cases.currency, shop.timezone,
        CASE cases.kind
          WHEN 'reshipment' THEN (SELECT coalesce(sum(price_minor), 0) FROM reshipment_line
            WHERE case_id = cases.id)
          WHEN 'return' THEN (SELECT coalesce(sum(value_minor), 0) FROM return_line
            WHERE case_id = cases.id)
          ELSE (SELECT coalesce(sum(paid_minor), 0) FROM order_line
            WHERE order_id = cases.order_id) END,
        (SELECT coalesce(sum(amount_minor), 0) FROM cost_entry
          WHERE case_id = cases.id AND kind IN ('freight_out', 'freight_back'))
    FROM cases JOIN shop ON shop.id = cases.shop_id WHERE cases.id = ?
"""


def load_claims(reader: Reader, case_id: int) -> tuple[ClaimRow, ...]:
    """Return the claims for a case, the oldest first."""
    return tuple(map(_claim, reader.rows(_CLAIMS, (case_id,))))


def load_claim_basis(reader: Reader, case_id: int) -> ClaimBasis | None:
    """Return what a claim about a case is proposed from; None if the case is gone.

    Its own parcels come before those that went out with its order.
    """
    row = reader.row(_BASIS, (case_id,))
    if row is None:
        return None
    order_id = reader.value("SELECT order_id FROM cases WHERE id = ?", (case_id,))
    own = load_case_parcels(reader, case_id)
    ordered = load_order_parcels(reader, order_id) if order_id else ()
    claims = load_claims(reader, case_id)
    is_offered = bool(own or claims or (ordered and row[2] == "complaint"))
    return _basis(row, is_offered=is_offered, parcels=(*own, *ordered), claims=claims)
