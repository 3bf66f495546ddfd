"""Where the shop's file lies, how large it is, and whether it is sound."""

import logging
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.storage.checks import find_damage
from shopdesk.storage.start import DAMAGED
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.settings.file_sizes import size_text
from shopdesk.ui.workbench import Workbench

log = logging.getLogger(__name__)


class DataCard(Card):
    """The folder is shown as it is, to be found again from anywhere."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Your data"))
        self._bench = bench
        self._facts = Facts(said=bench.messages.toast)
        self._notice = Notice("", "good")
        self._notice.hide()
        self.check_button = icon_button(_("&Check the file"), "circle-check", self.check_file)
        buttons = QHBoxLayout()
        buttons.addWidget(icon_button(_("Open &folder"), "folder", self._open_folder))
        buttons.addWidget(self.check_button)
        buttons.addStretch(1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._notice)
        self.body.addLayout(buttons)

    def show_sizes(self) -> None:
        """Read again how much room the file and its backups take."""
        folder = self._bench.desk.folder
        database, backups = size_of(folder.database), folder_size_of(folder.backups)
        self._facts.set_facts(
            [
                Fact(_("Folder"), str(folder.root), copy=True),
                Fact(_("Shop"), size_text(database)),
                Fact(_("Backups"), size_text(backups)),
            ]
        )

    def check_file(self) -> None:
        """Read the whole file through, in the background."""
        self.check_button.setEnabled(False)
        self._notice.set_text(_("The file is read through…"), "accent")
        self._notice.show()
        path = self._bench.desk.folder.database
        self._bench.operations.work(
            "settings.check", lambda: find_damage(path, thorough=True), self._checked, self._refused
        )

    def _checked(self, damage: str | None) -> None:
        self.check_button.setEnabled(True)
        if damage is None:
            self._notice.set_text(_("Just read through: the file is sound."), "good")
            return
        log.error("the shop's file is damaged: %s", damage)
        self._notice.set_text(_(DAMAGED), "late")

    def _refused(self, error: ShopDeskError) -> None:
        self.check_button.setEnabled(True)
        self._notice.set_text(error.sentence, "late")

    def _open_folder(self) -> None:
        root = self._bench.desk.folder.root
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(root))):
            self._bench.messages.refuse(
                _("The folder could not be shown. Click its name to copy it, and go there.")
            )


def size_of(path: Path) -> int:
    """Return how many bytes a file takes with its journal; one that is not there takes none."""
    journal = path.with_name(f"{path.name}-wal")
    return sum(part.stat().st_size for part in (path, journal) if part.exists())


def folder_size_of(folder: Path) -> int:
    """Return how many bytes the files right in a folder take."""
    if not folder.exists():
        return 0
    return sum(entry.stat().st_size for entry in folder.iterdir() if entry.is_file())
