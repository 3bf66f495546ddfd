"""One month of one store, counted: few scans of indexes that hold all they need.

Returns count by when they were opened, and a cancelled one does not; money counts by when it
was settled, whatever became of the return afterwards, because it was really paid.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from zoneinfo import ZoneInfo

from shopdesk.queries.periods import Days, weeks_of
from shopdesk.storage.reader import Reader

# The planner would take a narrower index and read every case's row for what it lacks.
OPENED = """
    cases INDEXED BY ix_cases_period
    WHERE opened_at >= :start AND opened_at < :end
      AND shop_id = :shop AND kind = 'return' AND state <> 'cancelled'
"""

_RETURNS = f"SELECT opened_at, reason_id, order_id, settled_at FROM {OPENED} ORDER BY opened_at"

_SETTLED = """
    SELECT currency, refund_goods_minor, refund_freight_minor, settled_at - opened_at
    FROM cases INDEXED BY ix_cases_settled_period
    WHERE settled_at >= :start AND settled_at < :end AND shop_id = :shop AND kind = 'return'
"""

_PAID = "orders WHERE shop_id = :shop AND paid_at >= :start AND paid_at < :end"
_ORDERS = f"SELECT currency, count(*), sum(paid_minor) FROM {_PAID} GROUP BY currency"

_UNITS = """
    SELECT product_id, sum(quantity)
    FROM orders JOIN order_line ON order_line.order_id = orders.id
    WHERE shop_id = :shop AND paid_at >= :start AND paid_at < :end
    GROUP BY product_id
"""


@dataclass(slots=True)
class Figures:
    """What was counted, to be added up over stores; money by currency, in minor units.

    The lists by week are in the order of the month's weeks. Units sold are by product, reasons
    by their ids. `overlapping` is how many of the settled returns are among the opened ones.
    """

    weekly_orders: list[int]
    weekly_returns: list[int]
    sales: Counter[str] = field(default_factory=Counter)
    units_sold: Counter[int] = field(default_factory=Counter)
    orders_returned: int = 0
    reasons: Counter[int | None] = field(default_factory=Counter)
    refunded_goods: Counter[str] = field(default_factory=Counter)
    refunded_freight: Counter[str] = field(default_factory=Counter)
    handling_s: list[int] = field(default_factory=list)
    overlapping: int = 0

    @property
    def orders(self) -> int:
        """Orders paid."""
        return sum(self.weekly_orders)

    @property
    def returns(self) -> int:
        """Returns opened."""
        return sum(self.weekly_returns)

    @property
    def settled(self) -> int:
        """Returns settled."""
        return len(self.handling_s)

    @property
    def cases(self) -> int:
        """Different returns that were opened, settled or both."""
        return self.returns + self.settled - self.overlapping

    @property
    def currencies(self) -> set[str]:
        """Every currency in which something was paid or refunded."""
        return {*self.sales, *self.refunded_goods}

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to count."""
        return not (self.orders or self.returns or self.settled)

    def add(self, other: "Figures") -> None:
        """Add another store's figures of the same month."""
        self.weekly_orders = _summed(self.weekly_orders, other.weekly_orders)
        self.weekly_returns = _summed(self.weekly_returns, other.weekly_returns)
        self.sales.update(other.sales)
        self.units_sold.update(other.units_sold)
        self.orders_returned += other.orders_returned
        self.reasons.update(other.reasons)
        self.refunded_goods.update(other.refunded_goods)
        self.refunded_freight.update(other.refunded_freight)
        self.handling_s += other.handling_s
        self.overlapping += other.overlapping


def no_figures(month: Days) -> Figures:
    """Return figures in which nothing has been counted."""
    weeks = len(weeks_of(month))
    return Figures([0] * weeks, [0] * weeks)


def count_month(reader: Reader, month: Days, shop_id: int, zone: ZoneInfo) -> Figures:
    """Count the month of one store, whose days begin in `zone`."""
    found = no_figures(month)
    bounds = month.bounds(zone) | {"shop": shop_id}
    edges = [week.starts_s(zone) for week in weeks_of(month)] + [bounds["end"]]
    _count_returns(reader, found, bounds, edges)
    _count_settled(reader, found, bounds)
    _count_orders(reader, found, shop_id, edges)
    found.units_sold.update(dict(reader.rows(_UNITS, bounds)))
    return found


def _count_returns(
    reader: Reader, found: Figures, bounds: dict[str, int], edges: list[int]
) -> None:
    rows = reader.rows(_RETURNS, bounds)
    if not rows:
        return
    opened, reasons, orders, settled = zip(*rows, strict=True)
    places = [bisect_left(opened, edge) for edge in edges]
    found.weekly_returns = [end - start for start, end in pairwise(places)]
    found.reasons.update(reasons)
    found.orders_returned = len(set(orders) - {None})
    found.overlapping = sum(
        1 for at in settled if at is not None and bounds["start"] <= at < bounds["end"]
    )


def _count_settled(reader: Reader, found: Figures, bounds: dict[str, int]) -> None:
    for currency, goods, freight, handling in reader.rows(_SETTLED, bounds):
        found.refunded_goods[currency] += goods
        found.refunded_freight[currency] += freight
        found.handling_s.append(handling)


def _count_orders(reader: Reader, found: Figures, shop_id: int, edges: list[int]) -> None:
    for week, (start, end) in enumerate(pairwise(edges)):
        bounds = {"shop": shop_id, "start": start, "end": end}
        for currency, count, paid_minor in reader.rows(_ORDERS, bounds):
            found.weekly_orders[week] += count
            found.sales[currency] += paid_minor


def _summed(some: Iterable[int], others: Iterable[int]) -> list[int]:
    return [a + b for a, b in zip(some, others, strict=True)]
