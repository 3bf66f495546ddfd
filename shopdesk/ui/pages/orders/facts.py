"""The facts of an order, worded for the detail."""

from collections.abc import Iterator
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.queries.order_detail import OrderDetail
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.queries.returnable import ReturnableLine
from shopdesk.rules.addresses import place_lines
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.base.web import open_tracking

MOMENTS = {
    "ordered_at": N_("Ordered"),
    "paid_at": N_("Paid on"),
    "sent_at": N_("Sent"),
    "delivered_at": N_("Arrived"),
    "cancelled_at": N_("Cancelled"),
}
AMOUNTS = {
    "goods_minor": N_("Goods"),
    "freight_minor": N_("Freight"),
    "discount_minor": N_("Discount"),
    "tax_minor": N_("Tax"),
    "total_minor": N_("Total"),
    "paid_minor": N_("Paid"),
    "refunded_minor": N_("Refunded"),
}


def order_facts(found: OrderDetail, formats: Formats) -> Iterator[Fact]:
    """Yield shop and times; what has not happened is left out."""
    platform = PLATFORMS.get(found.platform, PLATFORMS["other"])
    yield Fact(
        _("Shop"),
        _("{shop} ({platform})").format(shop=found.shop_name, platform=_(platform.name)),
    )
    yield Fact(_("Platform says"), found.status_text)
    for name, words in MOMENTS.items():
        moment: datetime | None = getattr(found, name)
        yield Fact(_(words), "" if moment is None else formats.date_time(moment))


def money_facts(found: OrderDetail, formats: Formats) -> Iterator[Fact]:
    """Yield the parts of the price; what is nothing is left out, save the total."""
    for name, words in AMOUNTS.items():
        minor: int = getattr(found, name)
        amount = formats.money(minor, found.currency)
        if minor and name == "discount_minor":
            amount = formats.money_change(-abs(minor), found.currency)
        if minor or name == "total_minor":
            yield Fact(_(words), amount)


def contact_facts(found: OrderDetail, facts: ContactFacts) -> Iterator[Fact]:
    """Yield how the buyer is reached and where the goods went; a click copies."""
    platform = PLATFORMS.get(found.platform, PLATFORMS["other"])
    place = place_lines(found.address, found.postcode, found.country)
    yield Fact(_(platform.handle), found.handle, copy=True)
    yield Fact(_("Recipient"), found.recipient, copy=True)
    yield facts.phone(found.phone)
    yield facts.address(place)


def parcel_facts(parcel: ParcelRow) -> Iterator[Fact]:
    """Yield a parcel's courier, a link where it can be looked up, and its waybill."""
    courier = courier_name(parcel.courier, parcel.courier_name) or _("Another courier")
    url, waybill = parcel.tracking_url, parcel.waybill
    follow = (lambda: open_tracking(url, waybill)) if url and waybill else None
    yield Fact(_("Parcel"), courier, follow=follow)
    yield Fact(_("Waybill"), waybill, copy=True)


def line_words(line: ReturnableLine) -> str:
    """Return goods in one line: how many of what, in which variant."""
    named = " · ".join(part for part in (line.title, line.variant) if part)
    return _("{n} × {goods}").format(n=line.bought, goods=named)


def left_words(line: ReturnableLine) -> str:
    """Return how many can still come back."""
    if line.left <= 0:
        return _("nothing left to return")
    return _("{n} can come back").format(n=line.left)
