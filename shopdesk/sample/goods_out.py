"""Goods that go out again: each settled return of some remedies opens a reshipment."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.money import share_minor
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.reshipments import REASON_OF_REMEDY, STATES
from shopdesk.sample.claims import Claim
from shopdesk.sample.clocks import Ran
from shopdesk.sample.policies import due_s
from shopdesk.sample.sales import Item
from shopdesk.sample.waybills import make_waybill

_HOUR_S = 3600
_PACKED_HOURS = (0.5, 20.0)
_SENT_HOURS = (1.0, 30.0)
_STILL_HERE = 0.6
_TRANSIT_HOURS = (26.0, 120.0)


class GoodsOut(NamedTuple):
    """One line that goes out; `price_minor` is for all its units."""

    title: str
    quantity: int
    item: Item | None = None
    variant: str = ""
    price_minor: int = 0


class WayOut(NamedTuple):
    """A reshipment, as far as it has come; times are None for what is still to be done."""

    reason: str
    opened_s: int
    lines: tuple[GoodsOut, ...]
    courier: str
    waybill: str
    packed_s: int | None
    sent_s: int | None
    delivered_s: int | None

    @property
    def state(self) -> str:
        """Its state, a key of rules.reshipments.STATES."""
        if self.delivered_s is not None:
            return "delivered"
        if self.sent_s is not None:
            return "sent"
        return "to_pack" if self.packed_s is None else "packed"

    def clocks(self, timing: Timing) -> Iterator[Ran]:
        """Yield its clocks in the order of their start."""
        yield _clock("reship", timing, self.opened_s, self.sent_s)
        if self.sent_s is not None:
            yield _clock("arrive", timing, self.sent_s, self.delivered_s)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return STATES[self.state].is_open


class Packer:
    """Draws the ways out of returns; nothing is done after `end_s`."""

    def __init__(self, rng: Random, end_s: int) -> None:
        self._rng = rng
        self._end_s = end_s

    def way_out(self, claim: Claim) -> WayOut | None:
        """Return what a return's settlement opens, if anything goes out."""
        opened, story = claim.story.settled_at, claim.story
        lines = tuple(_lines(claim))
        if opened is None or not lines:
            return None
        packed, sent = self._on_its_way(opened, story.at("close"))
        courier = self._rng.choice(tuple(claim.sale.store.couriers))
        in_place = REMEDIES[story.remedy].goods_out and not story.goes_back
        return WayOut(
            reason=REASON_OF_REMEDY[story.remedy] if in_place else "send_back",
            opened_s=opened,
            lines=lines,
            courier=courier,
            waybill=make_waybill(self._rng, courier) if sent else "",
            packed_s=packed,
            sent_s=sent,
            delivered_s=self._until(sent, _TRANSIT_HOURS),
        )

    def _on_its_way(self, opened: int, closed: int | None) -> tuple[int | None, int | None]:
        """Return when it was packed and sent: before its return is closed, if it is."""
        if closed is not None:
            packed = self._rng.randint(opened, closed)
            return packed, self._rng.randint(packed, closed)
        packed_s = self._until(opened, _PACKED_HOURS)
        waits = self._rng.random() < _STILL_HERE
        return packed_s, None if waits else self._until(packed_s, _SENT_HOURS)

    def _until(self, before: int | None, hours: tuple[float, float]) -> int | None:
        if before is None:
            return None
        at = before + int(self._rng.uniform(*hours) * _HOUR_S)
        return at if at < self._end_s else None


def _lines(claim: Claim) -> Iterator[GoodsOut]:
    if claim.story.goes_back:
        yield from _sent_back(claim)
    elif REMEDIES[claim.story.remedy].goods_out:
        yield from _in_place(claim)
    for item in claim.findings:
        if item.line_id is None and item.disposition == "to_buyer":
            yield GoodsOut(item.title, item.quantity)


def _sent_back(claim: Claim) -> Iterator[GoodsOut]:
    for found in claim.findings:
        if found.line_id is not None and found.quantity:
            item = claim.lines[found.line_id].item
            yield GoodsOut(item.goods.title, found.quantity, item, item.variant)


def _in_place(claim: Claim) -> Iterator[GoodsOut]:
    """Yield what replaces the goods; only what is exchanged has a price."""
    priced = claim.story.remedy == "exchange"
    difference = sum(r.collected_minor - r.goods_minor for r in claim.settlement.refunds)
    prices = share_minor(difference, [line.value_minor for line in claim.lines])
    for line, more in zip(claim.lines, prices, strict=True):
        price = line.value_minor + more if priced else 0
        variant = claim.wanted or line.item.variant
        yield GoodsOut(line.item.goods.title, line.quantity, line.item, variant, price)


def _clock(code: str, timing: Timing, started: int, ended: int | None) -> Ran:
    due = due_s(code, timing, started)
    if ended is None:
        return Ran(code, started, due)
    return Ran(code, started, due, "policy", ended, "missed" if ended > due else "met")
