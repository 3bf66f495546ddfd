"""The backups that are there, a new one at once, a copy elsewhere, and the way back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.rules.sentences import evidence_lacking
from shopdesk.storage.backup_list import BackupRow, BackupState, list_backups
from shopdesk.storage.backups import SavedCopy, make_backup, save_copy
from shopdesk.storage.manifests import BackupReason
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.progress import BusyLine
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.pages.settings.backup_lines import BACKUP_COLUMNS, BackupLine, line_of
from shopdesk.ui.pages.settings.clock import clock_of
from shopdesk.ui.pages.settings.copy_places import ask_file, ask_place
from shopdesk.ui.pages.settings.restore_dialog import RestoreDialog
from shopdesk.ui.theme import ROW_HEIGHT_PX
from shopdesk.ui.workbench import Workbench

_TABLE_PX = 36 + 6 * ROW_HEIGHT_PX
_NONE_YET = N_(
    "There is no backup yet. Backups are made by themselves, at closing and every half hour of"
    " changes. “Back up now” makes the first one at once."
)


class BackupsCard(Card):
    """Nothing is put back from here: `restore_wanted` asks the program to do it."""

    backed_up = Signal()
    restore_wanted = Signal(Path)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Backups"))
        self._bench = bench
        self._lines: dict[int, BackupLine] = {}
        self._is_busy = False
        self._busy = BusyLine()
        self.model: IdTableModel[BackupLine] = IdTableModel(BACKUP_COLUMNS, self._fetch)
        self.table: IdTableView[BackupLine] = IdTableView(self.model, BACKUP_COLUMNS, _("Backups"))
        self._actions = Actions(self, within=True)
        self._add_actions()
        self._none = plain_label(_(_NONE_YET), "muted", wrap=True)
        self._arrange()
        self.table.record_chosen.connect(lambda _id: self._actions.refresh())
        self.table.record_opened.connect(lambda _id: self.restore_chosen())

    def read(self) -> None:
        """Read the list again, in the background."""
        folder, clock = self._bench.desk.folder, clock_of(self._bench.desk)
        self._bench.operations.work(
            "settings.backups",
            lambda: [line_of(row, clock) for row in list_backups(folder)],
            self._show,
        )

    def back_up(self) -> None:
        """Make a backup now."""
        folder = self._bench.desk.folder
        self._start()
        self._bench.operations.work(
            "settings.backup",
            lambda: make_backup(folder, BackupReason.BY_HAND),
            partial(self._finish, _("Backed up, and read through: it is sound.")),
            self._refuse,
        )

    def save_to(self, place: Path) -> None:
        """Write a verified copy of the shop's file to another place."""
        source = self._bench.desk.folder.database
        said = _("Copied, and read through: {file}").format(file=str(place))
        self._start()
        self._bench.operations.work(
            "settings.copy",
            lambda: save_copy(source, place),
            partial(self._finish, said),
            self._refuse,
        )

    def restore_chosen(self) -> None:
        """Show what a restore of the chosen backup would take back."""
        chosen = self._chosen
        if chosen is not None and not self._why_not_restore():
            self.ask_restore(chosen.path)

    def ask_restore(self, path: Path) -> None:
        """Show what a restore of a file would take back, and let the person decide."""
        dialog = RestoreDialog(self._bench, self.window(), path)
        dialog.confirmed.connect(lambda: self.restore_wanted.emit(path))
        dialog.open()

    @property
    def _chosen(self) -> BackupLine | None:
        return self._lines.get(self.table.chosen or 0)

    def _fetch(self, ids: Sequence[int]) -> list[BackupLine]:
        return [self._lines[i] for i in ids]

    def _show(self, lines: list[BackupLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self.model.set_ids([line.id for line in lines])
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._actions.refresh()

    def _start(self) -> None:
        self._is_busy = True
        self._busy.start()
        self._actions.refresh()

    def _stop(self) -> None:
        self._is_busy = False
        self._busy.stop()
        self._actions.refresh()

    def _finish(self, sentence: str, made: BackupRow | SavedCopy) -> None:
        self._stop()
        self._bench.messages.toast(sentence)
        if made.lacking:
            self._bench.messages.refuse(evidence_lacking(made.lacking))
        self.backed_up.emit()
        self.read()

    def _refuse(self, error: ShopDeskError) -> None:
        self._stop()
        self._bench.messages.refuse(error.sentence)

    def _why_not_now(self) -> str:
        return _("A copy is being made.") if self._is_busy else ""

    def _why_not_restore(self) -> str:
        if self._chosen is None:
            return _("Choose a backup in the list first.")
        if self._chosen.state is BackupState.DAMAGED:
            return _("This backup is damaged. Choose an earlier one.")
        return self._why_not_now()

    def _add_actions(self) -> None:
        add = self._actions.add
        busy = self._why_not_now
        add("now", Action(N_("&Back up now"), "database-backup"), self.back_up, busy)
        add("copy", Action(N_("Save a cop&y…"), "save"), self._ask_place, busy)
        add(
            "restore",
            Action(N_("&Restore…"), "archive-restore"),
            self.restore_chosen,
            self._why_not_restore,
        )
        add("file", Action(N_("Restore from a file…"), "folder"), self._ask_file, busy)

    def _arrange(self) -> None:
        buttons = FlowLayout()
        for name in ("now", "copy", "restore", "file"):
            buttons.addWidget(action_button(self._actions[name]))
        self.table.setFixedHeight(_TABLE_PX)
        self._none.hide()
        self.body.addLayout(buttons)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)

    def _ask_place(self) -> None:
        ask_place(self, self.save_to)

    def _ask_file(self) -> None:
        ask_file(self, self.ask_restore)
