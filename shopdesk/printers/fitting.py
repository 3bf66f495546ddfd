"""Whether a printer takes a paper."""

from collections.abc import Iterable

from shopdesk.i18n import _
from shopdesk.printers.facts import PrinterFacts, SheetMm
from shopdesk.printers.found import facts_of
from shopdesk.printers.order import PrinterError
from shopdesk.printers.troubles import GONE, told
from shopdesk.printing.sizes import PAPER_SIZES, PaperSize

SLACK_MM = 1.5
"""What a driver may make of a size without anybody's harm: it rounds to points or inches."""
_NAMED = 6


def why_not(name: str, size: PaperSize) -> str:
    """Return a sentence when a printer cannot take a paper, is gone or does not answer.

    Empty when it takes the paper or does not say what it takes. What can be mended while a job
    waits is not told here but by `find_printers`.
    """
    try:
        facts = facts_of(name)
    except PrinterError as error:
        return error.sentence
    return misfit(facts, size) if facts else told(GONE, name)


def misfit(facts: PrinterFacts, size: PaperSize) -> str:
    """Return a sentence when a size is none of a printer's."""
    wanted = SheetMm(size.width_mm, size.height_mm)
    if any(is_near(sheet, wanted) for sheet in facts.sheets):
        return ""
    if not (facts.sheets or facts.most):
        return ""
    if wanted.width > facts.widest_mm + SLACK_MM:
        return _("{paper} is too wide for {printer}, which takes up to {width} mm.").format(
            paper=_(size.name), printer=facts.title, width=f"{facts.widest_mm:.0f}"
        )
    if facts.most and wanted.height <= facts.most.height + SLACK_MM:
        return ""
    return _("{printer} does not take {paper}. It takes: {papers}.").format(
        printer=facts.title, paper=_(size.name), papers=_named(facts.sheets, wanted)
    )


def is_near(sheet: SheetMm, wanted: SheetMm) -> bool:
    """Tell whether two sheets are the same but for rounding."""
    across, along = abs(sheet.width - wanted.width), abs(sheet.height - wanted.height)
    return max(across, along) <= SLACK_MM


def _named(sheets: Iterable[SheetMm], wanted: SheetMm) -> str:
    """Return the names of the sheets that come nearest."""
    near = sorted(
        set(sheets), key=lambda one: abs(one.width - wanted.width) + abs(one.height - wanted.height)
    )
    return ", ".join(dict.fromkeys(_name(sheet) for sheet in near[:_NAMED]))


def _name(sheet: SheetMm) -> str:
    for size in PAPER_SIZES.values():
        if is_near(sheet, SheetMm(size.width_mm, size.height_mm)):
            return _(size.name)
    return f"{sheet.width:.0f} × {sheet.height:.0f} mm"
