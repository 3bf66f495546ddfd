"""The system's dialog in which one file with a table or a text is chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.i18n import _

_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls"


def ask_table_file(parent: QWidget, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file, and go on with `chosen` unless the person thinks better of it."""
    kinds = _("Tables and texts ({patterns})").format(patterns=_PATTERNS)
    dialog = QFileDialog(parent, _("Choose a file"), "", kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
