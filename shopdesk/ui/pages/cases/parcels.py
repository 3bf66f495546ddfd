"""A parcel as a case's detail shows it."""

from collections.abc import Callable, Iterator

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.base.facts import Fact


def parcel_facts(parcel: ParcelRow, track: Callable[[ParcelRow], None]) -> Iterator[Fact]:
    """Yield a parcel's courier, with its page where it has one, and its waybill."""
    courier = courier_name(parcel.courier, parcel.courier_name)
    if parcel.tracking_url:
        where = _("{courier} ↗").format(courier=courier)
        yield Fact(_("Parcel"), where, follow=lambda: track(parcel))
    else:
        yield Fact(_("Parcel"), courier)
    yield Fact(_("Waybill"), parcel.waybill, copy=True)
