"""A person at the desk: the whole window over a real file, moved by keys and dropped files."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.ui import watch
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.skin import Skin

WidgetT = TypeVar("WidgetT", bound=QWidget)
PATIENCE_MS = 10_000


class Seat:
    """What a person at the desk does and sees."""

    def __init__(self, desk: Desk, window: DeskWindow, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = window
        self._qtbot = qtbot

    def page(self, key: str) -> Any:
        """Return a page of the window."""
        return self.window.page_widget(key)

    def press(
        self, *keys: Qt.Key, control: bool = False, alt: bool = False, shift: bool = False
    ) -> None:
        """Press keys where the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        if control:
            held |= Qt.KeyboardModifier.ControlModifier
        if alt:
            held |= Qt.KeyboardModifier.AltModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        for key in keys:
            QTest.keyClick(self._focus(), key, held)

    def write(self, text: str) -> None:
        """Type letters and digits where the focus is."""
        QTest.keyClicks(self._focus(), text)

    def drop(self, paths: Sequence[Path]) -> None:
        """Drag files from a folder onto the window."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(300, 300),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(event)

    def until(self, seen: Callable[[], object]) -> None:
        """Wait until something is seen."""
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)

    def dialog(self, kind: type[WidgetT]) -> WidgetT:
        """Wait for a dialog."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def no_dialog(self) -> None:
        """Wait until the window itself has the keys again."""
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def open_return(self, case_id: int) -> None:
        """Show a return with the keys on its list."""
        self.no_dialog()
        self.window.go("returns", case_id)
        page = self.page("returns")
        self.until(lambda: page.case_actions.found == self.record(case_id))
        page.table.setFocus()

    def in_state(self, state: str) -> None:
        """Wait until the return on the screen is in a state."""
        actions = self.page("returns").case_actions
        self.until(lambda: actions.found is not None and actions.found.state == state)

    def record(self, case_id: int) -> ReturnDetail:
        """Read a return from the file."""
        with self.desk.reading() as reader:
            found = load_return_detail(reader, case_id)
        assert found is not None
        return found

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with self.desk.reading() as reader:
            return int(reader.value(f"SELECT count(*) FROM {table}"))

    def take_back(self) -> None:
        """Press Ctrl+Z in the window."""
        self.no_dialog()
        self.press(Qt.Key.Key_Z, control=True)

    @property
    def bar(self) -> str:
        """What the bar over the page says."""
        return self.window.shell.bar.sentence

    def words(self, of: QWidget) -> str:
        """Return all that the labels of a widget say."""
        return "\n".join(label.text() for label in of.findChildren(QLabel))

    def _focus(self) -> QWidget:
        over = QApplication.activeModalWidget()
        found = (over.focusWidget() or over) if over else QApplication.focusWidget()
        return found or self.window


Sit = Callable[[], Seat]


@pytest.fixture
def sit(
    desk: Desk, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sit]:
    """Open the window on what is in the file by now; other writers are noticed at once."""
    monkeypatch.setattr(watch, "LOOK_MS", 100)
    skin = Skin(qapp)
    skin.wear("light")
    windows: list[DeskWindow] = []

    def opened() -> Seat:
        window = DeskWindow(desk, skin)
        windows.append(window)
        window.show()
        window.activateWindow()
        seat = Seat(desk, window, qtbot)
        seat.until(window.isActiveWindow)
        return seat

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
