"""What a settled return moved: refunds, the ledger's costs, and who bears them."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from shopdesk.rules.costs import cost_of
from shopdesk.rules.inspecting import Paid, written_off_minor
from shopdesk.rules.liability import amounts_of, suggested_party
from shopdesk.rules.money import share_minor, value_of_units
from shopdesk.rules.remedies import REMEDIES
from shopdesk.sample.inspections import Found
from shopdesk.sample.notes import DEDUCTIONS
from shopdesk.sample.plan import DAY_S
from shopdesk.sample.sales import Back, Sale
from shopdesk.sample.stories import Story

_DEDUCTED = 0.5
_DEDUCTED_PERCENT = (10, 15, 20, 30)
_FREIGHT_LATER = 0.15
_INDEMNIFIED = 0.6
_INSURED = 0.15
_COMPENSATED = 0.03
_DEARER, _CHEAPER = 0.12, 0.08
_DIFFERENCE_PERCENT = 15
_CONFIRMED = 0.85
_SHARED = 0.12
_SHARED_PERCENT = (50, 60, 70, 80)
_LATER_DAYS = 9
_USED = frozenset({"opened", "used"})

# The part of the goods' value that goes back where the buyer keeps them, in per cent.
_KEPT_PERCENT: Mapping[str, tuple[int, ...]] = {
    "missing_parts": (20, 30, 40),
    "damaged_in_transit": (30, 50, 100),
    "not_received": (100,),
}
_USUAL_KEPT_PERCENT = (30, 50)


class PaidBack(NamedTuple):
    """Money that moved at one time, in minor units; `deduction_minor` is not in the goods'."""

    at: int
    goods_minor: int = 0
    freight_minor: int = 0
    deduction_minor: int = 0
    deduction_reason: str = ""
    collected_minor: int = 0

    @property
    def refunded_minor(self) -> int:
        """What the buyer got."""
        return self.goods_minor + self.freight_minor


class Cost(NamedTuple):
    """One entry of the ledger; `found` is the place of the item that was written off."""

    at: int
    kind: str
    amount_minor: int
    found: int | None = None


class Share(NamedTuple):
    """A party's part in the cost; without `confirmed_s` it is the reason's suggestion."""

    party: str
    percent: int
    amount_minor: int
    confirmed_s: int | None = None


class Settlement(NamedTuple):
    """All the money of a return, up to where it stands; `lines` are the lines' shares of goods."""

    refunds: tuple[PaidBack, ...] = ()
    costs: tuple[Cost, ...] = ()
    shares: tuple[Share, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def goods_minor(self) -> int:
        """What went back for the goods."""
        return sum(refund.goods_minor for refund in self.refunds)

    @property
    def refunded_minor(self) -> int:
        """What went back to the buyer in all."""
        return sum(refund.refunded_minor for refund in self.refunds)

    @property
    def cost_minor(self) -> int:
        """What it cost the shop."""
        return _cost(self.refunds, self.costs)


class Work(NamedTuple):
    """What a settlement is worked out from."""

    sale: Sale
    lines: Sequence[Back]
    story: Story
    freight_payer: str
    findings: Sequence[Found]

    @property
    def accepted(self) -> list[int]:
        """What was paid for the units of each line that the shop takes back, or lets be kept."""
        if not self.story.goods_back or self.story.at("inspect") is None:
            return [line.value_minor for line in self.lines]
        units = [0] * len(self.lines)
        for item in self.findings:
            if item.line_id is not None:
                units[item.line_id] += item.quantity
        return [
            value_of_units(line.value_minor, line.quantity, here)
            for line, here in zip(self.lines, units, strict=True)
        ]


class Cashier:
    """Draws the money of returns; nothing is booked after `end_s`."""

    def __init__(self, rng: Random, end_s: int) -> None:
        self._rng = rng
        self._end_s = end_s

    def settle(self, work: Work) -> Settlement:
        """Return all that moved, within what the buyer had paid for the order."""
        refunds = tuple(self._refunds(work)) if work.story.is_settled else ()
        costs = tuple(self._costs(work, refunds))
        shares = tuple(self._shares(work.story, _cost(refunds, costs)))
        weights = work.accepted if any(work.accepted) else [b.value_minor for b in work.lines]
        goods = sum(refund.goods_minor for refund in refunds)
        return Settlement(refunds, costs, shares, tuple(share_minor(goods, weights)))

    def _refunds(self, work: Work) -> Iterator[PaidBack]:
        settled = work.story.settled_at or 0
        if work.story.remedy == "exchange":
            yield from self._difference(work, settled)
        if not REMEDIES[work.story.remedy].money_back or work.story.goes_back:
            return
        first = self._first(work, settled)
        later = self._later(settled) if self._rng.random() < _FREIGHT_LATER else settled
        if later > settled and first.goods_minor and first.freight_minor:
            yield first._replace(freight_minor=0)
            yield PaidBack(later, freight_minor=first.freight_minor)
        elif first.refunded_minor:
            yield first

    def _first(self, work: Work, settled: int) -> PaidBack:
        goods = sum(work.accepted)
        if not work.story.goods_back:
            shares = _KEPT_PERCENT.get(work.story.reason, _USUAL_KEPT_PERCENT)
            goods = goods * self._rng.choice(shares) // 100
        freight = self._freight_back(work) if goods else 0
        plain = PaidBack(settled, goods, min(freight, work.sale.money.paid - goods))
        worn = any(item.condition in _USED for item in work.findings)
        return self._deducted(plain, work) if worn and self._rng.random() < _DEDUCTED else plain

    def _freight_back(self, work: Work) -> int:
        at_our_cost = work.story.goods_back and work.freight_payer == "seller"
        sent_by_buyer = work.story.at("send") is not None and not work.story.has_label
        return work.sale.store.way_back_minor if at_our_cost and sent_by_buyer else 0

    def _deducted(self, plain: PaidBack, work: Work) -> PaidBack:
        kept = plain.goods_minor * self._rng.choice(_DEDUCTED_PERCENT) // 100
        if not kept:
            return plain
        reason = self._rng.choice(DEDUCTIONS[work.sale.store.speech])
        goods = plain.goods_minor - kept
        return plain._replace(goods_minor=goods, deduction_minor=kept, deduction_reason=reason)

    def _difference(self, work: Work, settled: int) -> Iterator[PaidBack]:
        """Yield what a dearer or a cheaper replacement moves."""
        difference = sum(work.accepted) * _DIFFERENCE_PERCENT // 100
        drawn = self._rng.random()
        if difference and drawn < _DEARER:
            yield PaidBack(settled, collected_minor=difference)
        elif difference and drawn < _DEARER + _CHEAPER:
            yield PaidBack(settled, goods_minor=difference)

    def _costs(self, work: Work, refunds: Sequence[PaidBack]) -> Iterator[Cost]:
        yield from _written_off(work)
        settled = work.story.settled_at
        if settled is None:
            return
        rng, freight = self._rng, work.sale.store.way_back_minor
        if work.story.at("send") is not None and work.freight_payer == "seller":
            if work.story.has_label:
                yield Cost(settled, "freight_back", freight)
        elif work.story.at("send") is not None and rng.random() < _INSURED:
            yield Cost(self._later(settled), "freight_insurance", freight // 2)
        if rng.random() < _COMPENSATED:
            yield Cost(self._later(settled), "compensation", freight)
        if work.story.reason in {"damaged_in_transit", "not_received"}:
            lost = sum(refund.goods_minor for refund in refunds)
            if lost and rng.random() < _INDEMNIFIED:
                yield Cost(self._later(settled), "courier_indemnity", lost // 2)

    def _shares(self, story: Story, cost_minor: int) -> Iterator[Share]:
        usual, settled = suggested_party(story.reason), story.settled_at
        percents = {usual: 100}
        confirmed = None
        if settled is not None and self._rng.random() < _CONFIRMED:
            confirmed = self._later(settled)
            if self._rng.random() < _SHARED:
                first = self._rng.choice(_SHARED_PERCENT)
                percents = {usual: first, "service" if usual != "service" else "buyer": 100 - first}
        for party, amount in amounts_of(cost_minor, percents).items():
            yield Share(party, percents[party], amount, confirmed)

    def _later(self, settled: int) -> int:
        """Return a time after the settlement and before the end."""
        latest = min(self._end_s - 1, settled + _LATER_DAYS * DAY_S)
        return settled + int((latest - settled) * self._rng.random())


def _written_off(work: Work) -> Iterator[Cost]:
    paid = {at: Paid(line.quantity, line.value_minor) for at, line in enumerate(work.lines)}
    inspected = work.story.at("inspect")
    if inspected is not None and not work.story.goes_back:
        for at, amount in enumerate(written_off_minor(paid, work.findings)):
            if amount:
                yield Cost(inspected, "written_off", amount, at)


def _cost(refunds: Sequence[PaidBack], costs: Sequence[Cost]) -> int:
    return cost_of(
        sum(refund.refunded_minor for refund in refunds),
        sum(refund.collected_minor for refund in refunds),
        [(cost.kind, cost.amount_minor) for cost in costs],
    )
