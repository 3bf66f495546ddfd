"""Evidence that leaves the shop: copies without place and camera, films for the system's player."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.rules.evidence import KINDS
from shopdesk.storage.attachments import broken, place_of
from shopdesk.storage.files import (
    keep_off,
    move_into_place,
    open_ordinary,
    system_errors_as_sentences,
)
from shopdesk.ui.desk import Desk
from shopdesk.ui.evidence.pictures import picture_bytes, read_picture


def ask_place(
    parent: QWidget, desk: Desk, row: EvidenceRow, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where a copy goes, beginning in the folder that was used last."""
    folder = Path(desk.settings.now.last_folder or Path.home())
    kinds = f"{KINDS[row.kind].name} (*.{row.kind})"
    dialog = QFileDialog(parent, _("Save a copy"), str(folder), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(row.kind)
    dialog.selectFile(row.name)

    def take(name: str) -> None:
        with suppress(ShopDeskError):  # only a convenience
            desk.settings.change(last_folder=str(Path(name).parent))
        chosen(Path(name))

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def save_copy(folder: DataFolder, row: EvidenceRow, target: Path) -> Path:
    """Write a copy, whole or not at all; a picture's place and camera are left out.

    PDFs and films are copied as they are. Raises StorageError for trouble with a disk, FieldError
    for a picture that cannot be read any more.
    """
    keep_off(folder, target)
    draft = target.with_name(f"{target.name}.tmp")
    with system_errors_as_sentences():
        try:
            _write(place_of(folder.attachments, row.file_name), row, draft)
            move_into_place(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    return target


def open_outside(folder: DataFolder, row: EvidenceRow) -> bool:
    """Show a copy in the system's own program for its kind; the kept file is never handed over."""
    with system_errors_as_sentences():
        copy = Path(tempfile.mkdtemp(prefix="shopdesk-")) / f"evidence.{row.kind}"
        _copy(place_of(folder.attachments, row.file_name), copy)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def _write(kept: Path, row: EvidenceRow, draft: Path) -> None:
    if not row.is_picture:
        _copy(kept, draft)
        return
    image = read_picture(kept)
    if image is None:
        raise broken(row.name)
    draft.write_bytes(picture_bytes(image, row.kind))


def _copy(kept: Path, target: Path) -> None:
    with open_ordinary(kept) as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
