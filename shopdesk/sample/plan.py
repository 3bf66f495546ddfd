"""How many orders and returns each store has on each day: in all exact, by day seasonal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from random import Random

from shopdesk.rules.money import share_minor
from shopdesk.sample.seasons import day_weight
from shopdesk.sample.stores import STORES

SAMPLE_CASES = 450
SAMPLE_ORDERS = 8_100
SHORTEST_DAYS = 400
LONGEST_DAYS = 1_461
_CASES_A_DAY = 700
_OPEN_AT_LEAST = 36
_FRESH_DAYS = 24
_UNRIPE_DAYS = 3
_RARE = 4
_SPARE_ORDERS = 20

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a sample: everything in it happens before `end`, a midnight in UTC."""

    cases: int
    orders: int
    end: date
    days: int
    open_cases: int

    @property
    def end_s(self) -> int:
        """The end as seconds since 1970."""
        return int(datetime(self.end.year, self.end.month, self.end.day, tzinfo=UTC).timestamp())

    @property
    def start_s(self) -> int:
        """The first midnight as seconds since 1970."""
        return self.end_s - self.days * DAY_S


@dataclass(frozen=True, slots=True)
class Cell:
    """One store's day: `starts` is its midnight in UTC, `returns` of its orders come back."""

    store: int
    starts: int
    orders: int
    returns: int


def make_plan(now: datetime, cases: int | None) -> Plan:
    """Return the sample shop's plan, or one of `cases` returns for measuring.

    The more cases, the more years: from 400 days to four years, so that no day is absurd.
    """
    wanted = SAMPLE_CASES if cases is None else cases
    return Plan(
        cases=wanted,
        orders=SAMPLE_ORDERS if cases is None else wanted * 5 // 4 + _SPARE_ORDERS,
        end=now.astimezone(UTC).date(),
        days=min(LONGEST_DAYS, max(SHORTEST_DAYS, wanted // _CASES_A_DAY)),
        open_cases=min(_OPEN_AT_LEAST + wanted // 250, wanted // 2),
    )


def make_cells(plan: Plan, rng: Random) -> Iterator[list[Cell]]:
    """Yield the stores' cells day by day, oldest first; they add up to the plan exactly."""
    days = [plan.end - timedelta(days=left) for left in range(plan.days, 0, -1)]
    weights = [
        [round(1000 * store.share * day_weight(store, day) * rng.uniform(0.8, 1.2)) for day in days]
        for store in STORES
    ]
    orders = _spread_over_stores(plan.orders, weights)
    returns = _returns(plan, orders, rng)
    for at, starts_s in enumerate(range(plan.start_s, plan.end_s, DAY_S)):
        yield [
            Cell(store, starts_s, sold[at], back[at])
            for store, (sold, back) in enumerate(zip(orders, returns, strict=True))
            if sold[at]
        ]


def _returns(plan: Plan, orders: list[list[int]], rng: Random) -> list[list[int]]:
    """Share the returns out over the orders; what a day cannot take, a later one does."""
    bonus = plan.orders > _RARE * plan.cases
    ripeness = [_ripeness(left, bonus=bonus) for left in range(plan.days, 0, -1)]
    weights = [
        [
            round(100 * count * ripe * rng.uniform(0.6, 1.4))
            for count, ripe in zip(sold, ripeness, strict=True)
        ]
        for sold in orders
    ]
    wished = _spread_over_stores(plan.cases, weights)
    return [_within(wish, sold, ripeness) for wish, sold in zip(wished, orders, strict=True)]


def _within(wished: list[int], orders: list[int], ripeness: list[int]) -> list[int]:
    """Fit each day's returns to its orders: a rest goes to later days, at last to earlier ones."""
    returns, owed = [], 0
    for wish, count, ripe in zip(wished, orders, ripeness, strict=True):
        owed += wish
        returns.append(min(count, owed) if ripe else 0)
        owed -= returns[-1]
    for at in reversed(range(len(returns))):
        more = min(owed, orders[at] - returns[at]) if ripeness[at] else 0
        returns[at] += more
        owed -= more
    return returns


def _spread_over_stores(total: int, weights: list[list[int]]) -> list[list[int]]:
    parts = share_minor(total, [sum(days) for days in weights])
    return [_spread(part, days) for part, days in zip(parts, weights, strict=True)]


def _spread(total: int, weights: list[int]) -> list[int]:
    """Share a number out over days; a rest is carried on, so that small days get their turn."""
    whole = sum(weights) or 1
    reached = [total * sofar // whole for sofar in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(reached)]


def _ripeness(days_ago: int, *, bonus: bool) -> int:
    """Return the weight of an order's age; newest orders have not even arrived.

    With `bonus`, the last weeks have more returns than the year, so that the desk is busy.
    """
    if days_ago <= _UNRIPE_DAYS:
        return 0
    return min(8, days_ago) * (4 if bonus and days_ago <= _FRESH_DAYS else 2)
