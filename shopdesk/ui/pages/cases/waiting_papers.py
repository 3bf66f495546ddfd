"""The slips that wait to be printed, as one button on a page of cases, with their count.

slips = WaitingPapers(bench, actions, PACKING)
layout.addWidget(action_button(actions[PRINT_SLIPS]))
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.print_queue import find_held_ids, find_waiting_ids
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.desk import Reader
from shopdesk.ui.workbench import Workbench

PRINT_SLIPS = "print_slips"


@dataclass(frozen=True, slots=True)
class WaitingWish:
    """Which papers a page prints; `counted` names so many, the others are marked for translation.

    `document` is a key of rules.documents.
    """

    document: str
    name: str
    counted: Callable[[int], str]
    tip: str
    none: str


RETURNS = WaitingWish(
    "return_slip",
    N_("Print slips"),
    lambda n: ngettext("Print slip ({n})", "Print slips ({n})", n),
    N_("All returns that wait for their slip"),
    N_("No agreed return waits for its slip."),
)
PACKING = WaitingWish(
    "packing_slip",
    N_("Print packing slips"),
    lambda n: ngettext("Print packing slip ({n})", "Print packing slips ({n})", n),
    N_("All reshipments without a slip that can be packed now, or are packed"),
    N_("No reshipment that can be packed waits for its slip."),
)


class WaitingPapers(QObject):
    """Puts its action among those of the page, and goes with it; counts anew after each write.

    Held parcels are not among `ids`: their slip is printed once they can be packed.
    """

    def __init__(self, bench: Workbench, actions: Actions, wish: WaitingWish) -> None:
        super().__init__()
        self._bench, self._wish = bench, wish
        self.ids: list[int] = []
        action = Action(wish.name, "printer", "", wish.tip)
        self._action = actions.add(PRINT_SLIPS, action, self._print, self._why_none)
        self.setParent(self._action)
        bench.operations.changed.connect(self._read)
        self._read()

    def _read(self, _change: object = None) -> None:
        self._bench.operations.query((id(self), "slips"), self._find, self._show)

    def _find(self, reader: Reader) -> list[int]:
        awaited = self._bench.desk.settings.now.waiting_documents()
        found = find_waiting_ids(reader, self._wish.document, awaited=awaited)
        held = find_held_ids(reader, found)
        return [case_id for case_id in found if case_id not in held]

    def _show(self, found: list[int]) -> None:
        self.ids = found
        count = len(found)
        self._action.setText(self._wish.counted(count).format(n=count))
        self._action.refresh()

    def _print(self) -> None:
        from shopdesk.ui.papers.preview import open_paper

        open_paper(self._bench, self._wish.document, self.ids)

    def _why_none(self) -> str:
        return "" if self.ids else _(self._wish.none)
