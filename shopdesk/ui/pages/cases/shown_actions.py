"""What can be done with the shown case of any kind by opening a form or a page for it.

add_shown((HAND_OVER, COMPLAIN), bench, page, actions, lambda: self.found)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

Open = Callable[[Workbench, ShownCase, QWidget], None]
"""Opens it for a case, over a window."""

HAND_OVER = "hand_over"
SEND_GOODS = "send_goods"
EVIDENCE_PACK = "evidence_pack"
COMPLAIN = "complain"

HANDING = Action(N_("Hand o&ver…"), "user")
"""Of one case, and of several."""


@dataclass(frozen=True, slots=True)
class ShownAction:
    """What it is called, and what it opens."""

    action: Action
    open: Open


def _hand_over(bench: Workbench, found: ShownCase, window: QWidget) -> None:
    from shopdesk.ui.dialogs.hand_over import hand_over_cases

    hand_over_cases(bench, window, [found.id], found.number).open()


def _send_goods(bench: Workbench, found: ShownCase, window: QWidget) -> None:
    from shopdesk.ui.dialogs.open_reshipment import open_reshipment

    open_reshipment(bench, found.id, window)


def _make_pack(bench: Workbench, found: ShownCase, _window: QWidget) -> None:
    from shopdesk.ui.papers.preview import open_paper

    open_paper(bench, "evidence_pack", [found.id])


def _complain(bench: Workbench, found: ShownCase, _window: QWidget) -> None:
    bench.guide.go("complaint_about", found.id)


SHOWN: Mapping[str, ShownAction] = {
    HAND_OVER: ShownAction(HANDING, _hand_over),
    SEND_GOODS: ShownAction(Action(N_("Send &goods…"), "truck"), _send_goods),
    EVIDENCE_PACK: ShownAction(Action(N_("&Evidence pack…"), "file-text"), _make_pack),
    COMPLAIN: ShownAction(
        Action(N_("Complaint a&bout this…"), "message-square-warning"), _complain
    ),
}


def add_shown(
    names: Iterable[str],
    bench: Workbench,
    page: QWidget,
    actions: Actions,
    found: Callable[[], ShownCase | None],
) -> None:
    """Put some of SHOWN among the actions of a page; `found` gives the case that is shown."""

    def do(opens: Open) -> None:
        case = found()
        if case is not None:
            opens(bench, case, page.window())

    for name in names:
        shown = SHOWN[name]
        actions.add(name, shown.action, partial(do, shown.open), lambda: _why_not(found()))


def _why_not(found: ShownCase | None) -> str:
    return "" if found is not None else _("Select a case first.")
