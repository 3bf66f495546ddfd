"""What is said of papers that are out, and of how many will be."""

from collections.abc import Sequence

from shopdesk.i18n import _, ngettext
from shopdesk.printing.making import MadeLot
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.ui.papers.lots import PrintedLot


def counted(document: str, count: int) -> str:
    """Return a document and how many there are of it."""
    return DOCUMENTS[document].counted(count)


def printed_sentence(printed: Sequence[PrintedLot]) -> str:
    """Return what came out of which printers."""
    return _("Printed: {what}.").format(what=" · ".join(map(_out, printed)))


def _out(printed: PrintedLot) -> str:
    lot = printed.lot
    what = lot.report.file_name if lot.report is not None else counted(lot.document, printed.count)
    return _("{what} on {printer}").format(what=what, printer=printed.printer)


def made_sentence(made: MadeLot) -> str:
    """Return what comes out: how many papers, on how many sheets, from which label on."""
    paper, labels = made.paper, made.sheet is not None
    sentence = _on_labels(paper.pages) if labels else _on_pages(paper.pages)
    return sentence.format(
        what=counted(made.wanted.document, len(made.case_ids)),
        n=paper.pages,
        size=_(paper.size.name),
        start=made.wanted.start,
    )


def _on_labels(sheets: int) -> str:
    return ngettext(
        "{what} on {n} sheet, from label {start}",
        "{what} on {n} sheets, from label {start}",
        sheets,
    )


def _on_pages(pages: int) -> str:
    return ngettext("{what} on {n} page of {size}", "{what} on {n} pages of {size}", pages)
