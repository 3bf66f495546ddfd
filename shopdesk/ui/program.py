"""The program from its start to its end: which window is open on which folder, and why.

What the usual start does not need is imported where it is used, for the window to open at once.
"""

import logging
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from shopdesk.desk import Desk
from shopdesk.errors import ShopDeskError, StorageError
from shopdesk.i18n import _, current_language, system_language
from shopdesk.instance import Instance
from shopdesk.paths import DataFolder, sample_folder
from shopdesk.queries.shops import load_shops
from shopdesk.rules.sentences import evidence_lacking
from shopdesk.settings import SettingsFile
from shopdesk.storage.start import (
    DAMAGED,
    Action,
    AlreadyOpen,
    NeedsUpgrade,
    NewShop,
    Outcome,
    Ready,
    Refused,
    start,
)
from shopdesk.ui.bug_reports import log_qt_messages, watching_for_bugs
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.log_file import LogFile
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.qt_texts import speak_in_windows
from shopdesk.ui.signals import ending_on_signals
from shopdesk.ui.skin import Skin, ThemeChoice

QUEUED = Qt.ConnectionType.QueuedConnection
"""A window is not taken down while one of its own signals is on the way."""

SETTLED_MS = 600
"""When the first rows stand; what is loaded beside them before would hold them up."""

log = logging.getLogger(__name__)


class Program(QObject):
    """Opens a shop's folder, shows what it finds there, and leaves it safe."""

    def __init__(self, folder: DataFolder, *, language: str = "", sample: bool = False) -> None:
        self._app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
        super().__init__()
        self._language = language
        self._skin = Skin(self._app)
        self._first = folder
        self._folder = folder
        self._log_file = LogFile()
        self._instance = Instance(folder, self)
        self._desk: Desk | None = None
        self.window: QWidget | None = None
        """What is shown now; None before the first window and after the last."""
        self.begin = partial(self.open_sample if sample else self.open, folder)
        """Shows the first window."""

    def run(self) -> int:
        """Show the first window and stay until the last is closed."""
        log_qt_messages()
        self.begin()
        code = 0
        if self.window is not None:
            with watching_for_bugs(self._tell, self), ending_on_signals(self._app.exit):
                code = self._app.exec()
        self.leave()
        return code

    def open(self, folder: DataFolder) -> None:
        """Leave what is open and open a folder."""
        self._enter(folder)
        self._look()

    def open_sample(self, folder: DataFolder | None = None) -> None:
        """Open the sample shop, made first where there is none of these days.

        It lies in a folder of its own unless another is named.
        """
        if self.window is not None:  # asked for in the first window, in a language chosen there
            self._language = current_language()
        self._enter(folder or sample_folder())
        outcome = start(self._folder, self._hold)
        if isinstance(outcome, NewShop) or self._is_outdated(outcome):
            self._make_sample()
        else:
            self._show_outcome(outcome)

    def leave(self) -> None:
        """Close the window and the file, and let the folder go."""
        self._close_shop()
        self._log_file.drop()
        self._instance.release()

    def _enter(self, folder: DataFolder) -> None:
        self.leave()
        self._folder = folder
        self._instance = Instance(folder, self)
        self._instance.raised.connect(self._come_to_front)
        chosen = SettingsFile(folder.settings).now
        speak_in_windows(self._language or chosen.language or system_language())
        self._skin.wear(cast("ThemeChoice", chosen.theme or "system"))

    def _hold(self) -> AlreadyOpen | Refused | None:
        """Take the folder's lock; its log is written from then on, and not before."""
        refused = self._instance.hold()
        if refused is None:
            self._log_file.keep(self._folder)
        return refused

    def _look(self) -> None:
        """Judge the folder as it is now and show what it is fit for."""
        self._show_outcome(start(self._folder, self._hold))

    def _show_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case AlreadyOpen():
                log.info("the shop is open in another window, which was brought to the front")
                self._end()
            case Refused():
                self._refuse(outcome)
            case NewShop():
                self._welcome(Desk(self._folder, new=True), outcome.warnings)
            case NeedsUpgrade():
                self._upgrade(outcome)
            case Ready():
                self._open_desk(outcome)

    def _open_desk(self, ready: Ready) -> None:
        self._desk = desk = Desk(self._folder)
        try:
            with desk.reading() as reader:
                shops = load_shops(reader)
            window = DeskWindow(desk, self._skin) if shops else None
        except StorageError as error:  # damage that the look at the file's first pages passed over
            self._refuse(Refused(error.sentence, (Action.RESTORE, Action.CHOOSE_FOLDER)))
            return
        if window is None:
            self._welcome(desk, ready.warnings)
            return
        window.restore_wanted.connect(self._restore, QUEUED)
        self._show(window, ready.warnings)
        window.later(SETTLED_MS, partial(self._warm_up, window, desk, ready))

    def _warm_up(self, window: DeskWindow, desk: Desk, ready: Ready) -> None:
        """Load what writing needs, then look the file through, both beside the window."""
        window.operations.work("warm up", desk.warm_up, _no_answer)
        self._check(window, ready)

    def _check(self, window: DeskWindow, ready: Ready) -> None:
        """Look the file through beside the work; damage is told in the window."""
        from shopdesk.storage.checks import find_damage

        def tell(damage: str | None) -> None:
            if damage:
                log.error("the shop's file is damaged: %s", damage)
                window.messages.refuse(_(DAMAGED))

        path, thorough = self._folder.database, ready.needs_thorough_check
        window.operations.work("file check", lambda: find_damage(path, thorough=thorough), tell)

    def _welcome(self, desk: Desk, warnings: tuple[str, ...]) -> None:
        from shopdesk.ui.welcome_window import WelcomeWindow

        self._desk = desk
        window = WelcomeWindow(desk)
        window.done.connect(partial(self.open, self._folder), QUEUED)
        window.sample_wanted.connect(self.open_sample, QUEUED)
        window.operations.work("new file", lambda: desk.database, _no_answer)
        self._show(window, warnings)

    def _upgrade(self, found: NeedsUpgrade) -> None:
        from shopdesk.storage.upgrade import upgrade

        try:
            upgrade(self._folder)
        except ShopDeskError as error:
            self._refuse(_retry(error))
            return
        self._open_desk(Ready(found.warnings))

    # -- the sample shop -------------------------------------------------------------------

    def _is_outdated(self, outcome: Outcome) -> bool:
        from shopdesk.sample.freshness import is_outdated

        return isinstance(outcome, Ready) and is_outdated(self._folder.database, datetime.now(UTC))

    def _make_sample(self) -> None:
        from shopdesk.ui.making_sample import MakingSample

        making = MakingSample(self._folder)
        making.made.connect(self._look, QUEUED)
        making.refused.connect(self._refuse_sample, QUEUED)
        making.stopped.connect(self._go_back, QUEUED)
        self._show(making)

    def _refuse_sample(self, sentence: str) -> None:
        self._refuse(Refused(sentence, (Action.CHOOSE_FOLDER,)))

    def _go_back(self) -> None:
        """Return to where the sample was asked for; a program started for it ends."""
        if self._first == self._folder:
            self._end()
        else:
            self.open(self._first)

    # -- what a refusal offers -------------------------------------------------------------

    def _refuse(self, refused: Refused) -> None:
        from shopdesk.ui.refusal import RefusalWindow

        window = RefusalWindow(refused, self._folder.root)
        window.wanted.connect(self._act, QUEUED)
        self._show(window)

    def _act(self, action: Action) -> None:
        """Do what a refusal offered, then look again."""
        if action is Action.CHOOSE_FOLDER:
            self._choose_folder()
            return
        try:
            if action is Action.RESTORE:
                self._restore_newest()
            elif action is Action.TAKE_OVER:
                self._instance.take_over()
        except ShopDeskError as error:
            self._refuse(_retry(error))
            return
        self._look()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self.window, _("Choose the shop's folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(DataFolder(Path(name))), QUEUED)
        dialog.open()

    def _restore_newest(self) -> None:
        from shopdesk.storage.backup_list import newest_intact
        from shopdesk.storage.restore import restore

        newest = newest_intact(self._folder)
        if newest is None:
            raise ShopDeskError(_("There is no good backup in this folder. Choose another folder."))
        if self._instance.hold() is None:
            restore(self._folder, newest.path)

    # -- what the window asks for ----------------------------------------------------------

    def _restore(self, backup: Path) -> None:
        """Close the shop, put a backup in its place, and open it again."""
        from shopdesk.storage.restore import restore

        self._close_shop()
        try:
            lacking = restore(self._folder, backup).lacking
        except ShopDeskError as error:
            sentence = error.sentence
        else:
            sentence = _("The backup is restored. The file that was there is kept beside it.")
            if lacking:
                sentence = f"{sentence}\n{evidence_lacking(lacking)}"
        self._look()
        if isinstance(self.window, MainWindow):
            self.window.messages.note(sentence)

    def _tell(self, error: BaseException) -> None:
        """Tell what nobody caught: trouble with the file by its sentence, the rest as our bug."""
        if not isinstance(self.window, MainWindow):
            log.error("A mistake of ShopDesk", exc_info=error)
        elif isinstance(error, ShopDeskError):
            self.window.messages.refuse(error.sentence)
        else:
            self.window.messages.bug(error)

    # -- windows ---------------------------------------------------------------------------

    def _show(self, window: QWidget, warnings: tuple[str, ...] = ()) -> None:
        """Show a window instead of the one before; the last to be closed ends the program."""
        before, self.window = self.window, window
        if isinstance(window, MainWindow):
            window.fit_screen()
        window.show()
        self._app.setQuitOnLastWindowClosed(True)
        if before is not None:
            _put_away(before)
        if warnings and isinstance(window, MainWindow):
            window.messages.note("\n".join(warnings))

    def _come_to_front(self) -> None:
        """Show the window over the others: the program was started a second time."""
        window = self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def _close_shop(self) -> None:
        """Close the window, then the file, behind a backup of what was changed."""
        self._app.setQuitOnLastWindowClosed(False)
        window, self.window = self.window, None
        if window is not None:
            _put_away(window)
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()
            _back_up_at_closing(self._folder)

    def _end(self) -> None:
        self.leave()
        self._app.quit()


def _put_away(window: QWidget) -> None:
    """Close a window, and with it the clocks and questions of its pages."""
    if isinstance(window, MainWindow):
        window.end()
    else:
        window.close()
    window.deleteLater()


def _no_answer(_value: object) -> None:
    """Nothing waits for this work."""


def _retry(error: ShopDeskError) -> Refused:
    return Refused(error.sentence, (Action.RETRY, Action.CHOOSE_FOLDER))


def _back_up_at_closing(folder: DataFolder) -> None:
    """Keep a verified copy; trouble is logged, for the window is gone by now."""
    from shopdesk.storage.backups import back_up_if_changed
    from shopdesk.storage.manifests import BackupReason

    if not folder.database.exists():
        return
    try:
        back_up_if_changed(folder, BackupReason.CLOSING)
    except ShopDeskError as error:
        log.warning("no backup was made at closing: %s", error.sentence)
