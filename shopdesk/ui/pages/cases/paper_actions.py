"""The papers of the shown case, among the actions of its page.

add_papers(bench, actions, RETURN_PAPERS, lambda: self.found, self._why_no_slip)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from shopdesk.i18n import N_
from shopdesk.ui.actions import Action, Actions, WhyNot
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

PRINT_SLIP, SAVE_SLIP, PRINT_LABEL = "print_slip", "save_slip", "print_label"
INSPECTION_SHEET = "inspection_sheet"


@dataclass(frozen=True, slots=True)
class CasePaper:
    """What opens a document, a key of rules.documents; with `save` it asks for the file at once."""

    name: str
    action: Action
    document: str
    save: bool = False


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
    for paper in papers:
        actions.add(paper.name, paper.action, partial(_open, bench, paper, found), why_not)


def _open(bench: Workbench, paper: CasePaper, found: Callable[[], ShownCase | None]) -> None:
    from shopdesk.ui.papers.preview import open_paper

    shown = found()
    if shown is not None:
        open_paper(bench, paper.document, [shown.id], save=paper.save)
