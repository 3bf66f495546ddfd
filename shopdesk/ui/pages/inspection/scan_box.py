"""The box that a scanner writes into: a number of the goods and Enter count one."""

import unicodedata
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from shopdesk.i18n import _
from shopdesk.queries.inspection import ExpectedLine
from shopdesk.ui.base.leading_icon import lead_with

_TAKING_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class ScanBox(QLineEdit):
    """Keeps the focus after each scan."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Scan goods or type their SKU: Enter counts one"))
        self.setAccessibleName(_("Scan goods"))
        lead_with(self, "scan-barcode")

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing is typed here that it could take back."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text():
            keys = cast("QKeyEvent", event)
            if any(keys.matches(taking) for taking in _TAKING_BACK):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a scan on at Enter; with Ctrl, or with nothing typed, Enter is the panel's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and plain and self.text().strip():
            code = self.text()
            self.setText("")  # not clear(), which Ctrl+Z would take back
            self.scanned.emit(code)
        elif enter:
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_of(line: ExpectedLine, code: str) -> bool:
    """Tell whether a scanned or typed number is that of a line's goods."""
    folded = folded_code(code)
    return bool(folded) and folded in {folded_code(line.sku), folded_code(line.key)}


def folded_code(code: str) -> str:
    """Return a number as it is compared: letters and digits, in one case and width."""
    return "".join(c for c in unicodedata.normalize("NFKC", code).casefold() if c.isalnum())
