"""The packing slip: what lies in the parcel that goes out, and the packer scans to confirm it."""

from collections.abc import Iterator

from shopdesk.i18n import N_
from shopdesk.printing.slip_text import Block, Fact, SlipText, SlipWords, item_of, joined
from shopdesk.queries.paper import PackingSlip
from shopdesk.rules.addresses import place_lines, town_below
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.reshipments import REASONS

_ADVICE = N_("Is something missing or broken? Tell us this number before you send anything back.")


def packing_text(slip: PackingSlip, words: SlipWords) -> SlipText:
    """Return what the packing slip of a reshipment says."""
    from_order = words.order(slip.platform, slip.buyer_handle, slip.order_number)
    return SlipText(
        number=slip.number,
        title=words.label(N_("Packing slip")),
        shop=joined(" · ", slip.shop_name, words.platform(slip.platform)),
        address=recipient(slip, words),
        sender=Block(words.label(N_("Order")), (), from_order),
        items_label=words.label(N_("In this parcel")),
        quantity_label=words.label(N_("Qty")),
        items=tuple(map(item_of, slip.lines)),
        facts=tuple(fact for fact in _facts(slip, words) if fact.value),
        note=Block(words.label(N_("Note")), (), slip.note),
        closing=(),
        advice=words.each(_ADVICE),
        paper=slip.paper,
    )


def recipient(slip: PackingSlip, words: SlipWords) -> Block:
    """Return who gets the parcel, and where."""
    place = place_lines(slip.to_address, slip.to_postcode, slip.to_country, slip.region)
    return Block(words.label(N_("Send to")), (slip.to_name, slip.to_phone), town_below(place))


def _facts(slip: PackingSlip, words: SlipWords) -> Iterator[Fact]:
    courier = COURIERS.get(slip.courier)
    by = slip.courier_name or words.said(courier.name if courier else slip.courier)
    yield Fact(words.label(N_("Reason")), words.said(REASONS.get(slip.reason, slip.reason)))
    yield Fact(words.label(N_("Courier")), joined(" ", by, slip.waybill))
