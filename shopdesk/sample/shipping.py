"""Rows of a reshipment: its case, its recipient as it was, its goods, parcel, clocks, timeline."""

from collections.abc import Iterator, Mapping

from shopdesk.rules.couriers import folded_waybill
from shopdesk.sample.case_rows import CaseRow, ClockRow, ReshipmentLineRow, ReshipmentRow
from shopdesk.sample.claims import Claim
from shopdesk.sample.goods_out import GoodsOut, WayOut
from shopdesk.sample.rows import ParcelRow
from shopdesk.sample.tables import Row
from shopdesk.sample.timelines import way_out_timeline


def ship(
    case: CaseRow,
    claim: Claim,
    way_out: WayOut,
    origin: tuple[int, str],
    courier_ids: Mapping[str, int],
) -> Iterator[Row]:
    """Yield all rows of a reshipment; `origin` is the id and the number of its return."""
    clocks = list(way_out.clocks(claim.timing))
    runs = clocks[-1].ended_s is None
    yield case._replace(
        state=way_out.state,
        due_at=clocks[-1].due_s if runs else None,
        due_clock=clocks[-1].code if runs else "",
        closed_at=way_out.delivered_s,
        origin_id=origin[0],
    )
    yield _reshipment(case.id, claim, way_out)
    for position, line in enumerate(way_out.lines):
        yield _line(case.id, position, line, claim)
    yield from (ClockRow(case.id, *clock) for clock in clocks)
    if way_out.sent_s is not None:
        yield _parcel(case.id, way_out, courier_ids)
    yield from way_out_timeline(case.id, claim.owner, way_out, origin[1])


def _reshipment(case_id: int, claim: Claim, way_out: WayOut) -> ReshipmentRow:
    buyer, known = claim.sale.buyer, claim.has_order
    return ReshipmentRow(
        id=case_id,
        reason=way_out.reason,
        recipient=buyer.name,
        phone=buyer.phone,
        address=buyer.address if known else "",
        postcode=buyer.postcode if known else "",
        country=buyer.country if known else "",
        packed_at=way_out.packed_s,
        sent_at=way_out.sent_s,
        delivered_at=way_out.delivered_s,
    )


def _line(case_id: int, position: int, line: GoodsOut, claim: Claim) -> ReshipmentLineRow:
    item = line.item
    same = item is not None and line.variant == item.variant
    return ReshipmentLineRow(
        case_id=case_id,
        position=position,
        product_id=item.product_id if item and same and claim.has_order else None,
        sku=item.goods.sku if item and same else "",
        title=line.title,
        variant=line.variant,
        quantity=line.quantity,
        price_minor=line.price_minor,
    )


def _parcel(case_id: int, way_out: WayOut, courier_ids: Mapping[str, int]) -> ParcelRow:
    return ParcelRow(
        order_id=None,
        case_id=case_id,
        direction="out",
        courier_id=courier_ids[way_out.courier],
        courier_name="",
        waybill=way_out.waybill,
        waybill_folded=folded_waybill(way_out.waybill),
        sent_at=way_out.sent_s,
        delivered_at=way_out.delivered_s,
    )
