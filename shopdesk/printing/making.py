"""Papers made of the records: put in order, read and drawn, on any thread but the window's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.printing.remarks import Remarks
from shopdesk.queries.label_sheets import load_label_sheets
from shopdesk.queries.papers import read_papers
from shopdesk.queries.print_queue import ids_there, sorted_ids
from shopdesk.rules.label_sheets import LabelSheet, next_start
from shopdesk.rules.printing import LABEL_DPI
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.settings import PaperChoice
from shopdesk.storage.reader import Reader

if TYPE_CHECKING:  # what draws is loaded with the first paper
    from shopdesk.printing.drawing import MadePaper
    from shopdesk.printing.sizes import PaperSize

LEAST_DPI, MOST_DPI = LABEL_DPI

OUT = {
    "printer": N_("Papers printed"),
    "file": N_("Papers saved as PDF"),
    "viewer": N_("Papers opened as PDF"),
    "hand": N_("Papers marked as printed"),
}
"""What the change is called that remembers them as out, by a key of rules.printing.WAYS."""


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """Whose papers, and how; `dpi` is one of LABEL_DPI, `start` the first free label."""

    document: str
    case_ids: tuple[int, ...]
    choice: PaperChoice
    shop_language: str
    dpi: int = LEAST_DPI
    start: int = 1


@dataclass(frozen=True, slots=True)
class MadeLot:
    """Finished papers, in the order of `case_ids`; `sheet` are the labels they are on, if any.

    `remarks` are sentences about what a person would not see in time.
    """

    wanted: PaperWanted
    case_ids: tuple[int, ...]
    paper: "MadePaper"
    sheet: LabelSheet | None
    remarks: tuple[str, ...]

    @property
    def next_start(self) -> int:
        """The first label of the sheet that is free once these are printed; 1 without labels."""
        if self.sheet is None:
            return 1
        return next_start(self.wanted.start, self.paper.used, self.sheet.count)


def printed(made: MadeLot, way: str, printer: str = "") -> PrintedDraft:
    """Return what is remembered of papers that left in a way of rules.printing's WAYS."""
    wanted = made.wanted
    return PrintedDraft(
        document=wanted.document,
        case_ids=made.case_ids,
        paper=made.sheet.code if made.sheet else made.paper.size.code,
        language=wanted.choice.language,
        printer=printer,
        way=way,
        pages=made.paper.pages,
    )


def make(reader: Reader, wanted: PaperWanted, after_each: Callable[[int], object]) -> MadeLot:
    """Draw the papers of some cases; raises DomainError when none of the cases is there."""
    from shopdesk.printing.drawing import PaperWish, draw

    choice = wanted.choice
    case_ids = _in_order(reader, wanted)
    found = read_papers(reader, wanted.document, case_ids)
    first = next(found, None)
    if first is None:
        raise DomainError(_("There is nothing to print any more. Close this and choose again."))
    remarks = Remarks()
    remarks.see_missing(len(set(wanted.case_ids)) - len(case_ids))
    paper = _paper(reader, wanted, first.region, remarks)
    wanted = replace(wanted, start=start_on(paper, wanted.start))
    wish = PaperWish(paper, choice.language, wanted.shop_language, wanted.dpi, wanted.start)
    made = draw(wanted.document, _watched(chain((first,), found), remarks), wish, after_each)
    remarks.see_replaced(made.replaced)
    remarks.see_left_away(made.left_away)
    sheet = paper if isinstance(paper, LabelSheet) else None
    return MadeLot(wanted, tuple(case_ids), made, sheet, remarks.sentences())


def _paper(
    reader: Reader, wanted: PaperWanted, region: str, remarks: Remarks
) -> "PaperSize | LabelSheet":
    """Return the paper that was chosen; instead of one that is gone, the document's usual one."""
    from shopdesk.printing.papers import is_gone, paper_of, usual_paper

    code, own = wanted.choice.paper, load_label_sheets(reader)
    if not is_gone(code, own):
        return paper_of(code, own, region)
    usual = usual_paper(wanted.document, region)
    remarks.see_gone(usual.name)
    return usual


def start_on(paper: "PaperSize | LabelSheet", start: int) -> int:
    """Return the first free label of a paper: 1 where it has no label of that number."""
    count = paper.count if isinstance(paper, LabelSheet) else 1
    return start if 1 <= start <= count else 1


def _in_order(reader: Reader, wanted: PaperWanted) -> list[int]:
    """Return the cases as they come out; one that was taken back meanwhile stops no other."""
    if not wanted.choice.order:
        return ids_there(reader, wanted.case_ids)
    return sorted_ids(reader, wanted.document, wanted.case_ids, wanted.choice.order)


def _watched(found: Iterator[Any], remarks: Remarks) -> Iterator[Any]:
    for data in found:
        remarks.see(data)
        remarks.see_logo(data.paper.logo_png)
        yield data
