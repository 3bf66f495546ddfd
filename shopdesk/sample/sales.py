"""Orders: what a buyer took, what it cost, who carried it and when."""

from itertools import accumulate
from random import Random
from typing import NamedTuple

from shopdesk.rules.money import share_minor
from shopdesk.sample.buyers import Buyer
from shopdesk.sample.goods import Goods
from shopdesk.sample.plan import DAY_S, Cell
from shopdesk.sample.seasons import hour_weights
from shopdesk.sample.stores import BREAKER, STORES, Store

_LINE_COUNTS = (1, 1, 1, 1, 1, 1, 2, 2, 3)
_QUANTITIES = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3)
_DISCOUNTS_PERCENT = (0, 0, 0, 5, 10)
_PACKING_S = (2 * 3600, 30 * 3600)
_BREAKER_TROUBLE = 2.5


class Item(NamedTuple):
    """Goods in a basket; `paid_minor` is what was paid for all its units."""

    goods: Goods
    product_id: int
    variant: str
    quantity: int
    paid_minor: int = 0


class Back(NamedTuple):
    """Goods that come back: their place in the order, units, and what was paid for these."""

    place: int
    item: Item
    quantity: int
    value_minor: int


class Money(NamedTuple):
    """An order's amounts in minor units."""

    goods: int
    discount: int
    freight: int
    tax: int

    @property
    def paid(self) -> int:
        """What the buyer paid in all."""
        return self.goods - self.discount + self.freight + self.tax


class Sale(NamedTuple):
    """An order with the times that it would have if nothing came between."""

    store_id: int
    buyer: Buyer
    items: tuple[Item, ...]
    money: Money
    courier: str
    ordered_s: int
    paid_s: int
    sent_s: int
    delivered_s: int
    is_refused: bool = False
    """Whether the buyer would not take the parcel, so that it came back by itself."""

    @property
    def store(self) -> Store:
        """The store that sold it."""
        return STORES[self.store_id - 1]

    @property
    def trouble(self) -> float:
        """How likely it comes back, against 1 for a plain order."""
        worst = max(item.goods.trouble for item in self.items)
        return worst * (_BREAKER_TROUBLE if self.courier == BREAKER else 1.0)

    def hurried(self, end_s: int) -> "Sale":
        """Return the sale with a parcel that arrives well before the end."""
        left = end_s - self.ordered_s
        return self._replace(
            sent_s=min(self.sent_s, self.ordered_s + left // 4),
            delivered_s=min(self.delivered_s, self.ordered_s + left // 2),
        )


class Till:
    """One store's till: draws baskets, couriers and times by the store's tables."""

    def __init__(self, store_index: int, rng: Random) -> None:
        self.index = store_index
        self.store = STORES[store_index]
        self._rng = rng
        self._first_product = 1 + sum(len(store.goods) for store in STORES[:store_index])
        self._articles = range(len(self.store.goods))
        self._shares = list(accumulate(goods.share for goods in self.store.goods))
        self._couriers = list(self.store.couriers)
        self._courier_shares = list(accumulate(self.store.couriers.values()))
        self._hours = list(accumulate(hour_weights(self.store)))

    def times(self, cell: Cell) -> list[int]:
        """Return when the orders of a day were placed, as seconds since 1970, in no order."""
        rng = self._rng
        hours = rng.choices(range(24), cum_weights=self._hours, k=cell.orders)
        return [cell.starts + hour * 3600 + int(rng.random() * 3600) for hour in hours]

    def sell(self, at: int, buyer: Buyer) -> Sale:
        """Return an order placed at a time."""
        rng = self._rng
        basket = self._basket()
        money = self._money(basket)
        paid_s = at + 20 + int(rng.random() * 240)
        sent_s = paid_s + int(rng.uniform(*_PACKING_S))
        return Sale(
            store_id=self.index + 1,
            buyer=buyer,
            items=_priced(basket, money),
            money=money,
            courier=rng.choices(self._couriers, cum_weights=self._courier_shares)[0],
            ordered_s=at,
            paid_s=paid_s,
            sent_s=sent_s,
            delivered_s=sent_s + int(rng.uniform(*self.store.transit_days) * DAY_S),
        )

    def _basket(self) -> list[Item]:
        rng = self._rng
        kinds = rng.choice(_LINE_COUNTS)
        wanted = rng.choices(self._articles, cum_weights=self._shares, k=kinds)
        return [self._item(article) for article in dict.fromkeys(wanted)]

    def _item(self, article: int) -> Item:
        goods = self.store.goods[article]
        rng = self._rng
        product_id = self._first_product + article
        return Item(goods, product_id, rng.choice(goods.variants), rng.choice(_QUANTITIES))

    def _money(self, basket: list[Item]) -> Money:
        store = self.store
        goods = sum(item.goods.price_minor * item.quantity for item in basket)
        discount = goods * self._rng.choice(_DISCOUNTS_PERCENT) // 100
        freight = store.freight_minor if goods < store.free_from_minor else 0
        tax = (goods - discount) * store.tax_percent // 100
        return Money(goods, discount, freight, tax)


def _priced(basket: list[Item], money: Money) -> tuple[Item, ...]:
    """Share what was paid for goods out over the lines."""
    weights = [item.goods.price_minor * item.quantity for item in basket]
    shares = share_minor(money.paid - money.freight, weights)
    return tuple(
        item._replace(paid_minor=share) for item, share in zip(basket, shares, strict=True)
    )
