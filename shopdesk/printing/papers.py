"""Papers by the codes that settings, the queue and the command line call them."""

from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.printing.sizes import PAPER_SIZES, PaperSize, report_size
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.label_sheets import PRESETS, LabelSheet


def paper_of(code: str, own_sheets: Sequence[LabelSheet], region: str) -> PaperSize | LabelSheet:
    """Return the size or label sheet with a code; without a known one a report's of the region."""
    return PAPER_SIZES.get(code) or _sheet(code, own_sheets) or report_size(region)


def usual_paper(document: str, region: str) -> PaperSize:
    """Return what a document of rules.documents is printed on while nobody chose anything else."""
    about = DOCUMENTS[document]
    return PAPER_SIZES[about.sizes[0]] if about.fits_sheets else report_size(region)


def is_gone(code: str, own_sheets: Sequence[LabelSheet]) -> bool:
    """Tell whether a paper was chosen that is not there any more, as a sheet that was removed."""
    return bool(code) and code not in PAPER_SIZES and _sheet(code, own_sheets) is None


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
