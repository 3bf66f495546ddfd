"""What can go back to the buyer of a case, by the same statement for the form and the service."""

from dataclasses import dataclass

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.rules.money import refund_ceiling
from shopdesk.rules.remedies import REMEDIES
from shopdesk.storage.reader import Reader

BASIS_SQL = """
    SELECT cases.currency, return_case.remedy,
        (SELECT coalesce(sum(value_minor), 0) FROM return_line WHERE case_id = cases.id),
        orders.paid_minor, orders.refunded_minor,
        (SELECT coalesce(sum(refund_goods_minor + refund_freight_minor), 0) FROM cases AS other
          WHERE other.order_id = cases.order_id)
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id = :case_id
"""
"""The fields of a `SettlementBasis`, in their order."""


@dataclass(frozen=True, slots=True)
class SettlementBasis:
    """What a refund is judged by, in minor units of `currency`.

    `value_minor` was really paid for the units that come back; `paid_minor` and
    `refunded_minor` are the platform's figures of the whole order, None without an order;
    `booked_minor` is what was refunded here for all cases of the order.
    """

    currency: str
    remedy: str
    value_minor: int
    paid_minor: int | None
    refunded_minor: int | None
    booked_minor: int

    @property
    def already_minor(self) -> int:
        """What went back before: file and desk may tell of the same money, so the larger counts."""
        return max(self.refunded_minor or 0, self.booked_minor)

    @property
    def ceiling_minor(self) -> int | None:
        """The most that can still go back for the order; None without an order."""
        if self.paid_minor is None:
            return None
        return refund_ceiling(self.paid_minor, self.already_minor)

    @property
    def proposed_minor(self) -> int:
        """What was paid for the goods, within the ceiling; nothing where no money goes back."""
        remedy = REMEDIES.get(self.remedy)
        if remedy is not None and not remedy.money_back:
            return 0
        ceiling = self.ceiling_minor
        return self.value_minor if ceiling is None else min(self.value_minor, ceiling)

    def is_over(self, refund_minor: int) -> bool:
        """Tell whether a refund is more than was paid and not yet given back."""
        ceiling = self.ceiling_minor
        return ceiling is not None and refund_minor > ceiling


def load_settlement_basis(reader: Reader, case_id: int) -> SettlementBasis:
    """Return what a return's refund is judged by; raises DomainError if the return is gone."""
    row = reader.row(BASIS_SQL, {"case_id": case_id})
    if row is None:
        raise DomainError(_("This return is no longer there. Load the page again."))
    return SettlementBasis(*row)
