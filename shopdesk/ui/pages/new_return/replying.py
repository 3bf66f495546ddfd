"""Which ready words fit the form as it stands, the most fitting first."""

from datetime import date
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.rules.replies import REPLIES, Telling, Voice, fitting_messages
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.dialogs.reply_blanks import address_text, items_text
from shopdesk.ui.pages.new_return.standing import Standing


def ready_words(standing: Standing, payer: str, voice: Voice) -> list[Words]:
    """Return what can be said to the buyer now: what the advice says, then to agree anyway."""
    advice = standing.advice
    telling = Telling(
        state="asked",
        remedy=standing.remedy,
        payer=payer,
        verdict=advice.verdict,
        points=tuple(point.code for point in advice.points),
    )
    blanks = _blanks(standing, voice.language)
    return [
        Words(message.code, _(REPLIES[message.code].title), voice.say(message.codes, blanks))
        for message in fitting_messages(telling)
    ]


def _blanks(standing: Standing, language: str) -> dict[str, object]:
    shop = standing.shop
    formats = Formats(language, ZoneInfo(shop.timezone))
    found: dict[str, object] = {
        "buyer": standing.buyer,
        "order": standing.order.number if standing.order else "",
        "items": items_text([standing.items] if standing.items else [], language),
        "shop": shop.name,
        "send_by": formats.day(standing.send_by),
        "address": address_text(shop),
    }
    for point in standing.advice.points:
        found |= {
            name: formats.day(value) if isinstance(value, date) else value
            for name, value in point.values.items()
        }
    return found
