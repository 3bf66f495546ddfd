"""Rows of a reshipment: its case, recipient, goods, parcel and what its courier says of it."""

from collections.abc import Iterator, Mapping
from random import Random

from shopdesk.rules.costs import cost_of
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.reshipments import GOODS_LOST, LIABLE
from shopdesk.rules.zones import zone_of
from shopdesk.sample.care import Caller
from shopdesk.sample.care_rows import EventRow
from shopdesk.sample.case_rows import (
    CaseRow,
    ClockRow,
    CostEntryRow,
    LiabilityRow,
    ReshipmentLineRow,
    ReshipmentRow,
    TimelineRow,
)
from shopdesk.sample.demands import Demand, Demands
from shopdesk.sample.goods_out import GoodsOut, WayOut
from shopdesk.sample.matters import Matter
from shopdesk.sample.moves import clocks_of
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.printed import printed
from shopdesk.sample.rows import ParcelRow
from shopdesk.sample.sales import Sale
from shopdesk.sample.tables import Row
from shopdesk.sample.voices import DEALT

_SOURCE = "pasted"


class Shipper:
    """Writes ways out down; `courier_ids` are by code."""

    def __init__(
        self, rng: Random, numbers: Numbers, caller: Caller, courier_ids: Mapping[str, int]
    ) -> None:
        self._rng = rng
        self._numbers = numbers
        self._caller = caller
        self._demands = Demands(rng, numbers, caller)
        self._courier_ids = courier_ids

    def ship(
        self, matter: Matter, sale: Sale, way_out: WayOut, origin: tuple[str, str]
    ) -> Iterator[Row]:
        """Yield all rows of a reshipment that has its id and number.

        `origin` is the kind and number of what it is for: return, complaint or order.
        """
        kind, number = origin
        place = self._reshipment(matter, sale, way_out)
        region = sale.store.draft.region
        clocks = list(clocks_of(way_out, matter.timing, place.zone, region))
        parcel = self._parcel(matter, way_out)
        demand = self._demands.draw(matter, way_out, parcel) if parcel else None
        costs = list(_costs(matter, sale, way_out, demand, is_own=kind != "return"))
        case = matter.case._replace(
            state=way_out.state,
            due_at=clocks[-1].due_s if clocks[-1].ended_s is None else None,
            due_clock=clocks[-1].code if clocks[-1].ended_s is None else "",
            closed_at=way_out.closed_s,
            cost_minor=cost_of(0, 0, [(entry.kind, entry.amount_minor) for entry in costs]),
        )
        yield case
        yield place
        yield from (_line(case, n, line) for n, line in enumerate(way_out.lines))
        yield from (ClockRow(case.id, *clock) for clock in clocks)
        yield from costs
        party = LIABLE.get(way_out.reason) if kind != "return" else None
        if party:
            yield LiabilityRow(case.id, party, 100, case.cost_minor, None, "")
        if parcel:
            yield parcel
            yield from _events(matter, parcel, way_out)
        yield from self._told(matter, way_out, kind, number)
        if demand:
            yield from demand.rows
        delivered = way_out.journey.delivered_s
        if delivered is not None:
            yield from self._caller.after(matter, "delivered", delivered)

    def _reshipment(self, matter: Matter, sale: Sale, way_out: WayOut) -> ReshipmentRow:
        buyer, known = sale.buyer, matter.case.order_id is not None
        address, country = (buyer.address, buyer.country) if known else ("", "")
        draft = sale.store.draft
        return ReshipmentRow(
            id=matter.case.id,
            reason=way_out.reason,
            recipient=buyer.name,
            phone=buyer.phone,
            address=address,
            postcode=buyer.postcode if known else "",
            country=country,
            packed_at=way_out.packed_s,
            sent_at=way_out.sent_s,
            delivered_at=way_out.journey.delivered_s,
            confirmed_at=way_out.journey.confirmed_s,
            slip_printed_at=way_out.packed_s,
            zone=zone_of(draft.region, draft.return_address, country, address),
            wait_note=way_out.wait_note,
        )

    def _parcel(self, matter: Matter, way_out: WayOut) -> ParcelRow | None:
        if way_out.sent_s is None:
            return None
        scans = way_out.journey.scans
        return ParcelRow(
            id=self._numbers.row("parcel"),
            order_id=None,
            case_id=matter.case.id,
            direction="out",
            courier_id=self._courier_ids[way_out.courier],
            courier_name=way_out.courier_name,
            waybill=way_out.waybill,
            waybill_folded=folded_waybill(way_out.waybill),
            sent_at=way_out.sent_s,
            delivered_at=way_out.journey.delivered_s,
            moved_at=scans[-1].at if scans else None,
            status=scans[-1].status if scans else "",
        )

    def _told(self, matter: Matter, way_out: WayOut, kind: str, number: str) -> list[TimelineRow]:
        """Return the reshipment's own entries in the order of time."""
        told = [_opened(matter, way_out.opened_s, kind, number)]
        if way_out.wait_note:
            told.append(matter.entry(way_out.opened_s, "reship_wait", way_out.wait_note))
        if way_out.packed_s is not None:
            papers = map(printed, ("packing_slip", "address_label"))
            told.extend(matter.entry(way_out.packed_s, "printed", **paper) for paper in papers)
            told.append(matter.entry(way_out.packed_s, "reship_pack"))
        if way_out.sent_s is not None:
            sent = way_out.sent_values
            told.append(matter.entry(way_out.sent_s, "reship_send", **sent))
        told.extend(self._travelled(matter, way_out))
        return told

    def _travelled(self, matter: Matter, way_out: WayOut) -> Iterator[TimelineRow]:
        journey = way_out.journey
        for place, scan in enumerate(journey.scans):
            yield matter.entry(scan.at, "tracked", scan.text)
            if place == 0:
                yield matter.entry(scan.at, "reship_move")
        if journey.fate_s is not None:
            event = "deliver" if journey.delivered_s is not None else journey.fate
            yield matter.entry(journey.fate_s, f"reship_{event}")
        if journey.confirmed_s is not None:
            yield matter.entry(journey.confirmed_s, "reship_confirm")
        if journey.dealt_s is not None:
            text = self._rng.choice(DEALT[matter.speech])
            yield matter.entry(journey.dealt_s, "reship_deal", text)


def _opened(matter: Matter, at: int, kind: str, number: str) -> TimelineRow:
    if kind == "order":
        return matter.entry(at, "reship_order", number=number)
    return matter.entry(at, "reship", origin=number)


def _costs(
    matter: Matter, sale: Sale, way_out: WayOut, demand: Demand | None, *, is_own: bool
) -> Iterator[CostEntryRow]:
    """Yield its ledger; what a return's way out costs is the return's matter."""
    sent = way_out.sent_s
    if is_own and sent is not None:
        yield _cost(matter, sent, "freight_out", sale.store.way_back_minor)
        if way_out.reason in GOODS_LOST:
            goods = sum(line.price_minor for line in way_out.lines)
            yield _cost(matter, sent, "written_off", goods)
    if demand and demand.paid_minor:
        yield _cost(matter, demand.paid_s, "courier_indemnity", demand.paid_minor)


def _cost(matter: Matter, at: int, kind: str, minor: int) -> CostEntryRow:
    return CostEntryRow(matter.case.id, None, at, kind, minor, "", matter.owner)


def _line(case: CaseRow, position: int, line: GoodsOut) -> ReshipmentLineRow:
    item = line.item
    same = item is not None and line.variant == item.variant
    return ReshipmentLineRow(
        case_id=case.id,
        position=position,
        product_id=item.product_id if item and same and case.order_id else None,
        sku=item.goods.sku if item and same else "",
        title=line.title,
        variant=line.variant,
        quantity=line.quantity,
        price_minor=line.price_minor,
    )


def _events(matter: Matter, parcel: ParcelRow, way_out: WayOut) -> Iterator[EventRow]:
    for scan in way_out.journey.scans:
        place, text, status = scan.place, scan.text, scan.status
        yield EventRow(parcel.id or 0, scan.at, place, text, status, _SOURCE, scan.at, matter.owner)
