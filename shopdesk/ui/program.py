"""The program from its start to its end: which window is open on which folder, and why.

What the usual start does not need is imported where it is used, for the window to open at once.
"""

import logging
import sys
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from shopdesk.desk import Desk
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _, system_language
from shopdesk.instance import Instance
from shopdesk.paths import DataFolder, sample_folder
from shopdesk.queries.shops import load_shops
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
from shopdesk.ui.bug_reports import log_qt_messages, watch_for_bugs
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.qt_texts import speak_in_windows
from shopdesk.ui.skin import Skin, ThemeChoice

QUEUED = Qt.ConnectionType.QueuedConnection
"""A window is not taken down while one of its own signals is on the way."""

log = logging.getLogger(__name__)


class Program(QObject):
    """Opens a shop's folder, shows what it finds there, and leaves it safe."""

    def __init__(self, folder: DataFolder, *, language: str = "", sample: bool = False) -> None:
        self._app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
        super().__init__()
        self._language = language
        self._skin = Skin(self._app)
        self._instance: Instance | None = None
        self._desk: Desk | None = None
        self._window: QWidget | None = None
        self._folder = folder
        self._first = self.open_sample if sample else partial(self.open, folder)
        log_qt_messages()

    def run(self) -> int:
        """Show the first window and stay until the last is closed."""
        self._first()
        if self._window is None:
            return 0
        code = self._app.exec()
        self._leave()
        return code

    def open(self, folder: DataFolder) -> None:
        """Leave what is open and open a folder."""
        self._leave()
        self._folder = folder
        self._dress()
        self._instance = Instance(folder, self)
        self._show_outcome(start(folder, self._instance.hold))

    def open_sample(self) -> None:
        """Open the sample shop, made first where there is none of these days."""
        folder = sample_folder()
        if folder.database.exists():
            self.open(folder)
            return
        self._leave()
        self._folder = folder
        self._dress()
        from shopdesk.ui.making_sample import MakingSample

        making = MakingSample(folder)
        making.made.connect(partial(self.open, folder), QUEUED)
        making.refused.connect(self._refuse_sample, QUEUED)
        self._show(making)

    def _dress(self) -> None:
        chosen = SettingsFile(self._folder.settings).now
        speak_in_windows(self._language or chosen.language or system_language())
        self._skin.wear(cast("ThemeChoice", chosen.theme or "system"))

    def _show_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case AlreadyOpen():
                log.info("the shop is open in another window, which was brought to the front")
            case Refused():
                self._refuse(outcome)
            case NewShop():
                self._welcome(Desk(self._folder, new=True))
            case NeedsUpgrade():
                self._upgrade()
            case Ready():
                self._open_desk(outcome)

    def _open_desk(self, ready: Ready) -> None:
        desk = Desk(self._folder)
        with desk.reading() as reader:
            shops = load_shops(reader)
        if not shops:
            self._welcome(desk)
            return
        self._desk = desk
        window = DeskWindow(desk, self._skin, sample=self._folder == sample_folder())
        window.restore_wanted.connect(self._restore, QUEUED)
        self._follow(window)
        for sentence in ready.warnings:
            window.messages.note(sentence)
        window.warm_up(lambda: desk.database)
        self._check(window, ready)

    def _check(self, window: DeskWindow, ready: Ready) -> None:
        """Look the file through beside the work; damage is told in the window."""
        from shopdesk.storage.checks import find_damage

        def tell(damage: str | None) -> None:
            if damage:
                log.error("the shop's file is damaged: %s", damage)
                window.messages.refuse(_(DAMAGED))

        thorough = ready.needs_thorough_check
        window.operations.work(
            "file check", lambda: find_damage(self._folder.database, thorough=thorough), tell
        )

    def _welcome(self, desk: Desk) -> None:
        from shopdesk.ui.welcome_window import WelcomeWindow

        self._desk = desk
        window = WelcomeWindow(desk)
        window.done.connect(partial(self.open, self._folder), QUEUED)
        window.sample_wanted.connect(self.open_sample, QUEUED)
        window.operations.work("new file", lambda: desk.database, _no_answer)
        self._follow(window)

    def _follow(self, window: MainWindow) -> None:
        if self._instance:
            self._instance.raised.connect(window.come_to_front)
        watch_for_bugs(window.messages.bug, window)
        self._show(window)

    def _show(self, window: QWidget) -> None:
        self._window = window
        window.show()
        self._app.setQuitOnLastWindowClosed(True)

    def _refuse_sample(self, sentence: str) -> None:
        self._leave()
        self._refuse(Refused(sentence, (Action.CHOOSE_FOLDER,)))

    def _refuse(self, refused: Refused) -> None:
        from shopdesk.ui.refusal import RefusalWindow

        window = RefusalWindow(refused)
        window.wanted.connect(self._act, QUEUED)
        self._show(window)

    def _act(self, action: Action) -> None:
        """Do what a refusal offered, then look again."""
        if self._window:
            self._window.close()
        try:
            self._prepare(action)
        except ShopDeskError as error:
            self._refuse(Refused(error.sentence, (Action.RETRY, Action.CHOOSE_FOLDER)))
            return
        self.open(self._folder)

    def _prepare(self, action: Action) -> None:
        if action is Action.RESTORE:
            self._restore_newest()
        elif action is Action.TAKE_OVER and self._instance:
            self._instance.take_over()
        elif action is Action.CHOOSE_FOLDER:
            chosen = QFileDialog.getExistingDirectory(None, _("Choose the shop's folder"))
            if chosen:
                self._folder = DataFolder(Path(chosen))

    def _restore_newest(self) -> None:
        from shopdesk.storage.backup_list import newest_intact
        from shopdesk.storage.restore import restore

        newest = newest_intact(self._folder)
        if newest is None:
            raise ShopDeskError(_("There is no good backup in this folder. Choose another folder."))
        restore(self._folder, newest.path)

    def _restore(self, backup: Path) -> None:
        """Close the shop, put a backup in its place, and open it again."""
        from shopdesk.storage.restore import restore

        folder = self._folder
        self._leave(release=False)
        try:
            restore(folder, backup)
        except ShopDeskError as error:
            self._reopen(error.sentence)
            return
        self._reopen(_("The backup is restored. The file that was there is kept beside it."))

    def _reopen(self, sentence: str) -> None:
        self._open_desk(Ready(warnings=(sentence,)))

    def _upgrade(self) -> None:
        from shopdesk.storage.upgrade import upgrade

        try:
            upgrade(self._folder)
        except ShopDeskError as error:
            self._refuse(Refused(error.sentence, (Action.RETRY, Action.CHOOSE_FOLDER)))
            return
        self._open_desk(Ready())

    def _leave(self, *, release: bool = True) -> None:
        """Close the window and the file, behind a backup of what was changed."""
        self._app.setQuitOnLastWindowClosed(False)
        desk, self._desk = self._desk, None
        window, self._window = self._window, None
        if isinstance(window, DeskWindow):
            window.watch.close()
        if window is not None:
            window.close()
        if desk is not None:
            desk.close()
            _back_up_at_closing(self._folder)
        if release and self._instance:
            self._instance.release()
            self._instance = None


def _no_answer(_value: object) -> None:
    """Nothing waits for this work."""


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
