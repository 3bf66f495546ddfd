"""The second view: what was understood, its tables, and the button that accepts it."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.importing.head import PreviewHead, mismatch_sentence
from shopdesk.ui.pages.importing.tables import PreviewTables
from shopdesk.ui.pages.importing.understanding import Understood

Do = Callable[[], None]


class PreviewView(QWidget):
    """Enter imports, Escape puts the files away."""

    def __init__(self, accept: Do, discard: Do, choose: Do) -> None:
        super().__init__()
        self._found: Understood | None = None
        self._is_busy = False
        self.head = PreviewHead()
        self.tables = PreviewTables()
        self.actions_of_view = Actions(self, within=True)
        self._add_actions(accept, discard, choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.tables, 1)
        layout.addLayout(self._make_foot())
        self.setFocusProxy(self.tables)

    def show_found(self, found: Understood) -> None:
        """Show what was read."""
        self._found = found
        self.head.show_found(found)
        self.tables.show_plan(found)
        self.actions_of_view["accept"].setText(_accept_text(found))
        self.actions_of_view.refresh()

    def set_busy(self, *, busy: bool) -> None:
        """Take no second Enter while the import is being written."""
        self._is_busy = busy
        self.head.setEnabled(not busy)
        self.actions_of_view.refresh()

    def why_not_accept(self) -> str:
        """Return why nothing can be imported now, as a sentence; empty if it can."""
        found = self._found
        if found is None:
            return _("Choose files first.")
        if self._is_busy:
            return _("The orders are being imported.")
        if not found.fits:
            return mismatch_sentence(found)
        return "" if found.is_news else _("There is nothing new to import.")

    def _why_not_leave(self) -> str:
        return _("The orders are being imported.") if self._is_busy else ""

    def _add_actions(self, accept: Do, discard: Do, choose: Do) -> None:
        actions = self.actions_of_view
        take = actions.add("accept", Action(N_("&Import"), "check"), accept, self.why_not_accept)
        take.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        actions.add(
            "discard", Action(N_("Cancel"), shortcut="Escape"), discard, self._why_not_leave
        )
        actions.add("choose", Action(N_("&Choose other files…")), choose, self._why_not_leave)

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(
            plain_label(_("Nothing is written until you import. You can undo it then."), "muted"), 1
        )
        foot.addWidget(action_button(self.actions_of_view["choose"]))
        foot.addWidget(action_button(self.actions_of_view["discard"]))
        foot.addWidget(action_button(self.actions_of_view["accept"], "primary"))
        return foot


def _accept_text(found: Understood) -> str:
    count = len(found.plan.orders)
    if not count:
        return _("&Import")
    return ngettext("&Import {n} order", "&Import {n} orders", count).format(n=count)
