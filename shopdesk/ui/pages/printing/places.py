"""Where a document goes when it is printed here: paper and printer, and what is the matter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from shopdesk.i18n import N_, _
from shopdesk.printers import PrinterRow
from shopdesk.printing.papers import is_gone, paper_name, paper_of, sheet_size, usual_paper
from shopdesk.printing.sizes import PaperSize
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.settings import PaperChoice
from shopdesk.ui.papers.choices import BY_COUNTRY
from shopdesk.ui.papers.doubts import doubt_about
from shopdesk.ui.papers.printer_list import gone
from shopdesk.ui.theme import Tone

NO_PRINTER = N_("Choose a printer")
_FIRST = N_("Choose a printer for it first.")

Fitting = tuple[str, str]
"""A printer's name and the code of a paper's size."""


@dataclass(frozen=True, slots=True)
class Printers:
    """What is known of the printers now; before the first look `is_known` is false.

    `refusals` says why a printer cannot take a size, `trouble` why nothing can be known.
    """

    rows: tuple[PrinterRow, ...] = ()
    refusals: Mapping[Fitting, str] = field(default_factory=dict)
    trouble: str = ""
    is_known: bool = False

    def find(self, name: str) -> PrinterRow | None:
        """Return a printer by the system's name for it."""
        return next((row for row in self.rows if row.name == name), None)

    def known_as(self, name: str) -> PrinterRow | None:
        """Return a printer by what people or the system call it, as the log may do either."""
        return next((row for row in self.rows if name in (row.title, row.name)), None)


@dataclass(frozen=True, slots=True)
class Papers:
    """What a paper's code can mean in this shop."""

    sheets: Sequence[LabelSheet] = ()
    region: str = ""

    def known(self, document: str, choice: PaperChoice) -> PaperChoice:
        """Return a choice with the document's usual paper instead of one that is gone."""
        if not is_gone(choice.paper, self.sheets):
            return choice
        return replace(choice, paper=usual_paper(document, self.region).code)

    def find(self, code: str) -> PaperSize | LabelSheet:
        """Return the size or label sheet of a code; without one it is the region's report paper."""
        return paper_of(code, self.sheets, self.region)

    def name(self, code: str) -> str:
        """Return what people call a paper."""
        return paper_name(self.find(code).code, self.sheets)

    def sheet(self, code: str) -> LabelSheet | None:
        """Return the label sheet behind a code, or None where it is a plain size."""
        found = self.find(code)
        return found if isinstance(found, LabelSheet) else None

    def size(self, code: str) -> PaperSize:
        """Return the size of what lies in the printer."""
        found = self.find(code)
        return sheet_size(found) if isinstance(found, LabelSheet) else found


NO_PAPERS = Papers()


@dataclass(frozen=True, slots=True)
class Place:
    """A document's paper and printer in words; `why_not` says why nothing can be printed there.

    `sentence` names the printer, or what is the matter with it; `printer` only its title. `doubt`
    says what a person may not have meant and is asked about.
    """

    paper: str = ""
    printer: str = ""
    sentence: str = ""
    tone: Tone = "muted"
    why_not: str = ""
    doubt: str = ""

    @property
    def has_trouble(self) -> bool:
        """Whether something is the matter with the printer that was chosen."""
        return bool(self.printer) and self.sentence != self.printer


def place_of(choices: Sequence[PaperChoice], papers: Papers, printers: Printers) -> Place:
    """Return where a document goes by what was chosen for it, once for each paper it takes."""
    codes = [choice.paper for choice in choices]
    paper = papers.name(codes[0]) if len(codes) == 1 else _(BY_COUNTRY)
    name = choices[0].printer
    if not name:
        return Place(paper, "", _(NO_PRINTER), "wait", _(_FIRST))
    row = printers.find(name)
    title = row.title if row else name
    fittings = [(name, papers.size(code).code) for code in codes]
    why_not = _why_not(title, row, printers, fittings)
    if why_not:
        return Place(paper, title, why_not, "late", why_not)
    doubts = (doubt_about(row, papers.find(code)) for code in codes)
    doubt = next(filter(None, doubts), "")
    if row is not None and row.trouble:
        return Place(paper, title, row.trouble, "wait", doubt=doubt)
    return Place(paper, title, doubt or title, "wait" if doubt else "muted", doubt=doubt)


def _why_not(
    title: str, row: PrinterRow | None, printers: Printers, fittings: Sequence[Fitting]
) -> str:
    """Say what no waiting mends; before the first look nothing is known to be wrong."""
    if printers.trouble:
        return printers.trouble
    if row is None and printers.is_known:
        return gone(title)
    refusals = (printers.refusals.get(fitting, "") for fitting in fittings)
    return next(filter(None, refusals), "")
