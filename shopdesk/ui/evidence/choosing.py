"""The system's dialog in which evidence is chosen, several files at once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.rules.evidence import ENDINGS
from shopdesk.settings import SettingsFile


def ask_files(
    parent: QWidget, settings: SettingsFile, chosen: Callable[[Sequence[Path]], None]
) -> QFileDialog:
    """Ask for files, beginning in the folder that was used last."""
    patterns = " ".join(f"*.{ending}" for ending in sorted(ENDINGS))
    kinds = f"{_('Photos, films and PDFs')} ({patterns})"
    folder = settings.now.last_folder or str(Path.home())
    dialog = QFileDialog(parent, _("Add evidence"), folder, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(names: list[str]) -> None:
        paths = [Path(name) for name in names]
        with suppress(ShopDeskError):  # only a convenience
            settings.change(last_folder=str(paths[0].parent))
        chosen(paths)

    dialog.filesSelected.connect(take)
    dialog.open()
    return dialog
