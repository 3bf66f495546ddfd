"""A paper as a file: saved where the person wants it, or opened in the system's viewer."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.i18n import _
from shopdesk.printers.order import Paper
from shopdesk.printing.files import write_whole
from shopdesk.settings import SettingsFile


def ask_file(
    parent: QWidget, paper: Paper, settings: SettingsFile, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Open the system's dialog in the folder that was used last; `chosen` gets the place."""
    folder = Path(settings.now.last_folder or Path.home())
    dialog = QFileDialog(parent, _("Save as PDF"), str(folder), _("PDF files (*.pdf)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(paper.file_name)

    def take(name: str) -> None:
        settings.change(last_folder=str(Path(name).parent))
        chosen(Path(name))

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def write_aside(paper: Paper) -> Path:
    """Write a copy for another program into a folder that only this person can read."""
    place = Path(tempfile.mkdtemp(prefix="shopdesk-")) / paper.file_name
    write_whole(place, paper.content)
    return place


def open_outside(place: Path) -> bool:
    """Show a file in the system's own viewer; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
