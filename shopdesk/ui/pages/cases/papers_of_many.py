"""The papers of several selected cases, among what can be done with them together.

add_papers_of_many(bench, actions, MANY_RETURN_PAPERS, self._ids_of, self._why_none_of)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from shopdesk.i18n import N_
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.workbench import Workbench

PRINT = "print_many"


@dataclass(frozen=True, slots=True)
class ManyPaper:
    """What opens a document for all, or with `later` puts it into the queue."""

    name: str
    action: Action
    document: str
    later: bool = False


_SLIPS_LATER = Action(N_("Print slips la&ter"), "clock")

MANY_RETURN_PAPERS = (
    ManyPaper(PRINT, Action(N_("&Print slips"), "printer", "Ctrl+P"), "return_slip"),
    ManyPaper("slips_later", _SLIPS_LATER, "return_slip", later=True),
    ManyPaper("return_labels", Action(N_("Return address &labels"), "tag"), "return_label"),
    ManyPaper("inspection_sheets", Action(N_("&Inspection sheets"), "list"), "inspection_sheet"),
)
MANY_RESHIPMENT_PAPERS = (
    ManyPaper(PRINT, Action(N_("&Print packing slips"), "printer", "Ctrl+P"), "packing_slip"),
    ManyPaper("slips_later", _SLIPS_LATER, "packing_slip", later=True),
    ManyPaper("address_labels", Action(N_("Address &labels"), "tag"), "address_label"),
    ManyPaper("packing_list", Action(N_("P&acker's list"), "list"), "packing_list"),
)


def add_papers_of_many(
    bench: Workbench,
    actions: Actions,
    papers: Iterable[ManyPaper],
    ids_of: Callable[[ManyPaper], Sequence[int]],
    why_not: Callable[[ManyPaper], str],
) -> None:
    """Add the papers' actions to those of several cases; `ids_of` gives those that it fits."""
    for paper in papers:
        open_them = partial(_open, bench, paper, ids_of)
        actions.add(paper.name, paper.action, open_them, partial(why_not, paper))


def _open(bench: Workbench, paper: ManyPaper, ids_of: Callable[[ManyPaper], Sequence[int]]) -> None:
    ids = ids_of(paper)
    if not ids:
        return
    if paper.later:
        from shopdesk.ui.papers.case_ways_out import print_later

        print_later(bench, paper.document, ids)
    else:
        from shopdesk.ui.papers.preview import open_paper

        open_paper(bench, paper.document, ids)
