"""The facts of a reshipment, worded for the detail."""

from collections.abc import Callable, Iterator

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.reshipment_detail import ReshipmentDetail
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.reshipments import REASONS
from shopdesk.rules.zones import ZONES
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.pages.cases.parcels import parcel_facts
from shopdesk.ui.pages.reshipments.actions import place_of


def facts_of(
    found: ReshipmentDetail,
    formats: Formats,
    track: Callable[[ParcelRow], None],
    contacts: ContactFacts,
) -> Iterator[Fact]:
    """Yield what is known of a reshipment, in the order in which it is asked for."""
    goods = found.goods
    lines = [goods_text(line.title, line.variant, line.quantity) for line in goods.lines]
    yield Fact(ngettext("Item", "Items", len(lines)), "\n".join(lines))
    yield Fact(_("Reason"), _(REASONS.get(goods.reason, goods.reason)))
    yield contacts.recipient(goods.recipient, goods.phone, place_of(goods))
    yield Fact(_("How far"), _(ZONES.get(goods.zone, "")) if goods.zone else "")
    for parcel in goods.parcels:
        yield from parcel_facts(parcel, track)
    if goods.sent_at is not None:
        yield Fact(_("Sent out"), formats.date_time(goods.sent_at))
    if goods.delivered_at is not None:
        yield Fact(_("Delivered"), formats.date_time(goods.delivered_at))
    yield Fact(_("Shop"), found.case.shop_name)
