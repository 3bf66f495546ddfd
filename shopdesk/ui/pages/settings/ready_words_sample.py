"""An invented case that shows how ready words will read."""

from datetime import date, timedelta
from typing import Any

from shopdesk.formats import Formats
from shopdesk.i18n import N_, text_in
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.dialogs.reply_blanks import address_text, courier_in, items_text

_WORDS = {
    "buyer": N_("Hannah Cole"),
    "wanted": N_("size L"),
    "reason": N_("The seal was broken."),
    "deduction_reason": N_("the box was missing"),
    "problem": N_("It shows as delivered, but I have not received it."),
    "options": N_("send it again, or refund in full."),
    "chosen": N_("send it again"),
    "evidence": N_("the waybill and the chat"),
    "wait": N_("it comes in next week"),
}
_GOODS = N_("Knitted cardigan")
_AMOUNT_MINOR = 15_900
_KEPT_MINOR = 2_000


def sample_values(shop: ShopRow, language: str) -> dict[str, Any]:
    """Return values for every blank, in a language, as a case of this shop would give them."""
    formats = Formats(language)
    today = date.today()  # noqa: DTZ011 - any day shows how a day is written
    carried = {
        "courier": courier_in(language, "ems", ""),
        "waybill": "EA328581241CN",
        "new_courier": courier_in(language, "sf", ""),
        "new_waybill": "SF1234567890123",
    }
    return {
        **{name: text_in(language, words) for name, words in _WORDS.items()},
        **carried,
        "number": f"R-{today:%y%m}-0001",
        "order": "3398120571",
        "items": items_text([text_in(language, _GOODS)], language),
        "shop": shop.name,
        "address": address_text(shop),
        "send_by": formats.day(today + timedelta(days=7)),
        "amount": formats.money(_AMOUNT_MINOR, shop.currency),
        "deduction": formats.money(_KEPT_MINOR, shop.currency),
        "window": shop.rules.window_days,
        "last": formats.day(today),
        "due": formats.day(today + timedelta(days=1)),
        "opened": formats.day(today),
        "platform_number": "50029911873",
    }
