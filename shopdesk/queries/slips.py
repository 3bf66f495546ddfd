"""The return slip's data, frozen as it is when it is printed."""

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.paper import ReturnSlip, SlipLine
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.queries.shops import load_shop
from shopdesk.storage.reader import Reader


def load_return_slip(reader: Reader, case_id: int) -> ReturnSlip:
    """Return what the slip of a return shows; raises DomainError if the return is gone."""
    found = load_return_detail(reader, case_id)
    if found is None:
        raise DomainError(_("This return is no longer there. Load the page again."))
    return _slip(reader, found)


def _slip(reader: Reader, found: ReturnDetail) -> ReturnSlip:
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
