"""Before a restore: what the backup holds, and what would be taken back, in full."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.paths import DataFolder
from shopdesk.storage.manifests import REASON_LABELS, BackupName, Contents
from shopdesk.storage.restore import ChangesSince, LostChange, changes_since, check_restorable
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.settings.clock import Clock, clock_of
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 560
_LIST_PX = 180
_MARGIN_PX = 20


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a restore would bring and take; `lost` is None where that cannot be told."""

    contents: Contents
    lost: ChangesSince | None


class RestoreDialog(QDialog):
    """The button that restores says how much it takes back; Escape and Enter leave all as it is."""

    confirmed = Signal()

    def __init__(self, bench: Workbench, parent: QWidget, path: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH_PX)
        self._clock = clock_of(bench.desk)
        self._holds = plain_label(_("The backup is read through…"), "muted", wrap=True)
        self._notice = Notice("", "wait")
        self._list = ScrollColumn(padding_px=0)
        self.restore_button = QPushButton(_("Restore"))
        self._cancel = QPushButton(_("Leave all as it is"))
        self._arrange(path)
        self.restore_button.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self.reject)
        folder = bench.desk.folder
        bench.operations.work(
            (id(self), "prospect"), lambda: _prospect(folder, path), self._show, self._refuse
        )

    @property
    def sentence(self) -> str:
        """What is said about the changes since."""
        return self._notice.sentence

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _show(self, prospect: Prospect) -> None:
        self._holds.setText(_holds(prospect.contents))
        lost = prospect.lost
        if lost is None:
            self._tell(_("What was done since cannot be told: it went on from another file."))
        elif lost.total == 0:
            self._notice.set_text(_("Nothing was changed since. Nothing is lost."), "good")
            self._notice.show()
        else:
            self._tell(_taken_back(lost.total))
            self.restore_button.setText(_button_text(lost.total))
            self._fill(lost)
        self.restore_button.setEnabled(True)
        self.restore_button.setToolTip("")
        self.adjustSize()

    def _tell(self, sentence: str) -> None:
        self._notice.set_text(sentence, "wait")
        self._notice.show()

    def _refuse(self, error: ShopDeskError) -> None:
        self._holds.hide()
        self._notice.set_text(error.sentence, "late")
        self._notice.show()
        self.restore_button.setToolTip(error.sentence)
        self.adjustSize()

    def _fill(self, lost: ChangesSince) -> None:
        self._list.body.setSpacing(4)
        for change in lost.newest:
            self._list.body.addWidget(plain_label(_change_text(change, self._clock), wrap=True))
        if lost.total > len(lost.newest):
            self._list.body.addWidget(plain_label(_("and earlier ones"), "muted"))
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.setAccessibleName(self._notice.sentence)
        needed = self._list.body.totalHeightForWidth(_WIDTH_PX - 2 * _MARGIN_PX)
        self._list.setFixedHeight(min(needed, _LIST_PX))
        self._list.show()

    def _arrange(self, path: Path) -> None:
        self._notice.hide()
        self._list.hide()
        self.restore_button.setEnabled(False)
        self.restore_button.setAutoDefault(False)
        self.restore_button.setToolTip(_("The backup is read through…"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Restore this backup?"), "title"))
        layout.addWidget(plain_label(_named(path, self._clock), "strong", wrap=True))
        layout.addWidget(self._holds)
        layout.addWidget(self._notice)
        layout.addWidget(self._list)
        layout.addWidget(plain_label(_kept(), "small", wrap=True))
        layout.addLayout(buttons)


def _prospect(folder: DataFolder, path: Path) -> Prospect:
    contents = check_restorable(path)
    return Prospect(contents, changes_since(folder, path))


def _named(path: Path, clock: Clock) -> str:
    """Return when one of our backups was made and why, or the name of another file."""
    name = BackupName.parse(path.name)
    if name is None:
        return path.name
    return f"{clock(name.made_at)} · {_(REASON_LABELS[name.reason])}"


def _holds(contents: Contents) -> str:
    number = Formats(current_language()).number
    counts = {
        table: number(contents.rows.get(table, 0)) for table in ("orders", "cases", "customer")
    }
    return _("It holds {orders} orders, {cases} cases and {customer} customers.").format(**counts)


def _taken_back(total: int) -> str:
    return ngettext(
        "{n} change since would be lost:", "{n} changes since would be lost:", total
    ).format(n=Formats(current_language()).number(total))


def _button_text(total: int) -> str:
    return ngettext("Restore, and lose {n} change", "Restore, and lose {n} changes", total).format(
        n=Formats(current_language()).number(total)
    )


def _change_text(change: LostChange, clock: Clock) -> str:
    what = _(change.label).format_map(change.values)
    return " · ".join((clock(change.at), change.person, what))


def _kept() -> str:
    return _(
        "The shop's file as it is now is kept in a folder beside it. The window closes for a"
        " moment and opens again with the backup."
    )
