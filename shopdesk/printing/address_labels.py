"""Address labels: where a parcel goes, as large as the paper allows, and who sends it, small.

One is stuck by the shop onto what it sends, the other by the buyer onto what comes back.
"""

from shopdesk.i18n import N_
from shopdesk.printing.packing_slip import recipient
from shopdesk.printing.slip_text import NOTHING, Block, SlipText, SlipWords, joined
from shopdesk.queries.paper import PackingSlip, ReturnSlip, SlipPaper
from shopdesk.rules.addresses import sender_place

_SENDER = N_("From")


def address_label_text(slip: PackingSlip, words: SlipWords) -> SlipText:
    """Return what the label of a reshipment says."""
    from_place = sender_place(slip.from_address, slip.region, slip.to_country)
    sender = joined(" · ", slip.from_name, slip.from_phone, from_place)
    return _label(
        slip.number,
        (words.label(N_("Parcel")), slip.shop_name),
        recipient(slip, words),
        words.named(_SENDER, sender),
        slip.paper,
    )


def return_label_text(slip: ReturnSlip, words: SlipWords) -> SlipText:
    """Return what the label of a return says: nothing about money or reasons."""
    order = words.order(slip.platform, slip.buyer_handle, slip.order_number)
    return _label(
        slip.number,
        (words.label(N_("Return")), slip.shop_name),
        Block(words.label(N_("Send to")), (slip.to_name, slip.to_phone), slip.to_address),
        joined(
            " · ",
            words.named(_SENDER, joined(" · ", slip.buyer_name, slip.buyer_phone)),
            order,
        ),
        slip.paper,
    )


def _label(
    number: str, heading: tuple[str, str], address: Block, closing: str, paper: SlipPaper
) -> SlipText:
    title, shop = heading
    return SlipText(
        number=number,
        title=title,
        shop=shop,
        address=address,
        sender=NOTHING,
        items_label="",
        quantity_label="",
        items=(),
        facts=(),
        note=NOTHING,
        closing=tuple(filter(None, (closing,))),
        advice=(),
        paper=paper,
    )
