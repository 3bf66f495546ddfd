"""What can be chosen for a paper, as (code, wording) pairs for a ChoiceField."""

from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.printers import PrinterRow
from shopdesk.printing.papers import paper_name
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.documents import Document
from shopdesk.rules.label_sheets import PRESETS, LabelSheet
from shopdesk.rules.printing import MANNERS, ORDERS, PAPER_LANGUAGES

Choices = list[tuple[str, str]]

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


def printers(rows: Sequence[PrinterRow], chosen: str) -> Choices:
    """Return the printers with their trouble; one that was chosen once stays among them."""
    known = [(row.name, _titled(row)) for row in rows]
    if chosen and chosen not in dict(known):
        known.append((chosen, chosen))
    return [("", _("Ask each time")), *known]


def _titled(row: PrinterRow) -> str:
    """Return what a printer is called; what is the matter with one names it, too."""
    return row.trouble or row.title
