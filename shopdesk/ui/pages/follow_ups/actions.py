"""What can be done with the chosen follow-up, each action declared once."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.follow_ups.doing import FollowUpDoing
from shopdesk.ui.workbench import Workbench

LOG = Action(N_("&Log call…"), "phone", "", N_("Outcome, score and the next one in one go (Enter)"))
SNOOZE = Action(N_("&Snooze"), "", "", N_("Be reminded again later"))
CHANGE = Action(N_("&Change…"), "pencil", "Ctrl+E")
DROP = Action(N_("&Not needed any more"), "x")


class FollowUpActions:
    """Acts on `row`, the follow-up that the detail shows."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        self.row: FollowUpRow | None = None
        self.doing = FollowUpDoing(bench, page)
        self.actions = Actions(page, within=True)
        add = self.actions.add
        self.log = add("log", LOG, self._with(self.doing.log), self._why_not)
        self.snooze = add("snooze", SNOOZE, self._open_snoozes, self._why_not)
        add("change", CHANGE, self._with(self.doing.change), self._why_not)
        add("drop", DROP, self._with(self.doing.drop), self._why_not)
        self.anchor = page
        """Where the menu of snoozes opens; the detail puts its button there."""

    def show(self, row: FollowUpRow | None) -> None:
        """Act on another one from now on."""
        self.row = row
        self.actions.refresh()

    def menu(self, parent: QWidget, *, whole: bool = False) -> QMenu:
        """Return what is behind the primary button, or all of it."""
        names = ("log", "", "change", "drop") if whole else ("change", "drop")
        menu = self.actions.menu(names, parent)
        if whole and self.row is not None and self.row.done_at is None:
            snoozes = self.doing.snooze_menu(self.row, menu)
            snoozes.setTitle(_("&Snooze"))
            menu.insertMenu(self.actions["change"], snoozes)
        return menu

    def _with(self, do: Callable[[FollowUpRow], None]) -> Callable[[], None]:
        def act() -> None:
            if self.row is not None:
                do(self.row)

        return act

    def _open_snoozes(self) -> None:
        if self.row is None:
            return
        menu = self.doing.snooze_menu(self.row, self.anchor)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.anchor.mapToGlobal(self.anchor.rect().bottomLeft()))

    def _why_not(self) -> str:
        if self.row is None:
            return _("Choose a follow-up first.")
        return "" if self.row.done_at is None else _("It is done already.")
