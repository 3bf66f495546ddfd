"""Printing the slip of the shown case, among the actions of its page."""

from collections.abc import Callable

from shopdesk.i18n import N_
from shopdesk.ui.actions import Action, Actions, WhyNot
from shopdesk.ui.dialogs.slip_paper import LABELS, SlipKind
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

PRINT_SLIP, SAVE_SLIP, PRINT_LABEL = "print_slip", "save_slip", "print_label"
_PRINT = Action(N_("&Print slip…"), "printer", "Ctrl+P")
_SAVE = Action(N_("&Save slip as PDF…"), "save")
_LABEL = Action(N_("Print address &label…"), "printer")


class SlipActions:
    """Puts them among those of the page; `found` gives the case that is shown."""

    def __init__(
        self,
        bench: Workbench,
        kind: SlipKind,
        found: Callable[[], ShownCase | None],
        why_not: WhyNot,
    ) -> None:
        self._bench, self._kind, self._found, self._why_not = bench, kind, found, why_not

    def add_to(self, actions: Actions, *, label: bool = False) -> None:
        """Add the slip's actions, and with `label` that of the address label."""
        actions.add(PRINT_SLIP, _PRINT, self._print, self._why_not)
        actions.add(SAVE_SLIP, _SAVE, self._save, self._why_not)
        if label:
            actions.add(PRINT_LABEL, _LABEL, self._print_label, self._why_not)

    def _print(self) -> None:
        self._open(self._kind)

    def _save(self) -> None:
        self._open(self._kind, save=True)

    def _print_label(self) -> None:
        self._open(LABELS)

    def _open(self, kind: SlipKind, *, save: bool = False) -> None:
        from shopdesk.ui.dialogs.slip_preview import open_slips

        found = self._found()
        if found is not None:
            open_slips(self._bench, [found.id], kind, save=save)
