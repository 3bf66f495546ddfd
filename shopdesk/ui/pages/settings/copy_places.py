"""Where a copy of the shop's file goes to, or comes back from: a stick, another disk.

ask_place(card, self.save_to)                  # a name that need not be there yet
ask_file(card, self.ask_restore)               # a file that is there
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.i18n import _

_SUFFIX = "db"


def ask_place(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask for the place of a new copy; today's date is proposed for its name."""
    dialog = _dialog(parent, _("Save a copy"), chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_SUFFIX)
    today = datetime.now(UTC).astimezone().date()
    dialog.selectFile(f"shopdesk-{today.isoformat()}.{_SUFFIX}")
    dialog.open()


def ask_file(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask for a copy that was saved earlier."""
    dialog = _dialog(parent, _("Restore from a file"), chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def _dialog(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    kinds = _("ShopDesk files (*.db)")
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return dialog
