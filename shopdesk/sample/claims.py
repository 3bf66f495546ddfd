"""Returns as they are drawn: what comes back of a sale, why, how it went and what was paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from shopdesk.rules.clocks import Timing
from shopdesk.sample.advice import Judged, judge_sale
from shopdesk.sample.bad_week import DAMAGED, breakage, breaks_all
from shopdesk.sample.inspections import Found, inspect, look_at_some
from shopdesk.sample.notes import PARTS
from shopdesk.sample.orders import Placed
from shopdesk.sample.plan import Plan
from shopdesk.sample.policies import PolicyBook, Version
from shopdesk.sample.sales import Back, Item, Sale
from shopdesk.sample.settlements import Cashier, Settlement, Work
from shopdesk.sample.stories import NOT_ACCEPTED, Story, StoryTeller, open_state

_WHOLE_ORDER = 0.12
_ALL_UNITS = 0.7
_NO_ORDER = 0.01
_AT_THE_DESK = frozenset({"arrived", "inspected", "settled"})

# What the buyer answers to "what would you like instead?", by remedy.
_ASKED_FOR: Mapping[str, float] = {"exchange": 0.9, "missing_part": 1.0}


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
    wanted: str
    findings: tuple[Found, ...]
    settlement: Settlement
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
            return self.settlement.refunded_minor
        return sum(line.value_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known when a buyer asks."""

    sale: Sale
    lines: tuple[Back, ...]
    opened_s: int
    version: Version
    has_order: bool


class ClaimDrawer:
    """Draws what becomes of a sale that comes back."""

    def __init__(self, rng: Random, plan: Plan, policies: PolicyBook) -> None:
        self._rng = rng
        self._stories = StoryTeller(rng, plan.end_s)
        self._cashier = Cashier(rng, plan.end_s)
        self._open_cases = plan.open_cases
        self._end_s = plan.end_s
        self._policies = policies

    def draw(self, placed: Placed, opened_s: int, rank: int) -> Claim:
        """Return the return that is `rank` from the newest one, asked for at `opened_s`."""
        sale, rng = placed.sale, self._rng
        version = self._policies.at(sale.store_id, opened_s)
        lines = self._lines(sale)
        has_order = sale.is_refused or rng.random() >= _NO_ORDER
        asked = Asked(sale, lines, opened_s, version, has_order=has_order)
        judged, story = self._story(asked, rank)
        findings = self._findings(story, lines, sale.store.speech)
        work = Work(sale, lines, story, judged.freight_payer, findings)
        return Claim(
            placed=placed,
            opened_s=opened_s,
            has_order=has_order,
            lines=lines,
            version=version,
            judged=judged,
            story=story,
            wanted=self._wanted(story.remedy, lines[0].item, sale.store.speech),
            findings=findings,
            settlement=self._cashier.settle(work),
            owner=rng.choice(sale.store.people),
        )

    def _story(self, asked: Asked, rank: int) -> tuple[Judged, Story]:
        state = self._state(asked.sale, rank)
        reason, remedy = self._wish(asked, state)
        timing = asked.version.timing
        judged = judge_sale(
            asked.sale,
            [line.item for line in asked.lines],
            reason,
            asked.opened_s,
            timing,
            has_order=asked.has_order,
        )
        fate = state or self._stories.fate(judged.verdict, reason)
        return judged, self._stories.tell(reason, remedy, fate, asked.opened_s, timing)

    def _state(self, sale: Sale, rank: int) -> str | None:
        """Return the state to be reached; a parcel that came back by itself is at the desk."""
        state = open_state(rank, self._open_cases)
        return "arrived" if sale.is_refused and state and state not in _AT_THE_DESK else state

    def _wish(self, asked: Asked, state: str | None) -> tuple[str, str]:
        sale = asked.sale
        if sale.is_refused:
            return NOT_ACCEPTED, "refund"
        if breaks_all(sale.courier, self._end_s - asked.opened_s):
            reason = DAMAGED
        else:
            goods = asked.lines[0].item.goods
            breaks = breakage(sale.courier, self._end_s - asked.opened_s)
            reason = self._stories.reason(goods, breaks=breaks, state=state)
        return reason, self._stories.remedy(reason, state)

    def _wanted(self, remedy: str, item: Item, speech: str) -> str:
        if self._rng.random() >= _ASKED_FOR.get(remedy, 0):
            return ""
        if remedy == "missing_part":
            return self._rng.choice(PARTS[speech])
        others = [variant for variant in item.goods.variants if variant != item.variant]
        return self._rng.choice(others) if others else ""

    def _findings(self, story: Story, lines: tuple[Back, ...], speech: str) -> tuple[Found, ...]:
        if story.at("inspect") is None:
            if story.state != "arrived":
                return ()
            return look_at_some(self._rng, story.reason, lines)
        found = inspect(self._rng, story.reason, lines, speech)
        if not story.goes_back:
            return found
        return tuple(i._replace(disposition="to_buyer") if i.quantity else i for i in found)

    def _lines(self, sale: Sale) -> tuple[Back, ...]:
        """Return what comes back: mostly the article that gives the most trouble."""
        rng = self._rng
        places = range(len(sale.items))
        if not sale.is_refused and rng.random() >= _WHOLE_ORDER:
            places = range(*self._troublesome(sale))
        return tuple(self._line(place, sale) for place in places)

    def _troublesome(self, sale: Sale) -> tuple[int, int]:
        weights = [item.goods.trouble for item in sale.items]
        place = self._rng.choices(range(len(weights)), weights)[0]
        return place, place + 1

    def _line(self, place: int, sale: Sale) -> Back:
        item = sale.items[place]
        units = item.quantity
        if units > 1 and not sale.is_refused and self._rng.random() >= _ALL_UNITS:
            units = self._rng.randint(1, units - 1)
        return Back(place, item, units, item.paid_minor * units // item.quantity)
