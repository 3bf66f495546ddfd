"""The slips of returns and of reshipments in one PDF, in the order in which they are wanted."""

from collections.abc import Iterable

from shopdesk.i18n import N_
from shopdesk.printing.packing_slip import packing_text
from shopdesk.printing.return_slip import return_text
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_sheets import SlipSheets
from shopdesk.printing.slip_text import SlipText, SlipWords
from shopdesk.queries.paper import ReturnSlip, Slip


def render_slips(slips: Iterable[Slip], size: PaperSize, language: str) -> bytes:
    """Return one PDF with every slip; see SlipSheets."""
    words = SlipWords(language)
    texts = (_text(slip, words) for slip in slips)
    return SlipSheets(N_("Slips"), size, language).print_all(texts)


def _text(slip: Slip, words: SlipWords) -> SlipText:
    if isinstance(slip, ReturnSlip):
        return return_text(slip, words)
    return packing_text(slip, words)
