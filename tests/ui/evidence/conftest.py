"""The window with the returns page and a case on it, and files to add."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.evidence import EvidenceRow, load_evidence
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pages.returns.page import ReturnsPage
from shopdesk.ui.skin import Skin
from tests.making import make_order, make_return
from tests.pictures import picture


@dataclass
class AtWork:
    """The window, and what a person does with photos in it."""

    desk: Desk
    window: DeskWindow
    qtbot: QtBot
    case_id: int

    @property
    def page(self) -> ReturnsPage:
        found = self.window.page_widget("returns")
        assert isinstance(found, ReturnsPage)
        return found

    @property
    def strip(self) -> EvidenceStrip:
        return self.page.evidence.strip

    def until(self, seen: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)

    def kept(self) -> list[EvidenceRow]:
        with self.desk.reading() as reader:
            return list(load_evidence(reader, EvidencePlace(self.case_id)))

    def press(self, key: Qt.Key, target: QWidget | None = None, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        focused = target or QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)

    def enter(self, target: QWidget) -> None:
        """Lead the keyboard to a widget."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        target.setFocus()

    def drop(self, paths: list[Path], target: QWidget | None = None) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        (target or self.window).dropEvent(event)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three photos of three colours."""
    made = []
    for n, colour in enumerate(("#884422", "#228844", "#224488"), start=1):
        path = tmp_path / f"照片 {n}.jpg"
        path.write_bytes(picture("jpg", 400, 300, colour))
        made.append(path)
    return made


@pytest.fixture
def at_work(desk: Desk, qtbot: QtBot) -> Iterator[AtWork]:
    case_id = make_return(desk, make_order(desk))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = DeskWindow(desk, Skin(application))
    window.show()
    window.go("returns")
    made = AtWork(desk, window, qtbot, case_id)
    made.until(lambda: made.page.case_actions.found)
    window.activateWindow()
    made.until(window.isActiveWindow)
    yield made
    window.end()
