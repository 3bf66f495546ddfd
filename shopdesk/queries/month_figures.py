"""One month of some stores, counted: few scans of indexes that hold all they need.

Returns count by when they were opened, and a cancelled one does not; money counts by when it
went back, each refund of a return by itself, whatever became of the return, because it was
really paid.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from zoneinfo import ZoneInfo

from shopdesk.queries.periods import Days, weeks_of
from shopdesk.queries.values import id_list
from shopdesk.storage.reader import Reader, Row

Bounds = Mapping[str, int | str]
"""Values of `:start`, `:end`, `:shops` and the weeks' edges, `:week_0` on, in the SQL here."""


@dataclass(frozen=True, slots=True)
class CurrencySums:
    """Sums over rows of a table, by their currency."""

    sums: str
    rows: str

    @property
    def in_one_row(self) -> str:
        """SQL for the first and the last currency by name, and the sums over all."""
        return f"SELECT min(currency), max(currency), {self.sums} FROM {self.rows}"

    @property
    def in_groups(self) -> str:
        """SQL for each currency and its sums."""
        return f"SELECT currency, {self.sums} FROM {self.rows} GROUP BY currency"


_OF_SHOPS = "shop_id IN (SELECT value FROM json_each(:shops))"

# The planner would take a narrower index and read every case's row for what it lacks.
OPENED = f"""
    cases INDEXED BY ix_cases_period
    WHERE opened_at >= :start AND opened_at < :end
      AND {_OF_SHOPS} AND kind = 'return' AND state <> 'cancelled'
"""
_SETTLED = f"""
    cases INDEXED BY ix_cases_settled_period
    WHERE settled_at >= :start AND settled_at < :end AND {_OF_SHOPS} AND kind = 'return'
"""
# Its index holds all of it, in the order of stores and time.
_REFUNDS = f"refund INDEXED BY ix_refund_period WHERE {_OF_SHOPS} AND at >= :start AND at < :end"
_PAID = f"{_OF_SHOPS} AND paid_at >= :start AND paid_at < :end"


def _by_week(moment: str, weeks: int) -> str:
    """Return SQL for as many columns as there are weeks, each counting its rows."""
    return ", ".join(
        f"count(*) FILTER (WHERE {moment} >= :week_{n} AND {moment} < :week_{n + 1})"
        for n in range(weeks)
    )


# Columns as JSON arrays: a tuple for each return would keep Python's collector busy.
def _returns(weeks: int) -> str:
    """Return SQL for reasons, orders, how many were settled in the month, and each week's count."""
    return f"""
        SELECT json_group_array(reason_id), json_group_array(order_id),
            count(*) FILTER (WHERE settled_at >= :start AND settled_at < :end),
            {_by_week("opened_at", weeks)}
        FROM {OPENED}
    """


def _orders(weeks: int) -> CurrencySums:
    return CurrencySums(f"sum(paid_minor), {_by_week('paid_at', weeks)}", f"orders WHERE {_PAID}")


_REFUNDED = CurrencySums("sum(goods_minor), sum(freight_minor)", _REFUNDS)
_HANDLED = f"SELECT json_group_array(settled_at - opened_at) FROM {_SETTLED}"

_PAID_LINES = f"orders JOIN order_line ON order_line.order_id = orders.id WHERE {_PAID}"
_UNITS = f"SELECT coalesce(sum(quantity), 0) FROM {_PAID_LINES}"
_SOLD = f"SELECT product_id, sum(quantity) FROM {_PAID_LINES} GROUP BY product_id"


@dataclass(frozen=True, slots=True)
class Stores:
    """Stores whose days begin at the same moment, so that they can be counted together."""

    zone: ZoneInfo
    ids: tuple[int, ...]

    def bounds(self, days: Days) -> Bounds:
        """Return what limits a query to these stores on these days."""
        start, end = days.starts_s(self.zone), days.ends_s(self.zone)
        return {"start": start, "end": end, "shops": id_list(self.ids)}

    def weekly_bounds(self, month: Days) -> Bounds:
        """Return the same for a month, and where its weeks begin and end."""
        edges = [*(week.starts_s(self.zone) for week in weeks_of(month)), month.ends_s(self.zone)]
        return {**self.bounds(month), **{f"week_{n}": edge for n, edge in enumerate(edges)}}


@dataclass(slots=True)
class Figures:
    """What was counted, to be added up over stores; money by currency, in minor units.

    The lists by week are in the order of the month's weeks, reasons are by their ids.
    `overlapping` is how many of the settled returns are among the opened ones.
    """

    weekly_orders: list[int]
    weekly_returns: list[int]
    sales: Counter[str] = field(default_factory=Counter)
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

    def add(self, other: "Figures") -> None:
        """Add another store's figures of the same month."""
        self.weekly_orders = _summed(self.weekly_orders, other.weekly_orders)
        self.weekly_returns = _summed(self.weekly_returns, other.weekly_returns)
        self.sales.update(other.sales)
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


def count_month(reader: Reader, month: Days, stores: Stores) -> Figures:
    """Count the month of stores that share a clock."""
    found = no_figures(month)
    bounds = stores.weekly_bounds(month)
    _count_returns(reader, found, bounds)
    _count_refunds(reader, found, bounds)
    found.handling_s = json.loads(reader.value(_HANDLED, bounds))
    orders = _orders(len(found.weekly_orders))
    for currency, paid_minor, *weekly in _by_currency(reader, orders, bounds):
        found.sales[currency] = paid_minor
        found.weekly_orders = _summed(found.weekly_orders, weekly)
    return found


def count_units(reader: Reader, month: Days, stores: Stores) -> int:
    """Return how many units were sold: those of all orders paid in the month."""
    return int(reader.value(_UNITS, stores.bounds(month)))


def count_units_sold(reader: Reader, month: Days, stores: Stores) -> Counter[int]:
    """Return the units sold by product; slower than their sum alone."""
    return Counter(dict(reader.rows(_SOLD, stores.bounds(month))))


def _count_returns(reader: Reader, found: Figures, bounds: Bounds) -> None:
    row = reader.rows(_returns(len(found.weekly_returns)), bounds)[0]
    reasons, orders, found.overlapping, *found.weekly_returns = row
    found.reasons.update(json.loads(reasons))
    found.orders_returned = len(set(json.loads(orders)) - {None})


def _count_refunds(reader: Reader, found: Figures, bounds: Bounds) -> None:
    for currency, goods_minor, freight_minor in _by_currency(reader, _REFUNDED, bounds):
        found.refunded_goods[currency] = goods_minor
        found.refunded_freight[currency] = freight_minor


def _by_currency(reader: Reader, wanted: CurrencySums, bounds: Bounds) -> Sequence[Row]:
    """Return each currency with its sums; where there is only one, nothing need be sorted."""
    first, last, *sums = reader.rows(wanted.in_one_row, bounds)[0]
    if first != last:
        return reader.rows(wanted.in_groups, bounds)
    return [(first, *sums)] if first is not None else []


def _summed(some: Iterable[int], others: Iterable[int]) -> list[int]:
    return list(map(add, some, others))
