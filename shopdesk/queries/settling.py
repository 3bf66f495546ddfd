"""The money of a case: what went back, what it cost, who bears it."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf
from shopdesk.rules.refunds import may_refund
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class RefundRow:
    """Money that moved at one time; `deduction_minor` is not in `goods_minor`."""

    at: datetime
    goods_minor: int
    freight_minor: int
    deduction_minor: int
    deduction_reason: str
    collected_minor: int
    method: str
    reference: str
    over_reason: str
    person: str

    @property
    def refund_minor(self) -> int:
        """What the buyer got, goods and freight together."""
        return self.goods_minor + self.freight_minor


@dataclass(frozen=True, slots=True)
class CostRow:
    """An entry of the ledger; one `from_inspection` follows it when it is corrected."""

    id: int
    kind: str
    amount_minor: int
    note: str
    from_inspection: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one party bears; nobody looked at it where `confirmed_at` is None."""

    party: str
    percent: int
    amount_minor: int
    note: str
    confirmed_at: datetime | None
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A case as somebody looked at it: what they write is refused in a later version."""

    id: int
    version: int
    number: str


@dataclass(frozen=True, slots=True)
class CaseMoney:
    """The money of a case, in minor units of `currency`, the oldest first."""

    id: int
    version: int
    kind: str
    number: str
    currency: str
    state: str
    remedy: str
    is_settled: bool
    cost_minor: int
    refunds: tuple[RefundRow, ...]
    costs: tuple[CostRow, ...]
    shares: tuple[ShareRow, ...]

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that this was read in."""
        return CaseSeen(self.id, self.version, self.number)

    @property
    def refunded_minor(self) -> int:
        """All that went back to the buyer."""
        return sum(refund.refund_minor for refund in self.refunds)

    @property
    def collected_minor(self) -> int:
        """All that the buyer paid for dearer goods."""
        return sum(refund.collected_minor for refund in self.refunds)

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has said who bears it."""
        return bool(self.shares) and all(share.confirmed_at for share in self.shares)

    @property
    def may_refund(self) -> bool:
        """Whether money may go back now."""
        return self.kind == "return" and may_refund(self.state, settled=self.is_settled)

    @property
    def is_worth_showing(self) -> bool:
        """Whether money moved or may, or it is a case whose cost is its own from the start."""
        moved = bool(self.refunds or self.costs)
        return moved or self.may_refund or (self.kind != "return" and bool(self.shares))


_seen = RowsOf(CaseSeen)
_money = RowsOf(CaseMoney)
_refund = RowsOf(RefundRow)
_cost = RowsOf(CostRow)
_share = RowsOf(ShareRow)

_CASE = """
    SELECT cases.id, cases.version, kind, number, currency, state,
        coalesce(return_case.remedy, ''), settled_at IS NOT NULL, cost_minor
    FROM cases LEFT JOIN return_case ON return_case.id = cases.id
    WHERE cases.id = ?
"""
_REFUNDS = """
    SELECT at, goods_minor, freight_minor, deduction_minor, deduction_reason, collected_minor,
        method, reference, over_reason, person
    FROM refund WHERE case_id = ? ORDER BY id
"""
_COSTS = """
    SELECT id, kind, amount_minor, note, received_item_id IS NOT NULL
    FROM cost_entry WHERE case_id = ? ORDER BY id
"""
_SHARES = """
    SELECT party, percent, amount_minor, note, confirmed_at, confirmed_by
    FROM liability_share WHERE case_id = ? ORDER BY id
"""


def load_case_money(reader: Reader, case_id: int) -> CaseMoney | None:
    """Return the money of a case; None if the case is gone."""
    row = reader.row(_CASE, (case_id,))
    if row is None:
        return None
    return _money(
        row,
        refunds=tuple(map(_refund, reader.rows(_REFUNDS, (case_id,)))),
        costs=tuple(map(_cost, reader.rows(_COSTS, (case_id,)))),
        shares=tuple(map(_share, reader.rows(_SHARES, (case_id,)))),
    )


def load_case_seen(reader: Reader, case_id: int) -> CaseSeen | None:
    """Return a case as it is now; None if it is gone."""
    row = reader.row("SELECT id, version, number FROM cases WHERE id = ?", (case_id,))
    return None if row is None else _seen(row)
