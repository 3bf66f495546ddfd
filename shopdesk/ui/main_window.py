"""The window's shell: the rail at the left, the bar at the top, and one page at a time.

    PAGES = (
        PageEntry("returns", N_("Returns"), "rotate-ccw", ReturnsPage),
        PageEntry("settings", N_("Settings"), "settings", SettingsPage, foot=True),
    )
    window = MainWindow(desk, PAGES)
    window.add_top_action("new_return", Action(N_("New return"), "plus", "Ctrl+N"), start)
    window.rail.set_shop("云柔家居", shops=3)
    window.rail.set_count("returns", 31)
    window.go("returns")

A page is made when it is first shown. `files_dropped` tells of files dragged onto it.
After a switch of language `rebuild()` makes all of it anew; whoever fills the rail does so
again when `rebuilt` tells.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.ui.actions import Action, Actions, ButtonKind, action_button
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.long_work import ask_to_stop, running_work
from shopdesk.ui.base.mnemonics import settle_mnemonics
from shopdesk.ui.base.rail import Rail
from shopdesk.ui.desk import Desk
from shopdesk.ui.dialogs.undoing import redo_last, undo_last
from shopdesk.ui.icons import icon
from shopdesk.ui.messages import Messages
from shopdesk.ui.operations import Operations
from shopdesk.ui.search.box import SearchBox
from shopdesk.ui.shell import PageEntry, Shell, in_rail
from shopdesk.ui.workbench import Workbench

__all__ = ["MainWindow", "PageEntry"]

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")
"""They work everywhere but in a text field, which has them for what is typed there."""
MIN_SIZE = QSize(1024, 640)
FIRST_SIZE = QSize(1440, 860)


@dataclass(frozen=True, slots=True)
class _TopAction:
    """An action of the top bar as it was declared, to be made again in another language."""

    name: str
    action: Action
    do: Callable[[], None]
    kind: ButtonKind


class MainWindow(QMainWindow):
    """Leads from page to page and holds what all pages share."""

    files_dropped = Signal(list)
    """Paths of files that were dragged onto the window."""
    rebuilt = Signal()
    """The rail is empty again: its counts, the shop and the last backup have to be set."""
    closing = Signal()
    """The window goes; the last backup may be made now."""

    def __init__(self, desk: Desk, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self._desk = desk
        self._entries = {entry.key: entry for entry in pages}
        self._pages: dict[str, QWidget] = {}
        self._page = ""
        self._is_ending = False
        self._top_actions: list[_TopAction] = []
        self.actions_of_window = Actions(self)
        self.operations = Operations(desk, self)
        self._furnish()
        self._set_up()
        self._connect()

    @property
    def page(self) -> str:
        """The key of the page that is shown; empty before the first."""
        return self._page

    @property
    def rail(self) -> Rail:
        """The rail at the left."""
        return self.shell.rail

    def go(
        self, page: str, record_id: int | None = None, *, chip: str = "", step: str = ""
    ) -> None:
        """Show a page, lead the keyboard there, and, if given, open a chip or a record of it.

        A `step` is taken on the record once it is shown.
        """
        shown = self._shown(page)
        if page != self._page:
            self.messages.leave_page()
        self._page = page
        self.shell.stack.setCurrentWidget(shown)
        self.rail.choose(self._entries[page].under or page)
        shown.setFocus()
        if chip and hasattr(shown, "show_chip"):
            shown.show_chip(chip)
        if record_id is not None and hasattr(shown, "open_record"):
            shown.open_record(record_id)
            if step and hasattr(shown, "take_once_shown"):
                shown.take_once_shown(record_id, step)

    def add_top_action(
        self, name: str, action: Action, do: Callable[[], None], kind: ButtonKind = "plain"
    ) -> None:
        """Put an action that is there on every page at the right of the top bar."""
        declared = _TopAction(name, action, do, kind)
        self._top_actions.append(declared)
        self._make_top_action(declared)

    def rebuild(self) -> None:
        """Make all that is seen anew, in the language spoken now, and return to the page."""
        self.operations.drop_all()
        self.actions_of_window.clear()
        self._pages.clear()
        self.messages.deleteLater()
        self._furnish()
        for declared in self._top_actions:
            self._make_top_action(declared)
        self.rebuilt.emit()
        if self._page:
            self.go(self._page)

    def fit_screen(self) -> None:
        """Fill a screen that is smaller than what the pages are drawn for; call it once."""
        room = self.screen().availableSize()
        fitting = FIRST_SIZE.boundedTo(room)
        self.setMinimumSize(MIN_SIZE.boundedTo(room))
        if not self._has_place and fitting != FIRST_SIZE:
            self.resize(fitting)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def sizeHint(self) -> QSize:
        """Open as large as the pages are drawn for."""
        return FIRST_SIZE

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from this machine, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files came."""
        urls = event.mimeData().urls()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def end(self) -> None:
        """Close, whatever was typed."""
        self._is_ending = True
        self.close()

    @property
    def typed_page(self) -> str:
        """The key of a page on which something was typed that is not saved; empty if none."""
        touched = (key for key, page in self._pages.items() if getattr(page, "is_touched", False))
        return next(touched, "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and go; asks first if something was typed, or is under way."""
        if self.typed_page and not self._is_ending:
            event.ignore()
            self.go(self.typed_page)
            ask_to_throw_away(self, self.end)
            return
        if not self._is_ending and ask_to_stop(self, self.end):
            event.ignore()
            return
        for work in running_work(self):
            work.end()
        self._keep_place()
        self.closing.emit()
        self.operations.close()
        super().closeEvent(event)

    def _furnish(self) -> None:
        self.shell = Shell(tuple(self._entries.values()))
        self.setCentralWidget(self.shell)  # Qt deletes the one before, and its pages
        self.shell.rail.wanted.connect(self._go_by_rail)
        log_file = self._desk.folder.log
        self.messages = Messages(self, self.shell.bar, self.shell.toast, log_file)
        self.bench = Workbench(
            self._desk, self.operations, self.messages, self.actions_of_window, self
        )
        self.search = SearchBox(self.bench, self.shell)
        self.shell.top.insertWidget(0, self.search, 100)

    def _make_top_action(self, declared: _TopAction) -> None:
        made = self.actions_of_window.add(declared.name, declared.action, declared.do)
        self.shell.top.addWidget(action_button(made, declared.kind, show_shortcut=True))

    def _set_up(self) -> None:
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setMinimumSize(MIN_SIZE)
        self.setAcceptDrops(True)
        kept = QByteArray.fromBase64(self._desk.settings.now.window_geometry.encode())
        self._has_place = self.restoreGeometry(kept)
        if not self._has_place:
            self.resize(FIRST_SIZE)

    def _keep_place(self) -> None:
        """Remember size and place; a folder that cannot be written must not keep the window."""
        geometry = self.saveGeometry().toBase64().toStdString()
        with suppress(ShopDeskError):
            self._desk.settings.change(window_geometry=geometry)

    def _connect(self) -> None:
        self.operations.refused.connect(self._refuse)
        self.operations.failed.connect(self._confess)
        for nth, entry in enumerate(in_rail(tuple(self._entries.values()))[:9], start=1):
            QShortcut(f"Ctrl+{nth}", self, lambda wanted=entry.key: self.go(wanted))
        for keys in UNDO_KEYS:
            QShortcut(QKeySequence(keys), self, lambda: undo_last(self.bench))
        for keys in REDO_KEYS:
            QShortcut(QKeySequence(keys), self, lambda: redo_last(self.bench))

    def _refuse(self, error: ShopDeskError) -> None:
        self.messages.refuse(error.sentence)

    def _confess(self, error: BaseException) -> None:
        self.messages.bug(error)

    def _go_by_rail(self, page: str) -> None:
        """Leave the keyboard on the rail if it is there: who walks along it goes on.

        The place where one is already leads from the record that is open back to the list.
        """
        entry = self.focusWidget()
        was_there = page == self._page
        self.go(page)
        if was_there and hasattr(self._pages[page], "show_list"):
            self._pages[page].show_list()  # type: ignore[attr-defined]
        if entry is not None and self.rail.isAncestorOf(entry):
            entry.setFocus()

    def _shown(self, key: str) -> QWidget:
        if key not in self._pages:
            page = self._entries[key].make(self.bench)
            settle_mnemonics(page)
            self._pages[key] = page
            self.shell.stack.addWidget(page)
        return self._pages[key]
