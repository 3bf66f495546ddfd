"""What a person may not have meant: sheets on a printer that has a roll of labels in it."""

from shopdesk.i18n import _, ngettext
from shopdesk.printers import PrinterRow
from shopdesk.printing.sizes import PaperSize
from shopdesk.rules.label_sheets import LabelSheet

_WIDEST_ROLL_MM = 108
"""What the usual label printers print at most."""


def doubt_about(row: PrinterRow | None, paper: PaperSize | LabelSheet) -> str:
    """Return what speaks against a paper on a printer, empty where nothing does.

    A printer may take it all the same: there are wide label printers, so this forbids nothing.
    """
    if row is None or not row.is_label:
        return ""
    if isinstance(paper, LabelSheet):
        return _of_labels(paper.count).format(printer=row.title, n=paper.count)
    if paper.width_mm <= _WIDEST_ROLL_MM:
        return ""
    sentence = _("{printer} prints labels; this is {paper}. Choose another printer or paper.")
    return sentence.format(printer=row.title, paper=_(paper.name))


def _of_labels(count: int) -> str:
    return ngettext(
        "{printer} prints labels; this is a sheet of {n} label. Choose another printer or paper.",
        "{printer} prints labels; this is a sheet of {n} labels. Choose another printer or paper.",
        count,
    )
