"""Goods that go out again: each settled return of some remedies opens a reshipment."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from shopdesk.rules.money import share_minor
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.reshipments import REASON_OF_REMEDY
from shopdesk.sample.claims import Claim
from shopdesk.sample.journeys import Journey, Traveller
from shopdesk.sample.sales import Item, Sale
from shopdesk.sample.stores import OWN_NAMES
from shopdesk.sample.voices import WAITS as WAIT_NOTES
from shopdesk.sample.waybills import make_waybill

_HOUR_S = 3600
_PACKED_HOURS = (0.5, 20.0)
_SENT_HOURS = (1.0, 30.0)
_STILL_HERE = 0.6

WAITS = "waits"
"""The fate of goods that are not there to be packed."""


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
    waybill: str = ""
    packed_s: int | None = None
    sent_s: int | None = None
    journey: Journey = Journey()
    wait_note: str = ""

    @property
    def courier_name(self) -> str:
        """What the parcel keeps of a courier that is no preset."""
        return OWN_NAMES.get(self.courier, "")

    @property
    def sent_values(self) -> dict[str, str]:
        """What the timeline keeps of its sending."""
        own = {"courier": self.courier, "courier_name": self.courier_name}
        return {**own, "waybill": self.waybill}

    @property
    def state(self) -> str:
        """Its state, a key of rules.reshipments.STATES."""
        if self.sent_s is not None:
            return self.journey.state
        return "to_pack" if self.packed_s is None else "packed"

    @property
    def closed_s(self) -> int | None:
        """When nothing more was to be done."""
        journey = self.journey
        return journey.dealt_s or journey.confirmed_s or journey.delivered_s


class Packer:
    """Draws the ways out of returns; nothing is done after `end_s`."""

    def __init__(self, rng: Random, end_s: int) -> None:
        self._rng = rng
        self._end_s = end_s
        self._traveller = Traveller(rng, end_s)

    def sent_anew(self, sale: Sale, opened: int, reason: str, fate: str = "") -> WayOut:
        """Return the goods of a sale going out once more; what is waited for has no packing."""
        lines = tuple(
            GoodsOut(item.goods.title, 1, item, item.variant, item.paid_minor // item.quantity)
            for item in sale.items[:1]
        )
        courier = self._rng.choice(tuple(sale.store.couriers))
        found = WayOut(reason, opened, lines, courier)
        if fate == WAITS:
            return found._replace(wait_note=self._rng.choice(WAIT_NOTES[sale.store.speech]))
        packed = self._until(opened, _PACKED_HOURS)
        return self._sent(found, packed, self._until(packed, _SENT_HOURS), sale.store.speech, fate)

    def _sent(
        self, found: WayOut, packed: int | None, sent: int | None, speech: str, fate: str = ""
    ) -> WayOut:
        if sent is None:
            return found._replace(packed_s=packed)
        return found._replace(
            packed_s=packed,
            sent_s=sent,
            waybill=make_waybill(self._rng, found.courier),
            journey=self._traveller.travel(sent, speech, fate),
        )

    def way_out(self, claim: Claim) -> WayOut | None:
        """Return what a return's settlement opens, if anything goes out."""
        opened, story = claim.story.settled_at, claim.story
        lines = tuple(_lines(claim))
        if opened is None or not lines:
            return None
        packed, sent = self._on_its_way(opened, story.at("close"))
        courier = self._rng.choice(tuple(claim.sale.store.couriers))
        in_place = REMEDIES[story.remedy].goods_out and not story.goes_back
        reason = REASON_OF_REMEDY[story.remedy] if in_place else "send_back"
        found = WayOut(reason, opened, lines, courier)
        return self._sent(found, packed, sent, claim.sale.store.speech)

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
