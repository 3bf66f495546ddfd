"""Papers by the codes that settings, the queue and the command line call them."""

from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.printing.sizes import PAPER_SIZES, PaperSize, report_size
from shopdesk.rules.label_sheets import PRESETS, LabelSheet


def paper_of(code: str, own_sheets: Sequence[LabelSheet], region: str) -> PaperSize | LabelSheet:
    """Return the size or label sheet with a code; an unknown one is a report's of the region.

    A code is unknown where nothing was chosen, and where the shop's own sheet was removed since.
    """
    return PAPER_SIZES.get(code) or _sheet(code, own_sheets) or report_size(region)


def paper_name(code: str, own_sheets: Sequence[LabelSheet]) -> str:
    """Return what people call a paper, empty for an unknown code."""
    if code in PAPER_SIZES:
        return _(PAPER_SIZES[code].name)
    sheet = _sheet(code, own_sheets)
    if sheet is None:
        return ""
    return _(sheet.name) if code in PRESETS else sheet.name


def sheet_size(sheet: LabelSheet) -> PaperSize:
    """Return the size of the whole sheet that labels lie on."""
    return PAPER_SIZES[sheet.base]


def _sheet(code: str, own_sheets: Sequence[LabelSheet]) -> LabelSheet | None:
    own = (sheet for sheet in own_sheets if sheet.code == code)
    return PRESETS.get(code) or next(own, None)
