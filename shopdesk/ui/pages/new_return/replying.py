"""Which ready words fit the form as it stands, the most fitting first."""

from datetime import date

from shopdesk.i18n import _
from shopdesk.rules.advice import Advice
from shopdesk.rules.replies import (
    ASK_REPLIES,
    DECLINE_REPLIES,
    agree_reply,
    filled,
    proposed_reply,
)
from shopdesk.ui.pages.new_return.standing import Standing
from shopdesk.ui.pages.new_return.wording import joined


def ready_replies(standing: Standing, payer: str) -> tuple[str, ...]:
    """Return what can be said to the buyer now: what the advice says, then to agree anyway."""
    advice = standing.advice
    agree = agree_reply(standing.remedy, payer, _blanks(standing, advice))
    before = {"ask": ASK_REPLIES, "decline": DECLINE_REPLIES}.get(advice.verdict)
    if before is None:
        return (agree,)
    codes = [point.code for point in advice.points]
    return filled(proposed_reply(before, codes), _blanks(standing, advice)), agree


def _blanks(standing: Standing, advice: Advice) -> dict[str, object]:
    shop, formats = standing.shop, standing.formats
    known: dict[str, object] = {
        "buyer": standing.buyer,
        "items": standing.items and _("“{title}”").format(title=standing.items),
        "send_by": formats.day_month(standing.send_by),
        "address": joined(shop.return_address, shop.return_name, shop.return_phone),
    }
    for point in advice.points:
        known.update(point.values)
        if isinstance(known.get("last"), date):
            known["last"] = formats.day_month(point.values["last"])
    return {name: value for name, value in known.items() if value}
