"""A year of trade, day by day: orders are placed, some come back, each return is logged."""

import heapq
from collections.abc import Iterator, Mapping
from random import Random

from shopdesk.rules.presets import POLICIES
from shopdesk.sample.bad_week import trouble_with
from shopdesk.sample.casebook import CaseBook
from shopdesk.sample.claims import ClaimDrawer
from shopdesk.sample.codes import Codes
from shopdesk.sample.crowd import Crowd
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.orders import OrderBook, Placed
from shopdesk.sample.plan import DAY_S, Cell, Plan, make_cells
from shopdesk.sample.rows import ProductRow
from shopdesk.sample.sales import Sale, Till
from shopdesk.sample.shelf import fill_shelf
from shopdesk.sample.sink import Sink
from shopdesk.sample.stores import STORES

# How long buyers take to ask, on average; nearly all ask within their policy's window.
_ASKED_AFTER_DAYS: Mapping[str, float] = {"CN": 2.2, "US": 6.0}
_LATEST_PART_OF_WINDOW = 1.25
_REFUSED = 0.015


class Trade:
    """Fills a file with a plan's trade; the same seed and plan give the same rows."""

    def __init__(self, plan: Plan, seed: int, sink: Sink, codes: Codes) -> None:
        self._plan = plan
        self._sink = sink
        self._rng = Random(f"{seed}:{plan.end}:{plan.cases}")  # noqa: S311 - nothing secret here
        self._numbers = Numbers(plan.cases)
        self._crowd = Crowd(seed, self._rng)
        self._tills = [Till(i, self._rng) for i in range(len(STORES))]
        self._orders = OrderBook(sink, self._numbers, codes.couriers, self._rng, plan.end_s)
        self._claims = ClaimDrawer(self._rng, plan, codes.policies)
        self._codes = codes
        self._cases = CaseBook(sink, codes, self._rng, plan, self._numbers)
        self._waiting: list[tuple[int, int, Placed]] = []

    def run(self) -> Iterator[int]:
        """Write everything; yields after each day how many returns there are."""
        self._sink.add(*_products())
        shelf = fill_shelf(self._rng, self._plan, self._numbers, self._codes.couriers)
        self._sink.add(*shelf)
        for at, cells in enumerate(make_cells(self._plan, self._rng)):
            self._trade(cells)
            self._log_until(self._plan.start_s + (at + 1) * DAY_S)
            yield self._cases.count
        self._cases.care.finish()
        self._sink.add(*self._numbers.counters())
        self._sink.flush()

    def _trade(self, cells: list[Cell]) -> None:
        """Place a day's orders of all stores in the order of time."""
        sold = [pair for cell in cells for pair in self._sold(cell)]
        for sold_one, comes_back in sorted(sold, key=lambda pair: pair[0].ordered_s):
            refused = comes_back and self._rng.random() < _REFUSED
            sale = sold_one._replace(is_refused=refused)
            placed = self._orders.place(sale, comes_back=comes_back)
            if comes_back:
                asked_s = self._asked(sale)
                heapq.heappush(self._waiting, (asked_s, placed.id, placed))
            else:
                self._cases.care.see(placed)

    def _sold(self, cell: Cell) -> list[tuple[Sale, bool]]:
        """Return a store's sales of one day, each with whether it comes back."""
        sales = [self._sell(cell.store, at) for at in sorted(self._tills[cell.store].times(cell))]
        back = set(
            heapq.nlargest(
                cell.returns,
                range(len(sales)),
                key=lambda i: self._rng.random() ** (1 / self._trouble(sales[i])),
            )
        )
        end_s = self._plan.end_s
        return [(s.hurried(end_s) if i in back else s, i in back) for i, s in enumerate(sales)]

    def _trouble(self, sale: Sale) -> float:
        """Return how likely a sale comes back, against 1 for a plain order."""
        return sale.trouble * trouble_with(sale.courier, self._plan.end_s - sale.delivered_s)

    def _sell(self, store: int, at: int) -> Sale:
        buyer, rows = self._crowd.come(store, at)
        self._sink.add(*rows)
        return self._tills[store].sell(at, buyer)

    def _asked(self, sale: Sale) -> int:
        """Return when the buyer asks to return: after the parcel, before the end."""
        code = sale.store.draft.policy
        days = self._rng.expovariate(1 / _ASKED_AFTER_DAYS[code])
        latest = POLICIES[code].window_days * _LATEST_PART_OF_WINDOW
        after_s = 1800 + int(min(days, latest) * DAY_S)
        left_s = self._plan.end_s - sale.delivered_s
        if after_s >= left_s:
            after_s = int(left_s * self._rng.uniform(0.1, 0.95))
        return sale.delivered_s + after_s

    def _log_until(self, moment_s: int) -> None:
        """Log the returns that were asked for before a moment, oldest first."""
        while self._waiting and self._waiting[0][0] < moment_s:
            asked_s, _order_id, placed = heapq.heappop(self._waiting)
            rank = self._plan.cases - 1 - self._cases.count
            self._cases.log(self._claims.draw(placed, asked_s, rank))
        self._cases.care.log_until(moment_s)


def _products() -> list[ProductRow]:
    goods = [(shop_id, goods) for shop_id, store in enumerate(STORES, 1) for goods in store.goods]
    return [
        ProductRow(i, shop_id, article.sku, article.sku, article.title, article.category)
        for i, (shop_id, article) in enumerate(goods, 1)
    ]
