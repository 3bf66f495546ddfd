"""The program on folders of the test's own, as a person meets it: one window after another."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.paths import DataFolder
from shopdesk.services.setup import set_up
from shopdesk.storage.upgrade import create
from shopdesk.ui.program import Program
from tests.conftest import SHOP
from tests.making import make_order, make_return

WindowT = TypeVar("WindowT", bound=QWidget)
PATIENCE_MS = 20_000


class Run:
    """A program under way."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self._qtbot = qtbot

    def shows(self, kind: type[WindowT], *, after: QWidget | None = None) -> WindowT:
        """Wait until a window of this kind, other than the one before, is shown."""

        def is_there() -> bool:
            window = self.program.window
            return isinstance(window, kind) and window is not after and window.isVisible()

        self.until(is_there)
        window = self.program.window
        assert isinstance(window, kind)
        return window

    def press(self, words: str) -> None:
        """Press the button with these words."""
        next(button for button in self._buttons() if button.text() == words).click()

    def offers(self) -> list[str]:
        """Return the words of all buttons, in their order."""
        return [button.text() for button in self._buttons()]

    def until(self, seen: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)

    def _buttons(self) -> list[QPushButton]:
        assert self.program.window is not None
        return self.program.window.findChildren(QPushButton)


Begin = Callable[..., Run]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Start the program on a folder; its sample shop lies in a folder of the test, too."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    begun: list[Program] = []

    def start(folder: DataFolder, *, sample: bool = False, language: str = "") -> Run:
        program = Program(folder, sample=sample, language=language)
        begun.append(program)
        program.begin()
        return Run(program, qtbot)

    yield start
    for program in begun:
        program.leave()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A folder that is not there yet."""
    return DataFolder(tmp_path / "shop")


@pytest.fixture
def shop(folder: DataFolder) -> DataFolder:
    """A folder with a shop that has one return."""
    create(folder.database)
    desk = Desk(folder)
    desk.write("Set up", lambda session: set_up(session, SHOP, "小李"))
    make_return(desk, make_order(desk))
    desk.close()
    return folder


def words_in(widget: QWidget) -> str:
    """Return all that its labels say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def count(folder: DataFolder, table: str) -> int:
    """Return how many rows a table of the shop's file has."""
    desk = Desk(folder)
    with desk.reading() as reader:
        found = int(reader.value(f"SELECT count(*) FROM {table}"))
    desk.close()
    return found
