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
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.ui.actions import Action, Actions, ButtonKind, action_button
from shopdesk.ui.base.message_bar import MessageBar
from shopdesk.ui.base.rail import Rail
from shopdesk.ui.base.toast import Toast
from shopdesk.ui.desk import Desk
from shopdesk.ui.icons import icon
from shopdesk.ui.messages import Messages
from shopdesk.ui.operations import Operations
from shopdesk.ui.workbench import Workbench

MIN_SIZE = QSize(1024, 640)
FIRST_SIZE = QSize(1440, 860)
_MARGIN_PX = 20
_TOP_PX = 14


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One place to go; `make` is called when it is first shown. `title` is marked."""

    key: str
    title: str
    icon: str
    make: Callable[[Workbench], QWidget]
    foot: bool = False
    gap_above: bool = False


class MainWindow(QMainWindow):
    """Leads from page to page and holds what all pages share."""

    files_dropped = Signal(list)
    """Paths of files that were dragged onto the window."""
    closing = Signal()
    """The window goes; the last backup may be made now."""

    def __init__(self, desk: Desk, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in pages}
        self._pages: dict[str, QWidget] = {}
        self._settings = desk.settings
        self.actions_of_window = Actions(self)
        self.operations = Operations(desk, self)
        self._bar = MessageBar()
        self._stack = QStackedWidget()
        self._top = QHBoxLayout()
        self.rail = Rail([(e.key, e.title, e.icon, e.foot, e.gap_above) for e in pages])
        self._set_up()
        self.messages = Messages(self, self._bar, Toast(self._stack), desk.folder.log)
        self.bench = Workbench(desk, self.operations, self.messages, self.actions_of_window, self)
        self._connect()

    @property
    def page(self) -> str:
        """The key of the page that is shown; empty before the first."""
        return self.rail.current

    def go(self, page: str, record_id: int | None = None) -> None:
        """Show a page and, if given, open one of its records."""
        shown = self._page(page)
        self._stack.setCurrentWidget(shown)
        self.rail.choose(page)
        if not self.rail.isAncestorOf(self.focusWidget() or self):
            shown.setFocus()
        if record_id is not None and hasattr(shown, "open_record"):
            shown.open_record(record_id)

    def add_top_action(
        self, name: str, action: Action, do: Callable[[], None], kind: ButtonKind = "plain"
    ) -> None:
        """Put an action that is there on every page at the right of the top bar."""
        made = self.actions_of_window.add(name, action, do)
        self._top.addWidget(action_button(made, kind, show_shortcut=True))

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place, let the running write end, and go."""
        self._keep_place()
        self.closing.emit()
        self.operations.close()
        super().closeEvent(event)

    def _set_up(self) -> None:
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setMinimumSize(MIN_SIZE)
        self.setAcceptDrops(True)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._make_right(), 1)
        self.setCentralWidget(content)
        kept = QByteArray.fromBase64(self._settings.now.window_geometry.encode())
        if not self.restoreGeometry(kept):
            self.resize(FIRST_SIZE)

    def _keep_place(self) -> None:
        """Remember size and place; a folder that cannot be written must not keep the window."""
        geometry = self.saveGeometry().toBase64().toStdString()
        with suppress(ShopDeskError):
            self._settings.change(window_geometry=geometry)

    def _make_right(self) -> QVBoxLayout:
        self._top.setSpacing(8)
        self._top.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(_MARGIN_PX, _TOP_PX, _MARGIN_PX, _TOP_PX)
        right.setSpacing(12)
        right.addLayout(self._top)
        right.addWidget(self._bar)
        right.addWidget(self._stack, 1)
        return right

    def _connect(self) -> None:
        self.rail.wanted.connect(self.go)
        self.operations.refused.connect(self._refuse)
        self.operations.failed.connect(self.messages.bug)
        for nth, key in enumerate(list(self._entries)[:9], start=1):
            QShortcut(f"Ctrl+{nth}", self, lambda wanted=key: self.go(wanted))

    def _refuse(self, error: ShopDeskError) -> None:
        self.messages.refuse(error.sentence)

    def _page(self, key: str) -> QWidget:
        if key not in self._pages:
            page = self._entries[key].make(self.bench)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]
