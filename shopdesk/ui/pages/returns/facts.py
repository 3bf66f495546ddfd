"""The facts of a return and its timeline, worded for the detail."""

from collections.abc import Callable, Iterator
from datetime import datetime

from shopdesk.desk import NOBODY
from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail, TimelineRow
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.rules.sentences import courier_name, event_text, reason_name, remedy_name
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.base.timeline import Event


def facts_of(
    found: ReturnDetail, formats: Formats, track: Callable[[ParcelRow], None]
) -> Iterator[Fact]:
    """Yield what is known of a return, in the order in which it is asked for."""
    goods = [goods_text(line.title, line.variant, line.quantity) for line in found.lines]
    yield Fact(ngettext("Item", "Items", len(goods)), "\n".join(goods))
    yield Fact(_("Reason"), reason_name(found.reason, found.reason_text))
    yield Fact(_("Wants"), remedy_name(found.remedy))
    yield Fact(_("Instead"), found.wanted)
    yield Fact(_("Freight"), _(FREIGHT_PAYERS.get(found.freight_payer, "")))
    yield Fact(_("Shop"), found.shop_name)
    for parcel in found.parcels:
        yield from _parcel_facts(parcel, track)
    if found.send_by is not None and found.state == "agreed" and found.goods_back:
        yield Fact(_("Send by"), formats.date(found.send_by))


def _parcel_facts(parcel: ParcelRow, track: Callable[[ParcelRow], None]) -> Iterator[Fact]:
    courier = courier_name(parcel.courier, parcel.courier_name)
    if parcel.tracking_url:
        where = _("{courier} ↗").format(courier=courier)
        yield Fact(_("Parcel"), where, follow=lambda: track(parcel))
    else:
        yield Fact(_("Parcel"), courier)
    yield Fact(_("Waybill"), parcel.waybill, copy=True)


def events_of(found: ReturnDetail, now: datetime, formats: Formats) -> list[Event]:
    """Return the timeline, newest first."""
    return [_event(entry, now, formats) for entry in found.timeline]


def _event(entry: TimelineRow, now: datetime, formats: Formats) -> Event:
    return Event(
        when_text(entry.at, now, formats),
        event_text(entry.event, entry.text, entry.values, formats),
        by="" if entry.person == NOBODY else entry.person,
    )
