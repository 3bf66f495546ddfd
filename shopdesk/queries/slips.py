"""What slips and labels show, frozen as it is when they are printed."""

from collections.abc import Sequence

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.paper import PackingSlip, ReturnSlip, Slip, SlipLine
from shopdesk.queries.reshipment_detail import ReshipmentDetail, load_reshipment_detail
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.queries.shops import load_shop
from shopdesk.storage.reader import Reader


def load_slips(reader: Reader, case_ids: Sequence[int]) -> list[Slip]:
    """Return what the slips of returns and reshipments show, all as of the same moment."""
    with reader.snapshot():
        return [_load_slip(reader, case_id) for case_id in case_ids]


def load_packing_slips(reader: Reader, case_ids: Sequence[int]) -> list[PackingSlip]:
    """Return what packing slips and labels show, all as of the same moment."""
    with reader.snapshot():
        return [load_packing_slip(reader, case_id) for case_id in case_ids]


def load_return_slip(reader: Reader, case_id: int) -> ReturnSlip:
    """Return what the slip of a return shows; raises DomainError if the return is gone."""
    found = load_return_detail(reader, case_id)
    if found is None:
        raise DomainError(_("This return is no longer there. Load the page again."))
    return _return_slip(reader, found)


def load_packing_slip(reader: Reader, case_id: int) -> PackingSlip:
    """Return what the slip of a reshipment shows; raises DomainError if it is gone."""
    found = load_reshipment_detail(reader, case_id)
    if found is None:
        raise DomainError(_("This reshipment is no longer there. Load the page again."))
    return _packing_slip(reader, found)


def _load_slip(reader: Reader, case_id: int) -> Slip:
    kind = reader.value("SELECT kind FROM cases WHERE id = ?", (case_id,))
    load = load_packing_slip if kind == "reshipment" else load_return_slip
    return load(reader, case_id)


def _return_slip(reader: Reader, found: ReturnDetail) -> ReturnSlip:
    shop = load_shop(reader, found.shop_id)
    return ReturnSlip(
        number=found.number,
        shop_name=shop.name,
        platform=shop.platform,
        to_name=shop.return_name or shop.name,
        to_phone=shop.return_phone,
        to_address=shop.return_address,
        buyer_name=found.buyer_name,
        buyer_phone=found.buyer_phone,
        buyer_handle=found.buyer_handle,
        order_number=found.order_number,
        lines=tuple(
            SlipLine(line.title, line.variant, line.sku, line.quantity) for line in found.lines
        ),
        reason=found.reason,
        reason_text=found.reason_text,
        remedy=found.remedy,
        freight_payer=found.freight_payer,
        send_by=found.send_by,
        note=found.note,
    )


def _packing_slip(reader: Reader, found: ReshipmentDetail) -> PackingSlip:
    case, goods = found.case, found.goods
    shop = load_shop(reader, case.shop_id)
    parcel = goods.parcels[-1] if goods.parcels else None
    return PackingSlip(
        number=case.number,
        shop_name=shop.name,
        platform=shop.platform,
        from_name=shop.return_name or shop.name,
        from_phone=shop.return_phone,
        from_address=shop.return_address,
        to_name=goods.recipient or case.buyer_name,
        to_phone=goods.phone or case.buyer_phone,
        to_address=goods.address,
        to_postcode=goods.postcode,
        # Nobody writes the country on a parcel that stays in it.
        to_country="" if goods.country == shop.region else goods.country,
        buyer_handle=case.buyer_handle,
        order_number=case.order_number,
        lines=tuple(
            SlipLine(line.title, line.variant, line.sku, line.quantity) for line in goods.lines
        ),
        reason=goods.reason,
        courier=parcel.courier if parcel else "",
        courier_name=parcel.courier_name if parcel else "",
        waybill=parcel.waybill if parcel else "",
        note=case.note,
    )
