"""A return that never was, on the slip of a real shop: what a preview of its paper shows."""

from datetime import date, timedelta

from shopdesk.i18n import _
from shopdesk.queries.paper import ReturnSlip, SlipLine, SlipPaper
from shopdesk.queries.shops import ShopRow

_DAYS_TO_SEND = 7


def sample_slip(shop: ShopRow, paper: SlipPaper) -> ReturnSlip:
    """Return a slip with two things in the parcel, invented but for the shop."""
    return ReturnSlip(
        number="R-2611-0042",
        shop_name=shop.name,
        platform=shop.platform,
        to_name=shop.return_name,
        to_phone=shop.return_phone,
        to_address=shop.return_address,
        buyer_name=_("Lin Yue"),
        buyer_phone="138 0000 0000",
        buyer_handle="lin_yue_88",
        order_number="4011 2233 4455",
        reason="too_small",
        reason_text="",
        remedy="exchange",
        freight_payer="buyer",
        send_by=date.today() + timedelta(days=_DAYS_TO_SEND),  # noqa: DTZ011 - invented anyway
        note="",
        lines=(
            SlipLine(_("Linen shirt, washed"), _("Sand, M"), "LS-SAND-M", 1),
            SlipLine(_("Cotton socks"), _("Grey, 39 to 42"), "SO-GREY", 2),
        ),
        buyer_language=shop.buyer_language,
        region=shop.region,
        paper=paper,
    )
