"""What can go back to the buyer of a case, by the same statements for the form and the service."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.returnable import LEFT
from shopdesk.queries.values import RowsOf
from shopdesk.rules.freight import gives_outbound_back
from shopdesk.rules.money import refund_ceiling, value_of_units
from shopdesk.rules.remedies import remedy_of
from shopdesk.storage.reader import Reader

Ask = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]
"""Runs a statement with its named values; a reader's `rows`, or a session's own."""

_OF_ORDER = "FROM {table} JOIN cases AS other ON other.id = {table}.case_id"

_BASIS = f"""
    SELECT cases.currency, cases.state, return_case.remedy, cases.settled_at IS NOT NULL,
        coalesce(reason.fault, ''), return_case.freight_payer, coalesce(policy.preset, ''),
        return_case.wanted, orders.paid_minor, orders.refunded_minor,
        (SELECT coalesce(sum(refund_goods_minor + refund_freight_minor), 0) FROM cases AS other
          WHERE other.order_id = cases.order_id),
        (SELECT coalesce(sum(refund.collected_minor), 0)
           {_OF_ORDER.format(table="refund")} WHERE other.order_id = cases.order_id),
        (SELECT coalesce(sum(goods_minor + deduction_minor), 0) FROM refund
          WHERE case_id = cases.id),
        (SELECT coalesce(sum(collected_minor), 0) FROM refund WHERE case_id = cases.id),
        coalesce(orders.freight_minor, 0),
        (SELECT coalesce(sum(refund_freight_minor), 0) FROM cases AS other
          WHERE other.order_id = cases.order_id),
        cases.order_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM order_line
          WHERE order_line.order_id = cases.order_id AND {LEFT} > 0),
        (SELECT sum(price_minor) FROM reshipment_line
           JOIN reshipment ON reshipment.id = reshipment_line.case_id
           JOIN cases AS other ON other.id = reshipment.id
          WHERE other.origin_id = cases.id AND other.state <> 'cancelled'),
        EXISTS (SELECT 1 FROM reshipment JOIN cases AS other ON other.id = reshipment.id
          WHERE other.origin_id = cases.id AND other.state <> 'cancelled'
            AND other.opened_at > coalesce(return_case.decided_at, 0))
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN policy ON policy.id = return_case.policy_id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id = :case_id
"""

_RECEIVED = """
    (SELECT coalesce(sum(quantity), 0) FROM received_item
      WHERE case_id = return_line.case_id AND line_id = return_line.id {where})
"""
_BACK = "disposition = 'to_buyer'"

_LINES = f"""
    SELECT return_line.id, return_line.product_id, return_line.title, return_line.variant,
        return_line.sku, return_line.quantity, return_line.value_minor,
        CASE WHEN return_case.goods_back AND return_case.inspected_at IS NOT NULL
          THEN {_RECEIVED.format(where=f"AND NOT {_BACK} AND condition <> 'wrong_goods'")}
          ELSE return_line.quantity END,
        {_RECEIVED.format(where=f"AND {_BACK}")}
    FROM return_line JOIN return_case ON return_case.id = return_line.case_id
    WHERE return_line.case_id = :case_id
    UNION ALL
    SELECT NULL, NULL, title, '', '', quantity, 0, 0,
        CASE WHEN {_BACK} THEN quantity ELSE 0 END
    FROM received_item WHERE case_id = :case_id AND line_id IS NULL
"""


@dataclass(frozen=True, slots=True)
class SettledLine:
    """Goods of a return as they are settled; goods that nobody expected have no `id`.

    `accepted` units stay with the shop, as far as it is known yet; `to_buyer` go back again.
    `value_minor` was really paid for all `quantity` units.
    """

    id: int | None
    product_id: int | None
    title: str
    variant: str
    sku: str
    quantity: int
    value_minor: int
    accepted: int
    to_buyer: int

    @property
    def accepted_minor(self) -> int:
        """What was really paid for the units accepted, of those that were asked for."""
        return value_of_units(self.value_minor, self.quantity, self.accepted)


@dataclass(frozen=True, slots=True)
class SettlementBasis:
    """What a refund is judged by, in minor units of `currency`.

    `paid_minor` and `refunded_minor` are the platform's figures of the whole order, None
    without an order; `booked_minor` and `collected_minor` are what was refunded and collected
    here for all cases of the order. `given_minor` is what this case's buyer got for the goods,
    deductions included, and `paid_in_minor` what they paid for dearer ones. `out_minor` is the
    price of goods that go out already, None where none do; `is_out_since` tells whether any of
    them were opened since it was agreed to, so that what came is on its way, too.
    """

    currency: str
    state: str
    remedy: str
    is_settled: bool
    fault: str
    freight_payer: str
    preset: str
    wanted: str
    paid_minor: int | None
    refunded_minor: int | None
    booked_minor: int
    collected_minor: int
    given_minor: int
    paid_in_minor: int
    order_freight_minor: int
    freight_given_minor: int
    is_whole_order: bool
    out_minor: int | None
    is_out_since: bool
    lines: tuple[SettledLine, ...]

    @property
    def value_minor(self) -> int:
        """What was really paid for the units that the shop accepts."""
        return sum(line.accepted_minor for line in self.lines)

    @property
    def already_minor(self) -> int:
        """What went back before: file and desk may tell of the same money, so the larger counts."""
        return max(self.refunded_minor or 0, self.booked_minor)

    @property
    def ceiling_minor(self) -> int | None:
        """The most that can still go back for the order; None without an order."""
        if self.paid_minor is None:
            return None
        return refund_ceiling(self.paid_minor + self.collected_minor, self.already_minor)

    @property
    def proposed_minor(self) -> int:
        """What is still to go back for the goods; nothing where no money goes back."""
        if not remedy_of(self.remedy).money_back:
            return 0
        return self.within_ceiling(max(0, self.value_minor - self.given_minor))

    @property
    def proposed_freight_minor(self) -> int:
        """What is still to go back of the order's freight: for a whole order, by the rule."""
        due = self.is_whole_order and gives_outbound_back(self.preset, self.fault)
        if not due or not remedy_of(self.remedy).money_back or not self.value_minor:
            return 0
        left = max(0, self.order_freight_minor - self.freight_given_minor)
        return self.within_ceiling(left + self.proposed_minor) - self.proposed_minor

    def difference_minor(self, out_minor: int) -> int:
        """Return what the buyer still owes for goods of this price; negative goes back to them."""
        return out_minor - self.value_minor + self.given_minor - self.paid_in_minor

    def within_ceiling(self, refund_minor: int) -> int:
        """Return a refund, or as much of it as can still go back."""
        ceiling = self.ceiling_minor
        return refund_minor if ceiling is None else min(refund_minor, ceiling)

    def is_over(self, refund_minor: int) -> bool:
        """Tell whether a refund is more than was paid and not yet given back."""
        ceiling = self.ceiling_minor
        return ceiling is not None and refund_minor > ceiling


_basis = RowsOf(SettlementBasis)
_line = RowsOf(SettledLine)


def load_settlement_basis(reader: Reader, case_id: int) -> SettlementBasis:
    """Return what a return's refund is judged by; raises DomainError if the return is gone."""
    return settlement_basis_by(reader.rows, case_id)


def settlement_basis_by(ask: Ask, case_id: int) -> SettlementBasis:
    """Return the same by whoever can ask the file."""
    found = ask(_BASIS, {"case_id": case_id})
    if not found:
        raise DomainError(_("This return is no longer there. Load the page again."))
    lines = ask(_LINES, {"case_id": case_id})
    return _basis(found[0], lines=tuple(map(_line, lines)))
