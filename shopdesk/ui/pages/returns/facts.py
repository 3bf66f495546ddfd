"""The facts of a return, worded for the detail."""

from collections.abc import Callable, Iterator

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.rules.sentences import reason_name, remedy_name
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.pages.cases.parcels import parcel_facts


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
        yield from parcel_facts(parcel, track)
    if found.send_by is not None and found.state == "agreed" and found.goods_back:
        yield Fact(_("Send by"), formats.date(found.send_by))
