"""Hands and eyes for the tour: a window on a sample of its own, keys to press, pictures to take."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from shopdesk.desk import Desk
from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.sample.build import build_sample
from shopdesk.storage.files import system_errors_as_sentences
from shopdesk.ui.bug_reports import log_qt_messages
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.qt_texts import speak_in_windows
from shopdesk.ui.skin import Skin, ThemeChoice
from shopdesk.ui.welcome_window import WelcomeWindow

DialogT = TypeVar("DialogT", bound=QDialog)
SIZE = QSize(1440, 860)
PATIENCE_S = 30
HAND_S = 0.15
"""Between keys: what comes faster is a scanner's."""
CALM_S = 0.03
"""For what is painted or led on without a question to the file."""
ROUNDS = 2
"""An answer may ask again."""
SHORT_MS = 500
"""What is to happen later than that is not waited for."""
_BREATH_S = 0.002
_THREADS = 3
STUCK = N_("The tour waited in vain for: {what}.")


class Driver:
    """One sample shop in a folder of its own, and the window on it."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self._app = cast("QApplication", QApplication.instance() or QApplication(["shopdesk"]))
        log_qt_messages()
        self._skin = Skin(self._app)
        self.pictures = pictures
        self._shots = 0
        self._folder = DataFolder(folder)
        build_sample(self._folder.database, now=datetime.now(UTC))
        self.desk = Desk(self._folder)
        self.desk.settings.change(person=self._somebody())
        self._skin.wear("light")
        self.window = DeskWindow(self.desk, self._skin)
        self.window.reminders.due.disconnect()  # or one stands over whatever is shown just then
        self.window.resize(SIZE)
        self.window.show()
        self.calm()

    def page(self, key: str) -> Any:  # noqa: ANN401 - each page has its own methods
        """Go to a page and return it, at rest."""
        self.window.go(key)
        self.calm()
        return self.window.page_widget(key)

    def wear(self, language: str, theme: ThemeChoice) -> None:
        """Switch language and theme, as Settings does."""
        self.window.use_theme(theme)
        self.window.use_language(language)
        self.calm()

    def shoot(self, name: str) -> None:
        """Keep a picture of the window and of what stands over it."""
        self._keep(name, self.window)

    def shoot_next(self, name: str) -> None:
        """Keep a picture of the day; its number says when it was taken."""
        self._shots += 1
        self.shoot(f"day-{self._shots:02}-{name}")

    def shoot_welcome(self, name: str, folder: Path) -> None:
        """Keep a picture of the first start, on a folder with nothing in it."""
        desk = Desk(DataFolder(folder), new=True)
        window = WelcomeWindow(desk)
        window.resize(SIZE)
        window.show()
        self.calm()
        self._keep(name, window)
        window.close()
        window.deleteLater()
        desk.close()

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        together = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            together |= modifier
        self._breathe_for(HAND_S)
        QTest.keyClick(self._focused(), key, together)
        self.calm()

    def write(self, text: str) -> None:
        """Type letters and digits where the focus is."""
        QTest.keyClicks(self._focused(), text)
        self.calm()

    def until(self, what: str, come: Callable[[], object]) -> None:
        """Let the window work until something has come; raises StorageError if it does not."""
        self._wait(what, come)
        self.calm()

    def form(self, kind: type[DialogT]) -> DialogT:
        """Wait for a dialog and return it."""
        self.until(kind.__name__, lambda: isinstance(self._app.activeModalWidget(), kind))
        return cast("DialogT", self._app.activeModalWidget())

    def no_form(self) -> None:
        """Wait until no dialog stands over the window any more."""
        self.until("closing", lambda: self._app.activeModalWidget() is None)

    def hush(self) -> None:
        """Put away what was said of the last write, before it stands in the next picture."""
        self.window.shell.toast.put_away()

    def calm(self) -> None:
        """Let all that is asked and written be answered, and pictures be painted."""
        for _round in range(ROUNDS):
            self._breathe_for(CALM_S)
            self._wait("pauses", lambda: not self._pauses())
            self._hear_all()
        self._breathe_for(CALM_S)

    def _pauses(self) -> bool:
        """Whether something is done in a moment, such as a search after the last key."""
        return any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= SHORT_MS
            for timer in self.window.findChildren(QTimer)
        )

    def _hear_all(self) -> None:
        """Ask last at each thread, and wait for all answers: those before came by then."""
        operations = self.window.operations
        heard: list[object] = []
        operations.query("tour", lambda _reader: None, heard.append)
        operations.work("tour.work", lambda: None, heard.append)
        operations.after_writes(lambda: heard.append(None))
        self._wait("answers", lambda: len(heard) == _THREADS)

    def _wait(self, what: str, come: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not come():
            if time.monotonic() > end:
                raise StorageError(_(STUCK).format(what=what))
            self._breathe()

    def _breathe_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._breathe()

    def _breathe(self) -> None:
        """Let the window work, and the other threads: QTest's own waiting would hold them up."""
        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(_BREATH_S)

    def close(self) -> None:
        """Leave as the program does."""
        self.window.end()
        self.desk.close()
        speak_in_windows("en")

    def _somebody(self) -> str:
        with self.desk.reading() as reader:
            return str(reader.value("SELECT name FROM person ORDER BY id LIMIT 1"))

    def _focused(self) -> QWidget:
        over = self._app.activeModalWidget()
        if over is not None:
            return over.focusWidget() or over
        if not self.window.isActiveWindow():  # no desktop gives it the keys after a dialog
            self.window.activateWindow()
            self._breathe()
        return self._app.focusWidget() or self.window

    def _keep(self, name: str, window: QWidget) -> None:
        picture = window.grab()
        painter = QPainter(picture)
        painter.setPen(window.palette().mid().color())
        for over in sorted(self._app.topLevelWidgets(), key=_depth):
            if over.isVisible() and over is not window and over.parent() is not None:
                place = QRect(_place(over, window), over.size())
                painter.drawPixmap(place, over.grab())
                painter.drawRect(place)
        painter.end()
        save_picture(picture, self.pictures / f"{name}.png")


def save_picture(picture: QPixmap | QImage, path: Path) -> None:
    """Write a picture into a folder that is made for it; raises StorageError."""
    with system_errors_as_sentences():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(path)):
            raise OSError(path)


def _depth(widget: QWidget) -> int:
    """Return over how many others it was opened."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def _place(over: QWidget, window: QWidget) -> QPoint:
    """Return where a dialog stands over its window: in the middle, as a desktop puts it."""
    if over.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
        return over.pos() - window.pos()
    room = window.size() - over.size()
    return QPoint(room.width() // 2, room.height() // 2)
