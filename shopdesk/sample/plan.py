"""How many orders and returns each store has on each day: in all exact, by day seasonal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from shopdesk.rules.money import share_minor
from shopdesk.sample.seasons import day_weight
from shopdesk.sample.stores import STORES, Store

SAMPLE_CASES = 450
SAMPLE_ORDERS = 8_100
SHORTEST_DAYS = 400
LONGEST_DAYS = 1_461
_CASES_A_DAY = 700
_OPEN_AT_LEAST = 36
_FRESH_DAYS = 24
_UNRIPE_DAYS = 3
_RARE = 4

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
        orders=SAMPLE_ORDERS if cases is None else wanted * 5 // 4 + 1,
        end=now.astimezone(UTC).date(),
        days=min(LONGEST_DAYS, max(SHORTEST_DAYS, wanted // _CASES_A_DAY)),
        open_cases=min(_OPEN_AT_LEAST + wanted // 250, wanted // 2),
    )


def make_cells(plan: Plan, rng: Random) -> Iterator[list[Cell]]:
    """Yield the stores' cells day by day, oldest first; they add up to the plan exactly."""
    weights = [
        round(1000 * store.share * day_weight(store, day) * rng.uniform(0.8, 1.2))
        for day in _days(plan)
        for store in STORES
    ]
    orders = share_minor(plan.orders, weights)
    returns = _returns(plan, orders)
    for at, day in enumerate(range(plan.start_s, plan.end_s, DAY_S)):
        places = range(at * len(STORES), (at + 1) * len(STORES))
        yield [
            Cell(store, day, orders[i], returns[i]) for store, i in enumerate(places) if orders[i]
        ]


def _days(plan: Plan) -> list[date]:
    return [plan.end - timedelta(days=left) for left in range(plan.days, 0, -1)]


def _returns(plan: Plan, orders: list[int]) -> list[int]:
    """Share the returns out over the orders; what a day cannot take, a later one does."""
    bonus = plan.orders > _RARE * plan.cases
    weights = [
        count * _ripeness(plan.days - i // len(STORES), bonus=bonus)
        for i, count in enumerate(orders)
    ]
    wished = share_minor(plan.cases, weights)
    returns, owed = [], 0
    for count, weight, wish in zip(orders, weights, wished, strict=True):
        owed += wish
        returns.append(min(count, owed) if weight else 0)
        owed -= returns[-1]
    return returns


def _ripeness(days_ago: int, *, bonus: bool) -> int:
    """Return the weight of an order's age; newest orders have not even arrived.

    With `bonus`, the last weeks have more returns than the year, so that the desk is busy.
    """
    if days_ago <= _UNRIPE_DAYS:
        return 0
    return min(8, days_ago) * (4 if bonus and days_ago <= _FRESH_DAYS else 2)


def store_of(cell: Cell) -> Store:
    """Return the store that a cell is of."""
    return STORES[cell.store]
