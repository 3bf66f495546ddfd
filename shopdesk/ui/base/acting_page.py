"""A list on whose rows one acts from the list itself: under the right button, on one or several.

class CallsPage(ActingPage[CallRow]):
    def menu_of_chosen(self) -> QMenu:             # of the one that is chosen
        return self.calls.menu(self.table)

    def act_on_none(self) -> None:                 # several are selected: keys act on none of them
        self.calls.show(None)

    def make_many(self) -> SelectedPanel:          # only where several can be selected
        return CallsPanel(self.bench, self)
"""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from shopdesk.ui.base.columns import Row
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.base.table_page import TablePage
from shopdesk.ui.workbench import Workbench

TICK_MS = 60_000
"""How often "in 3 h" is said anew."""


class ActingPage(TablePage[Row]):
    """Keeps what it says about time true, and leads back from several to one with Escape."""

    many: SelectedPanel | None

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._back_to_one = QShortcut(QKeySequence("Escape"), self, self._choose_one)
        self._back_to_one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back_to_one.setEnabled(self.has_many)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self.tick)
        tick.start()

    def menu_of_chosen(self) -> QMenu:
        """Return what can be done with the one that is chosen."""
        raise NotImplementedError

    def act_on_none(self) -> None:
        """Let no key act on one record while several are selected."""

    def show_again(self, record_id: int) -> None:
        """Choose a record once it is back in the list, after what took it out was undone."""
        self._awaited = record_id

    def tick(self) -> None:
        """Say anew what depends on the time."""
        self.model.forget_rows()

    def _choose_one(self) -> None:
        """Go back to the one that was chosen before others were selected."""
        self.table.choose(self.table.chosen)
        self.table.setFocus()

    def _show_side(self) -> None:
        """Act on one or on several, never on both."""
        super()._show_side()
        self._back_to_one.setEnabled(self.has_many)
        if self.has_many:
            self.act_on_none()

    def _open_menu(self, place: QPoint) -> None:
        panel = self.many if self.has_many else None
        menu = self.menu_of_chosen() if panel is None else panel.menu(self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place))
