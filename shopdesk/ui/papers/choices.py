"""What can be chosen for a paper, as (code, wording) pairs for a ChoiceField."""

from collections.abc import Sequence

from shopdesk.i18n import N_, _
from shopdesk.printers import PrinterRow
from shopdesk.printing.papers import paper_name
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.documents import LABELS, Document
from shopdesk.rules.label_sheets import PRESETS, LabelSheet
from shopdesk.rules.printing import MANNERS, ORDERS, PAPER_LANGUAGES

Choices = list[tuple[str, str]]

ASKS = N_("Ask each time")
BY_COUNTRY = N_("A4 or Letter, by country")
NEW_SHEET = "new"
"""Stands for a label sheet that is to be set up."""


def papers(document: Document, own: Sequence[LabelSheet]) -> Choices:
    """Return the sizes of a document and, where it fits them, the label sheets."""
    sizes = [(code, _(PAPER_SIZES[code].name)) for code in document.sizes]
    if not document.fits_sheets:
        return sizes
    sheets = [*own, *PRESETS.values()]
    labels = [(sheet.code, paper_name(sheet.code, own)) for sheet in sheets]
    return [*sizes, *labels, (NEW_SHEET, _("Own label sheet…"))]


def languages() -> Choices:
    """Return in which words a paper may speak."""
    return [(code, _(name)) for code, name in PAPER_LANGUAGES.items()]


def orders() -> Choices:
    """Return in which order papers may come; the first leaves them as they were chosen."""
    return [("", _("As selected")), *((code, _(name)) for code, name in ORDERS.items())]


def manners() -> Choices:
    """Return how a printer may get a paper; the first leaves it to the kind of printer."""
    return [("", _("As suits the printer")), *((code, _(name)) for code, name in MANNERS.items())]


def printers(
    rows: Sequence[PrinterRow], chosen: str, *, is_label: bool, none: str = ASKS
) -> Choices:
    """Return the printers with their trouble, the likely ones for labels or for sheets first.

    One that was chosen once stays among them. `none` is said where none is chosen.
    """
    likely = sorted(rows, key=lambda row: (row.is_label != is_label, not row.is_default))
    known = [(row.name, _titled(row)) for row in likely]
    if chosen and chosen not in dict(known):
        known.append((chosen, chosen))
    return [("", _(none)), *known]


def is_for_labels(paper: str) -> bool:
    """Tell whether a paper's code is that of a label printer's roll."""
    return paper in LABELS


def _titled(row: PrinterRow) -> str:
    """Return what a printer is called; what is the matter with one names it, too."""
    if row.trouble:
        return row.trouble
    kinds = (
        (row.is_label, _("{printer} (label printer)")),
        (row.is_default, _("{printer} (the computer's default)")),
    )
    words = next((words for is_so, words in kinds if is_so), "{printer}")
    return words.format(printer=row.title)
