"""The papers of the shown case, or of several selected ones, among what can be done with them.

add_papers(bench, actions, RETURN_PAPERS, lambda: self.found, self._why_no_slip)
add_papers_of_many(bench, actions, MANY_RETURN_PAPERS, self._ids_of, self._why_none_of)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from shopdesk.i18n import N_
from shopdesk.ui.actions import Action, Actions, WhyNot
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

PRINT_SLIP, SAVE_SLIP, PRINT_LABEL = "print_slip", "save_slip", "print_label"
INSPECTION_SHEET = "inspection_sheet"
PRINT = "print_many"


@dataclass(frozen=True, slots=True)
class CasePaper:
    """What opens a document, a key of rules.documents.

    With `save` it asks for the file at once; with `later` it puts the document into the queue.
    """

    name: str
    action: Action
    document: str
    save: bool = False
    later: bool = False


RETURN_PAPERS = (
    CasePaper(PRINT_SLIP, Action(N_("&Print slip…"), "printer", "Ctrl+P"), "return_slip"),
    CasePaper(SAVE_SLIP, Action(N_("&Save slip as PDF…"), "save"), "return_slip", save=True),
    CasePaper(PRINT_LABEL, Action(N_("Return address &label…"), "tag"), "return_label"),
    CasePaper(INSPECTION_SHEET, Action(N_("&Inspection sheet…"), "list"), "inspection_sheet"),
)
RESHIPMENT_PAPERS = (
    CasePaper(PRINT_SLIP, Action(N_("&Print packing slip…"), "printer", "Ctrl+P"), "packing_slip"),
    CasePaper(
        SAVE_SLIP, Action(N_("&Save packing slip as PDF…"), "save"), "packing_slip", save=True
    ),
    CasePaper(PRINT_LABEL, Action(N_("Address &label…"), "tag"), "address_label"),
)

_SLIPS_LATER = Action(N_("Print slips la&ter"), "clock")

MANY_RETURN_PAPERS = (
    CasePaper(PRINT, Action(N_("&Print slips"), "printer", "Ctrl+P"), "return_slip"),
    CasePaper("slips_later", _SLIPS_LATER, "return_slip", later=True),
    CasePaper("return_labels", Action(N_("Return address &labels"), "tag"), "return_label"),
    CasePaper("inspection_sheets", Action(N_("&Inspection sheets"), "list"), "inspection_sheet"),
)
MANY_RESHIPMENT_PAPERS = (
    CasePaper(PRINT, Action(N_("&Print packing slips"), "printer", "Ctrl+P"), "packing_slip"),
    CasePaper("slips_later", _SLIPS_LATER, "packing_slip", later=True),
    CasePaper("address_labels", Action(N_("Address &labels"), "tag"), "address_label"),
    CasePaper("packing_list", Action(N_("P&acker's list"), "list"), "packing_list"),
)


def names_of(papers: Iterable[CasePaper]) -> tuple[str, ...]:
    """Return the names of the actions, for a menu."""
    return tuple(paper.name for paper in papers)


def add_papers(
    bench: Workbench,
    actions: Actions,
    papers: Iterable[CasePaper],
    found: Callable[[], ShownCase | None],
    why_not: WhyNot,
) -> None:
    """Add the papers' actions to those of a page; `found` gives the case that is shown."""

    def ids_of(_paper: CasePaper) -> Sequence[int]:
        shown = found()
        return () if shown is None else (shown.id,)

    add_papers_of_many(bench, actions, papers, ids_of, lambda _paper: why_not())


def add_papers_of_many(
    bench: Workbench,
    actions: Actions,
    papers: Iterable[CasePaper],
    ids_of: Callable[[CasePaper], Sequence[int]],
    why_not: Callable[[CasePaper], str],
) -> None:
    """Add the papers' actions to those of several cases; `ids_of` gives those that it fits."""
    for paper in papers:
        open_them = partial(_open, bench, paper, ids_of)
        actions.add(paper.name, paper.action, open_them, partial(why_not, paper))


def _open(bench: Workbench, paper: CasePaper, ids_of: Callable[[CasePaper], Sequence[int]]) -> None:
    ids = ids_of(paper)
    if not ids:
        return
    if paper.later:
        from shopdesk.ui.papers.case_ways_out import print_later

        print_later(bench, paper.document, ids)
    else:
        from shopdesk.ui.papers.preview import open_paper

        open_paper(bench, paper.document, ids, save=paper.save)
