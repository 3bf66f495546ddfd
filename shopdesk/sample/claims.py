"""Returns as they are drawn: what comes back of a sale, why, how it went and what was paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.remedies import REMEDIES
from shopdesk.sample.advice import Judged, judge_sale
from shopdesk.sample.orders import Placed
from shopdesk.sample.plan import Plan
from shopdesk.sample.policies import PolicyBook, Version
from shopdesk.sample.sales import Item, Sale
from shopdesk.sample.stores import BREAKER
from shopdesk.sample.stories import Story, StoryTeller, open_state

_WHOLE_ORDER = 0.12
_ALL_UNITS = 0.7
_NO_ORDER = 0.01

# The part of the goods' value that goes back where the buyer keeps them, in per cent.
_KEPT_PERCENT: Mapping[str, tuple[int, ...]] = {
    "missing_parts": (20, 30, 40),
    "damaged_in_transit": (30, 50, 100),
    "not_received": (100,),
}
_USUAL_KEPT_PERCENT = (30, 50)


class Back(NamedTuple):
    """Goods that come back: their place in the order, units, and what was paid for these."""

    place: int
    item: Item
    quantity: int
    value_minor: int


class Refund(NamedTuple):
    """What was given back, in minor units."""

    goods_minor: int = 0
    freight_minor: int = 0

    @property
    def minor(self) -> int:
        """Goods and freight together."""
        return self.goods_minor + self.freight_minor


@dataclass(frozen=True, slots=True)
class Claim:
    """One return, drawn whole; without `has_order` the desk never found the sale."""

    placed: Placed
    opened_s: int
    has_order: bool
    lines: tuple[Back, ...]
    version: Version
    judged: Judged
    story: Story
    refund: Refund
    owner: str

    @property
    def sale(self) -> Sale:
        """The sale that comes back."""
        return self.placed.sale

    @property
    def timing(self) -> Timing:
        """What its clocks are set by."""
        return self.version.timing

    @property
    def amount_minor(self) -> int:
        """What was refunded, or before the settlement what the goods are worth."""
        if self.story.is_settled:
            return self.refund.minor
        return sum(line.value_minor for line in self.lines)


class ClaimDrawer:
    """Draws what becomes of a sale that comes back."""

    def __init__(self, rng: Random, plan: Plan, policies: PolicyBook) -> None:
        self._rng = rng
        self._stories = StoryTeller(rng, plan.end_s)
        self._open_cases = plan.open_cases
        self._policies = policies

    def draw(self, placed: Placed, opened_s: int, rank: int) -> Claim:
        """Return the return that is `rank` from the newest one, asked for at `opened_s`."""
        sale = placed.sale
        state = open_state(rank, self._open_cases)
        lines = self._lines(sale)
        breaks = sale.courier == BREAKER
        reason = self._stories.reason(lines[0].item.goods, breaks_more=breaks, state=state)
        remedy = self._stories.remedy(reason, state)
        has_order = self._rng.random() >= _NO_ORDER
        items = [line.item for line in lines]
        version = self._policies.at(sale.store_id, opened_s)
        timing = version.timing
        judged = judge_sale(sale, items, reason, opened_s, timing, has_order=has_order)
        fate = state or self._stories.fate(judged.verdict)
        story = self._stories.tell(reason, remedy, fate, opened_s, timing)
        return Claim(
            placed=placed,
            opened_s=opened_s,
            has_order=has_order,
            lines=lines,
            version=version,
            judged=judged,
            story=story,
            refund=self._refund(sale, lines, story, judged),
            owner=self._rng.choice(sale.store.people),
        )

    def _lines(self, sale: Sale) -> tuple[Back, ...]:
        """Return what comes back: mostly the article that gives the most trouble."""
        rng = self._rng
        places = range(len(sale.items))
        if rng.random() >= _WHOLE_ORDER:
            places = range(*self._troublesome(sale))
        return tuple(self._line(place, sale.items[place]) for place in places)

    def _troublesome(self, sale: Sale) -> tuple[int, int]:
        weights = [item.goods.trouble for item in sale.items]
        place = self._rng.choices(range(len(weights)), weights)[0]
        return place, place + 1

    def _line(self, place: int, item: Item) -> Back:
        units = item.quantity
        if units > 1 and self._rng.random() >= _ALL_UNITS:
            units = self._rng.randint(1, units - 1)
        return Back(place, item, units, item.paid_minor * units // item.quantity)

    def _refund(self, sale: Sale, lines: tuple[Back, ...], story: Story, judged: Judged) -> Refund:
        """Return what was paid back by the settlement, never more than the order's payment."""
        if not story.is_settled:
            return Refund()
        goods = 0
        if REMEDIES[story.remedy].money_back:
            goods = sum(line.value_minor for line in lines)
            if not story.goods_back:
                shares = _KEPT_PERCENT.get(story.reason, _USUAL_KEPT_PERCENT)
                goods = goods * self._rng.choice(shares) // 100
        back_at_our_cost = story.goods_back and judged.freight_payer == "seller"
        freight = sale.store.way_back_minor if back_at_our_cost else 0
        return Refund(goods, min(freight, sale.money.paid - goods))
