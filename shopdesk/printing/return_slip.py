"""The return slip: what the buyer puts into the parcel, and the desk scans when it arrives."""

from collections.abc import Iterator

from shopdesk.i18n import N_
from shopdesk.printing.slip_text import Block, Fact, SlipText, SlipWords, item_of, joined
from shopdesk.queries.paper import ReturnSlip
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES

_ADVICE = N_("Put this slip in the parcel with all parts. No cash on delivery.")


def return_text(slip: ReturnSlip, words: SlipWords) -> SlipText:
    """Return what the slip of a return says."""
    order = words.order(slip.platform, slip.buyer_handle, slip.order_number)
    return SlipText(
        number=slip.number,
        title=words.label(N_("Return")),
        shop=joined(" · ", slip.shop_name, words.platform(slip.platform)),
        address=Block(words.label(N_("Send to")), (slip.to_name, slip.to_phone), slip.to_address),
        sender=Block(words.label(N_("From")), (slip.buyer_name, slip.buyer_phone), order),
        items_label=words.label(N_("What is in the parcel")),
        quantity_label=words.label(N_("Qty")),
        items=tuple(map(item_of, slip.lines)),
        facts=tuple(fact for fact in _facts(slip, words) if fact.value),
        note=Block(words.label(N_("Note")), (), slip.note),
        closing=(),
        advice=words.each(_ADVICE),
        paper=slip.paper,
    )


def _facts(slip: ReturnSlip, words: SlipWords) -> Iterator[Fact]:
    reason, remedy = REASONS.get(slip.reason), REMEDIES.get(slip.remedy)
    why = slip.reason_text or words.said(reason.name if reason else slip.reason)
    payer = FREIGHT_PAYERS.get(slip.freight_payer, slip.freight_payer)
    yield Fact(words.label(N_("Reason")), why)
    yield Fact(words.label(N_("Wants")), words.said(remedy.name if remedy else slip.remedy))
    yield Fact(words.label(N_("Freight")), words.said(payer))
    yield Fact(words.label(N_("Send by")), words.day(slip.send_by))
