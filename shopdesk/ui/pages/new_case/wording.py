"""How this form says an order and its goods in one line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.finder import OrderHit
from shopdesk.queries.returnable import ReturnableLine, ReturnableOrder
from shopdesk.rules.masking import masked_phone
from shopdesk.rules.platforms import PLATFORMS

BETWEEN = " · "


def formats_of(timezone: str) -> Formats:
    """Return the formats of the language spoken now, on a shop's clock."""
    return Formats(current_language(), ZoneInfo(timezone))


def day_of(moment: datetime, timezone: str) -> str:
    """Return the day of a moment at the shop."""
    return formats_of(timezone).day(moment.astimezone(ZoneInfo(timezone)))


def joined(*parts: str) -> str:
    """Return the parts that are there with dots between."""
    return BETWEEN.join(part for part in parts if part)


def who_ordered(order: ReturnableOrder) -> str:
    """Return number, buyer, handle and phone of the chosen order."""
    platform = PLATFORMS.get(order.shop.platform, PLATFORMS["other"])
    handle = f"{_(platform.handle)} {order.handle}" if order.handle else ""
    return joined(order.number, order.buyer, handle, masked_phone(order.phone))


def when_ordered(order: ReturnableOrder) -> str:
    """Return when it was paid, when it arrived, and what it came to."""
    zone = order.shop.timezone
    paid = _("paid {date}").format(date=day_of(order.paid_at or order.ordered_at, zone))
    arrived = (
        _("arrived {date}").format(date=day_of(order.delivered_at, zone))
        if order.delivered_at
        else _("day of arrival not known")
    )
    return joined(paid, arrived, formats_of(zone).money(order.total_minor, order.currency))


def hit_head(hit: OrderHit) -> str:
    """Return the first line of a hit: which order, whose."""
    return joined(hit.number, hit.buyer, hit.handle, masked_phone(hit.phone))


def hit_foot(hit: OrderHit) -> str:
    """Return the second line of a hit: where, what."""
    return joined(hit.shop_name, hit.items)


def hit_figures(hit: OrderHit) -> tuple[str, str]:
    """Return what stands at the right of a hit: the day, the total."""
    formats = formats_of(hit.timezone)
    total = formats.money(hit.total_minor, hit.currency)
    return formats.date(hit.ordered_at.astimezone(ZoneInfo(hit.timezone))), total


def what_is_left(line: ReturnableLine) -> str:
    """Return how many were bought and can still come back, or why none can."""
    words = (
        _("bought {bought}, {left} left to return")
        if line.left > 0
        else _("bought {bought}, none left to return")
    )
    return joined(line.sku, words.format(bought=line.bought, left=line.left))
