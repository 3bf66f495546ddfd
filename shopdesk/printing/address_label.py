"""The address label: where a parcel goes, as large as the sheet allows, and who sends it."""

from collections.abc import Callable, Iterable

from shopdesk.i18n import N_
from shopdesk.printing.packing_slip import recipient
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_sheets import SCALES, SlipSheets, went_on
from shopdesk.printing.slip_text import NOTHING, SlipText, SlipWords, joined
from shopdesk.queries.paper import PackingSlip

LABEL_SCALES = (2.4, 2.1, 1.8, 1.55, 1.35, *SCALES)
"""Sizes of type: an address is read from further away than a slip."""

_TITLE = N_("Address labels")
_SENDER = N_("From")


def render_address_labels(
    slips: Iterable[PackingSlip],
    size: PaperSize,
    language: str,
    after_each: Callable[[int], object] = went_on,
) -> bytes:
    """Return one PDF with the label of every reshipment; see SlipSheets."""
    words = SlipWords(language)
    texts = (label_text(slip, words) for slip in slips)
    return SlipSheets(_TITLE, size, language, LABEL_SCALES).print_all(texts, after_each)


def label_text(slip: PackingSlip, words: SlipWords) -> SlipText:
    """Return what the label of a reshipment says; its sender stands small at the foot."""
    sender = joined(" · ", slip.from_name, slip.from_phone, slip.from_address)
    return SlipText(
        number=slip.number,
        title=words.label(N_("Parcel")),
        shop=slip.shop_name,
        address=recipient(slip, words),
        sender=NOTHING,
        items_label="",
        quantity_label="",
        items=(),
        facts=(),
        note=NOTHING,
        advice=tuple(filter(None, (words.named(_SENDER, sender),))),
    )
